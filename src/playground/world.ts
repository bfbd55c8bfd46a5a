/** The world: servers, people and channels, and what administrators can do to them. */
import { ApiError } from './api-error.js';
import {
  isThread,
  takesMessages,
  type Channel,
  type Guild,
  type GuildMember,
  type Role,
  type User,
} from './model.js';
import type { GuildSeed, MemberSeed, OverwriteSeed } from './options.js';
import {
  allPermissions,
  basePermissions,
  bitsOf,
  channelPermissions,
  holds,
  type PermissionName,
  type MemberRights,
} from './permissions.js';
import { seedGuild, toOverwrite } from './seed-guild.js';
import { Snowflakes } from './snowflake.js';

/** Where people live of whom nothing is said. */
export const HOME_ZONE = 'America/New_York';

/** What a world is made with. */
export interface WorldSettings {
  readonly bot: User;
  readonly applicationId: string;
  readonly now: () => number;
}

/** The servers, people and channels, and what an administrator or Discord itself may do to them. */
export class World {
  readonly bot: User;
  readonly applicationId: string;
  readonly guilds = new Map<string, Guild>();
  readonly users = new Map<string, User>();
  readonly #channels = new Map<string, Channel>();
  readonly #direct = new Map<string, Channel>();
  readonly #ids = new Snowflakes();
  readonly #now: () => number;
  readonly #eventListeners: ((guild: Guild) => void)[] = [];
  readonly #guildListeners: ((change: 'joined' | 'left', guild: Guild) => void)[] = [];

  constructor(settings: WorldSettings) {
    this.bot = settings.bot;
    this.applicationId = settings.applicationId;
    this.#now = settings.now;
    this.users.set(this.bot.id, this.bot);
  }

  /** A new id dated by the given clock, or the world's. */
  newId(at = this.#now()): string {
    return this.#ids.at(at);
  }

  now(): number {
    return this.#now();
  }

  /** The bot is invited to a server. */
  addGuild(seed: GuildSeed): Guild {
    const guild = seedGuild(seed, {
      bot: this.bot,
      newId: () => this.newId(),
      now: this.#now(),
      userOf: (member) => this.#userOf(member),
    });
    this.guilds.set(guild.id, guild);
    for (const channel of guild.channels.values()) this.#channels.set(channel.id, channel);
    for (const listener of this.#guildListeners) listener('joined', guild);
    return guild;
  }

  /** The bot is thrown out of a server; its channels are out of reach from now on. */
  kickBot(guildNameOrId: string): void {
    const guild = this.guild(guildNameOrId);
    guild.members.delete(this.bot.id);
    for (const listener of this.#guildListeners) listener('left', guild);
  }

  onGuildChange(listener: (change: 'joined' | 'left', guild: Guild) => void): void {
    this.#guildListeners.push(listener);
  }

  /** Told of each server whose events have changed. */
  onEvents(listener: (guild: Guild) => void): void {
    this.#eventListeners.push(listener);
  }

  eventsChanged(guild: Guild): void {
    for (const listener of this.#eventListeners) listener(guild);
  }

  deleteChannel(nameOrId: string): void {
    const channel = this.channel(nameOrId);
    this.#channels.delete(channel.id);
    if (channel.guildId !== undefined) this.guild(channel.guildId).channels.delete(channel.id);
  }

  /** Replace what one role or member may do in a channel. */
  overwrite(channelNameOrId: string, seed: OverwriteSeed): void {
    const channel = this.channel(channelNameOrId);
    const guild = this.guild(channel.guildId ?? '');
    const made = toOverwrite(seed, guild);
    channel.overwrites = [...channel.overwrites.filter((one) => one.id !== made.id), made];
  }

  /** Replace what a role may do in its whole server. */
  setRolePermissions(roleNameOrId: string, permissions: readonly PermissionName[]): void {
    this.role(roleNameOrId).permissions = bitsOf(permissions);
  }

  guild(nameOrId: string): Guild {
    return found(byNameOrId(this.guilds.values(), nameOrId), `server ${nameOrId}`);
  }

  channel(nameOrId: string): Channel {
    return found(this.findChannel(nameOrId), `channel ${nameOrId}`);
  }

  role(nameOrId: string): Role {
    const all = [...this.guilds.values()].flatMap((guild) => [...guild.roles.values()]);
    return found(byNameOrId(all, nameOrId), `role ${nameOrId}`);
  }

  user(nameOrId: string): User {
    const user = this.users.get(nameOrId) ?? byNameOrId(this.users.values(), nameOrId);
    return found(user, `person ${nameOrId}`);
  }

  channelById(id: string): Channel | undefined {
    return this.#channels.get(id);
  }

  /** A channel by its id or name; where two servers have one of that name, as `Server/name`. */
  findChannel(nameOrId: string): Channel | undefined {
    const byId = this.#channels.get(nameOrId);
    if (byId !== undefined) return byId;
    const [, guild, name = ''] = /^(?:(.+)\/)?#?(.+)$/.exec(nameOrId) ?? [];
    const all = guild === undefined ? this.#channels.values() : this.guild(guild).channels.values();
    return byNameOrId(all, name);
  }

  /** The first channel someone can read and write in. */
  firstChannelOf(userId: string): Channel {
    const seen = [...this.#channels.values()].find((channel) => {
      const own = channel.guildId !== undefined && !isThread(channel);
      return own && this.mayWrite(userId, channel);
    });
    return found(seen, `channel that ${userId} could write in`);
  }

  /** The bot's conversation with a person, opened when first asked for. */
  directChannel(userId: string): Channel {
    const user = this.users.get(userId);
    if (user === undefined) throw new ApiError(10013);
    const existing = this.#direct.get(userId);
    if (existing !== undefined) return existing;
    const channel: Channel = {
      id: this.newId(),
      name: user.name,
      kind: 'dm',
      guildId: undefined,
      parentId: undefined,
      recipientId: userId,
      ownerId: undefined,
      overwrites: [],
      archived: false,
      locked: false,
    };
    this.#direct.set(userId, channel);
    this.#channels.set(channel.id, channel);
    return channel;
  }

  /** The conversation, if there is one. */
  conversation(userId: string): Channel | undefined {
    return this.#direct.get(userId);
  }

  member(guildId: string, userId: string): GuildMember | undefined {
    return this.guilds.get(guildId)?.members.get(userId);
  }

  /** What someone may do in a server as a whole; nothing where they are no member. */
  guildPermissions(userId: string, guildId: string): bigint {
    const standing = this.#standing(userId, guildId);
    return standing === undefined ? 0n : basePermissions(standing);
  }

  /** What someone may do in a channel; a thread goes by its parent. */
  permissions(userId: string, channel: Channel): bigint {
    if (channel.guildId === undefined) return allPermissions;
    const standing = this.#standing(userId, channel.guildId);
    if (standing === undefined) return 0n;
    const parent = isThread(channel) && channel.parentId !== undefined ? channel.parentId : channel.id;
    const ruling = this.guilds.get(channel.guildId)?.channels.get(parent) ?? channel;
    return channelPermissions(standing, ruling.overwrites);
  }

  /** Whether someone may post in a channel: of a kind that takes messages, permitted, and not locked for them. */
  mayWrite(userId: string, channel: Channel): boolean {
    const bits = this.permissions(userId, channel);
    if (!takesMessages(channel) || !holds(bits, 'ViewChannel')) return false;
    if (!isThread(channel)) return holds(bits, 'SendMessages');
    return holds(bits, 'SendMessagesInThreads') && (!channel.locked || holds(bits, 'ManageThreads'));
  }

  #standing(userId: string, guildId: string): MemberRights | undefined {
    const guild = this.guilds.get(guildId);
    const member = guild?.members.get(userId);
    const everyone = guild?.roles.get(guildId);
    if (guild === undefined || member === undefined || everyone === undefined) return undefined;
    const roles = [...guild.roles.values()].filter((role) => member.roleIds.has(role.id));
    return { userId, isOwner: guild.ownerId === userId, everyone, roles };
  }

  #userOf(seed: MemberSeed): User {
    const existing = seed.id === undefined ? undefined : this.users.get(seed.id);
    if (existing !== undefined) return existing;
    const user: User = {
      id: seed.id ?? this.newId(),
      name: seed.name,
      bot: seed.bot ?? false,
      locale: seed.locale ?? 'en-US',
      timeZone: seed.timeZone ?? HOME_ZONE,
      acceptsDirectMessages: seed.directMessages !== 'closed',
    };
    this.users.set(user.id, user);
    return user;
  }
}

function byNameOrId<T extends { id: string; name: string }>(all: Iterable<T>, wanted: string): T | undefined {
  const list = [...all];
  return list.find((one) => one.id === wanted) ?? list.find((one) => one.name === wanted);
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`There is no ${what} in this world`);
  return value;
}
