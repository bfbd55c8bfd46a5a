/** Creates a server from its seed: roles, then people, then channels. */
import type { Channel, Guild, GuildMember, Role, User } from './model.js';
import type { ChannelSeed, GuildSeed, MemberSeed, OverwriteSeed, RoleSeed } from './options.js';
import { bitsOf, type Overwrite, type PermissionName } from './permissions.js';

/** What the ground gives a new server: ids, the bot, and users shared between servers. */
export interface SeedContext {
  readonly bot: User;
  readonly now: number;
  readonly newId: () => string;
  readonly userOf: (seed: MemberSeed) => User;
}

const talking: readonly PermissionName[] = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'ReadMessageHistory',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
];

/** What a bot is invited with that posts and keeps events. */
const invited: readonly PermissionName[] = [...talking, 'CreateEvents'];

/** Make a server from its seed: roles, then people, then channels, since each names the ones before. */
export function seedGuild(seed: GuildSeed, context: SeedContext): Guild {
  const id = seed.id ?? context.newId();
  const roles = seedRoles(id, seed, context);
  const members = new Map<string, GuildMember>();
  for (const one of seed.members ?? []) {
    const member = seedMember(one, roles, context);
    members.set(member.user.id, member);
  }
  const owner = ownerOf(seed, [...members.values()]);
  members.set(context.bot.id, seedBot(context, roles));
  const guild: Guild = {
    id,
    name: seed.name,
    locale: seed.locale ?? 'en-US',
    // A server of nobody still has an owner somewhere, who is not among the members known.
    ownerId: owner?.user.id ?? context.newId(),
    roles,
    members,
    channels: new Map(),
    events: new Map(),
  };
  for (const one of seed.channels ?? []) {
    const channel = seedChannel(one, guild, context);
    guild.channels.set(channel.id, channel);
  }
  return guild;
}

/** An overwrite's bits, its role or member looked up by name. */
export function toOverwrite(seed: OverwriteSeed, guild: Guild): Overwrite {
  const role = named([...guild.roles.values()], seed.of);
  const member = [...guild.members.values()].find(({ user }) => user.id === seed.of || user.name === seed.of);
  const id = role?.id ?? member?.user.id;
  if (id === undefined) throw new Error(`${guild.name} has no role or member ${seed.of}`);
  return {
    id,
    kind: role === undefined ? 'member' : 'role',
    allow: bitsOf(seed.allow ?? []),
    deny: bitsOf(seed.deny ?? []),
  };
}

function seedRoles(guildId: string, seed: GuildSeed, context: SeedContext): Map<string, Role> {
  const everyone = seed.everyonePermissions ?? [...talking, 'UseApplicationCommands'];
  const roles = [
    seedRole({ id: guildId, name: '@everyone', permissions: everyone }, context),
    {
      ...seedRole({ name: context.bot.name, permissions: seed.botPermissions ?? invited }, context),
      managed: true,
    },
    ...(seed.roles ?? []).map((one) => seedRole(one, context)),
  ];
  return new Map(roles.map((role) => [role.id, role]));
}

function seedRole(seed: RoleSeed, context: SeedContext): Role {
  return {
    id: seed.id ?? context.newId(),
    name: seed.name,
    permissions: bitsOf(seed.permissions ?? []),
    mentionable: seed.mentionable ?? false,
    managed: false,
  };
}

function seedMember(seed: MemberSeed, roles: Map<string, Role>, context: SeedContext): GuildMember {
  const roleIds = (seed.roles ?? []).map((wanted) => {
    const role = named([...roles.values()], wanted);
    if (role === undefined) throw new Error(`${seed.name} has the role ${wanted}, which does not exist`);
    return role.id;
  });
  return { user: context.userOf(seed), nick: seed.nick, roleIds: new Set(roleIds), joinedAt: context.now };
}

function seedBot(context: SeedContext, roles: Map<string, Role>): GuildMember {
  const own = [...roles.values()].filter((role) => role.managed).map((role) => role.id);
  return { user: context.bot, nick: undefined, roleIds: new Set(own), joinedAt: context.now };
}

function seedChannel(seed: ChannelSeed, guild: Guild, context: SeedContext): Channel {
  const parent = seed.parent === undefined ? undefined : named([...guild.channels.values()], seed.parent);
  const kind = seed.kind ?? 'text';
  return {
    id: seed.id ?? context.newId(),
    name: seed.name,
    kind,
    guildId: guild.id,
    parentId: parent?.id,
    recipientId: undefined,
    overwrites: (seed.overwrites ?? []).map((one) => toOverwrite(one, guild)),
    ownerId: kind.endsWith('thread') ? guild.ownerId : undefined,
    archived: seed.archived ?? false,
    locked: seed.locked ?? false,
  };
}

function ownerOf(seed: GuildSeed, members: readonly GuildMember[]): GuildMember | undefined {
  if (seed.owner === undefined) return members[0];
  return members.find(({ user }) => user.id === seed.owner || user.name === seed.owner);
}

function named<T extends { id: string; name: string }>(all: readonly T[], wanted: string): T | undefined {
  return all.find((one) => one.id === wanted) ?? all.find((one) => one.name === wanted);
}
