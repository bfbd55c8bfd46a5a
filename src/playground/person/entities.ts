/** The people, roles, channels and files that an action names, as Discord sends them along. */
import { channelJson, memberJson, roleJson, userJson } from '../json.js';
import { channelTypes, type Channel, type Guild } from '../model.js';
import type { Uploads } from '../uploads.js';
import type { World } from '../world.js';

type ResolvedEntities = Record<string, unknown>;

type ResolvedKind = 'users' | 'members' | 'roles' | 'channels' | 'attachments';

/** The people, roles, channels and files named in what a person does, as Discord sends them along. */
export class Entities {
  readonly #world: World;
  readonly #guild: Guild | undefined;
  readonly #actorId: string;
  readonly #uploads: Uploads;
  readonly #found = new Map<ResolvedKind, ResolvedEntities>();

  constructor(world: World, guild: Guild | undefined, actorId: string, uploads: Uploads) {
    this.#world = world;
    this.#guild = guild;
    this.#actorId = actorId;
    this.#uploads = uploads;
  }

  /** `resolved` of the interaction, or nothing where nobody was named. */
  get resolved(): ResolvedEntities | undefined {
    return this.#found.size === 0 ? undefined : Object.fromEntries(this.#found);
  }

  /** A person by name, id or mention. */
  user(wanted: string): string {
    const user = this.#world.user(bare(wanted, /^<@!?(\d+)>$/));
    this.#add('users', user.id, userJson(user));
    const member = this.#guild?.members.get(user.id);
    if (member !== undefined) {
      const { user: _, ...rest } = memberJson(member);
      this.#add('members', user.id, { ...rest, permissions: this.#permissionsOf(user.id) });
    }
    return user.id;
  }

  /** A role of this server by name, id or mention. */
  role(wanted: string): string {
    const name = bare(wanted, /^<@&(\d+)>$/);
    const roles = [...(this.#guild?.roles.values() ?? [])];
    const role =
      roles.find((one) => one.id === name) ??
      roles.find((one) => one.name === name.replace(/^@(?!everyone$)/, ''));
    if (role === undefined) throw new Error(`There is no role ${wanted} here`);
    this.#add('roles', role.id, roleJson(role, roles.indexOf(role)));
    return role.id;
  }

  /** A channel of this server by name, id or mention, of a kind the option takes. */
  channel(wanted: string, types: readonly number[] | null | undefined): string {
    const name = bare(wanted, /^<#(\d+)>$/).replace(/^#/, '');
    const channels = [...(this.#guild?.channels.values() ?? [])];
    const channel = channels.find((one) => one.id === name) ?? channels.find((one) => one.name === name);
    if (channel === undefined) throw new Error(`There is no channel ${wanted} here`);
    const type = channelTypes[channel.kind];
    if (types && types.length > 0 && !types.includes(type))
      throw new Error(`#${channel.name} cannot be chosen here: it is a ${channel.kind} channel`);
    this.#add('channels', channel.id, this.#channelJson(channel));
    return channel.id;
  }

  /** A person or a role. */
  mentionable(wanted: string): string {
    try {
      return this.role(wanted);
    } catch {
      return this.user(wanted);
    }
  }

  /** A file that the person uploaded, by its id. */
  attachment(id: string): string {
    const file = this.#uploads.json(this.#actorId, id);
    if (file === undefined) throw new Error(`There is no uploaded file ${id}`);
    this.#add('attachments', id, file);
    return id;
  }

  #channelJson(channel: Channel): ResolvedEntities {
    const { permission_overwrites: _, ...rest } = channelJson(channel);
    const permissionsOf = (userId: string) => this.#world.permissions(userId, channel).toString();
    // The person's own, and beside them the bot's.
    return {
      ...rest,
      permissions: permissionsOf(this.#actorId),
      app_permissions: permissionsOf(this.#world.bot.id),
    };
  }

  #permissionsOf(userId: string): string {
    return this.#world.guildPermissions(userId, this.#guild?.id ?? '').toString();
  }

  #add(kind: ResolvedKind, id: string, json: ResolvedEntities): void {
    this.#found.set(kind, { ...this.#found.get(kind), [id]: json });
  }
}

function bare(wanted: string, mention: RegExp): string {
  return mention.exec(wanted)?.[1] ?? wanted;
}
