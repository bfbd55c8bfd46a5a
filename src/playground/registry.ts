import { type CommandDeclaration, checkCommands } from './check/command.js';
import { Failure } from './failure.js';

/** A command as Discord keeps it. */
export interface RegisteredCommand {
  readonly id: string;
  readonly version: string;
  readonly guildId: string | undefined;
  readonly type: 1 | 2 | 3;
  readonly declaration: CommandDeclaration;
}

const dailyCreates = 200;

/** What the bot registered, for all servers and for single ones. */
export class CommandRegistry {
  readonly #commands = new Map<string | undefined, RegisteredCommand[]>();
  readonly #newId: () => string;
  readonly #applicationId: string;
  readonly #allowed = new Set<string>();
  #created = 0;

  constructor(applicationId: string, newId: () => string) {
    this.#applicationId = applicationId;
    this.#newId = newId;
  }

  /** The commands of one place: a server's id, or undefined for everywhere. */
  list(guildId: string | undefined): readonly RegisteredCommand[] {
    return this.#commands.get(guildId) ?? [];
  }

  /** What can be typed in a server: its own commands, then those of everywhere. */
  visibleIn(guildId: string | undefined): readonly RegisteredCommand[] {
    return guildId === undefined ? this.list(undefined) : [...this.list(guildId), ...this.list(undefined)];
  }

  /** A server's administrator lets someone use a command, whatever it was registered with. */
  allow(commandName: string, userId: string): void {
    this.#allowed.add(`${commandName} ${userId}`);
  }

  isAllowed(commandName: string, userId: string): boolean {
    return this.#allowed.has(`${commandName} ${userId}`);
  }

  /** Bulk overwrite: what is not in the list is gone, what stays keeps its id. */
  put(guildId: string | undefined, body: unknown): readonly RegisteredCommand[] {
    const before = this.list(guildId);
    const made = checkCommands(body).map((declaration) => this.#place(guildId, declaration, before));
    const fresh = made.filter((one) => !before.some((old) => old.id === one.id)).length;
    if (this.#created + fresh > dailyCreates) throw new Failure(30034);
    this.#created += fresh;
    this.#commands.set(guildId, made);
    return made;
  }

  #place(
    guildId: string | undefined,
    declaration: CommandDeclaration,
    before: readonly RegisteredCommand[],
  ): RegisteredCommand {
    const type = declaration.type ?? 1;
    const old = before.find((one) => one.type === type && one.declaration.name === declaration.name);
    if (old !== undefined && JSON.stringify(old.declaration) === JSON.stringify(declaration)) return old;
    return { id: old?.id ?? this.#newId(), version: this.#newId(), guildId, type, declaration };
  }

  toJson(command: RegisteredCommand): Record<string, unknown> {
    const { declaration, guildId } = command;
    return {
      default_member_permissions: null,
      nsfw: false,
      contexts: null,
      integration_types: [0],
      description: '',
      ...declaration,
      id: command.id,
      application_id: this.#applicationId,
      version: command.version,
      type: command.type,
      ...(guildId === undefined ? { dm_permission: true } : { guild_id: guildId }),
    };
  }
}
