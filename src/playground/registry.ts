/** Keeps the commands that a bot registered. */
import { type CommandDeclaration, checkCommands } from './check/command.js';
import { ApiError } from './api-error.js';

/** A command as Discord keeps it. */
export interface RegisteredCommand {
  readonly id: string;
  readonly version: string;
  readonly guildId: string | undefined;
  readonly type: 1 | 2 | 3;
  readonly declaration: CommandDeclaration;
}

const dailyCreates = 200;
const DAY_MS = 86_400_000;

/** What the bot registered, for all servers and for single ones. */
export class CommandRegistry {
  readonly #commands = new Map<string | undefined, RegisteredCommand[]>();
  readonly #newId: () => string;
  readonly #applicationId: string;
  readonly #allowed = new Set<string>();
  readonly #now: () => number;
  /** When commands were created, the last day's. */
  #creations: readonly number[] = [];

  constructor(applicationId: string, newId: () => string, now: () => number) {
    this.#now = now;
    this.#applicationId = applicationId;
    this.#newId = newId;
  }

  /** The commands of one place: a server's id, or undefined for everywhere. */
  list(guildId: string | undefined): readonly RegisteredCommand[] {
    return this.#commands.get(guildId) ?? [];
  }

  /** How many commands were created within the last day; one that only changes is not created. */
  get created(): number {
    const since = this.#now() - DAY_MS;
    this.#creations = this.#creations.filter((at) => at > since);
    return this.#creations.length;
  }

  /** Discord loses what was registered, everywhere or in one server; it costs the bot no creation. */
  clear(guildId?: string): void {
    this.#commands.delete(guildId);
  }

  /** A command changes at Discord without the bot, which counts as no creation. @throws if there is none of that name. */
  alter(name: string, change: Record<string, unknown>, guildId?: string): void {
    const before = this.list(guildId);
    if (!before.some((one) => one.declaration.name === name)) throw new Error(`There is no command ${name}`);
    const after = before.map((one) =>
      one.declaration.name === name ? { ...one.declaration, ...change } : one.declaration,
    );
    const made = checkCommands(after).map((declaration, index) => {
      const old = before[index];
      const type = declaration.type ?? 1;
      return { id: old?.id ?? this.#newId(), version: this.#newId(), guildId, type, declaration };
    });
    this.#commands.set(guildId, made);
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
    if (this.created + fresh > dailyCreates) throw new ApiError(30034);
    const now = this.#now();
    this.#creations = [...this.#creations, ...Array.from({ length: fresh }, () => now)];
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
      name_localizations: null,
      description_localizations: null,
      ...declaration,
      id: command.id,
      application_id: this.#applicationId,
      version: command.version,
      type: command.type,
      ...(guildId === undefined ? { dm_permission: true } : { guild_id: guildId }),
    };
  }
}

/** A command without its translations, as Discord lists it unless it is asked for them. */
export function inOneLanguage(command: Record<string, unknown>): Record<string, unknown> {
  const { name_localizations: _, description_localizations: __, ...rest } = command;
  const inner = (value: unknown): unknown => (Array.isArray(value) ? value.map(innerOne) : value);
  return Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [
      key,
      key === 'options' || key === 'choices' ? inner(value) : value,
    ]),
  );
}

function innerOne(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? inOneLanguage({ ...value }) : value;
}
