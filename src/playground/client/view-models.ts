import type { Message } from '../message.js';
import { channelTypes, type Channel, type Guild, type User } from '../model.js';
import { holds } from '../permissions.js';
import type { World } from '../world.js';
import type { ChannelSeen, GuildSeen, Hello, MessageSeen, PersonSeen } from './protocol.js';

/** A message as a client draws it. */
export function messageSeen(message: Message): MessageSeen {
  const { face, interaction } = message;
  return {
    id: message.id,
    channelId: message.channelId,
    authorId: message.authorId,
    at: message.at,
    editedAt: message.editedAt ?? null,
    content: face.content,
    embeds: face.embeds,
    components: face.components,
    files: face.files.map(({ id, name, contentType, bytes }) => ({
      id,
      name,
      contentType,
      size: bytes.length,
      url: `/client/files/${message.id}/${id}/${encodeURIComponent(name)}`,
    })),
    pings: face.pings,
    ephemeral: message.ephemeral,
    loading: message.loading,
    silent: message.silent,
    cause:
      interaction === undefined
        ? null
        : { userId: interaction.userId, command: interaction.commandName ?? null },
  };
}

/** Whether a person's client shows it. */
export function sees(world: World, userId: string, message: Message): boolean {
  if (message.visibleTo !== undefined) return message.visibleTo === userId;
  const channel = world.findChannel(message.channelId);
  return channel !== undefined && isOpen(world, userId, channel);
}

/** The world as one person sees it. */
export function helloFor(world: World, me: User): Hello {
  const guilds = [...world.guilds.values()].filter((guild) => guild.members.has(me.id));
  return {
    type: 'hello',
    me: personSeen(me, guilds),
    people: [...world.users.values()].map((user) => personSeen(user, [...world.guilds.values()])),
    guilds: guilds.map((guild) => guildSeen(world, guild, me.id)),
    direct: directSeen(world, me.id),
  };
}

function directSeen(world: World, userId: string): ChannelSeen | null {
  const channel = world.conversation(userId);
  return channel === undefined ? null : { ...channelSeen(world, userId, channel), name: world.bot.name };
}

function guildSeen(world: World, guild: Guild, userId: string): GuildSeen {
  const channels = [...guild.channels.values()].filter((channel) => isOpen(world, userId, channel));
  return {
    id: guild.id,
    name: guild.name,
    channels: channels.map((channel) => channelSeen(world, userId, channel)),
    roles: [...guild.roles.values()].map(({ id, name }) => ({ id, name })),
  };
}

function channelSeen(world: World, userId: string, channel: Channel): ChannelSeen {
  const { id, name, kind } = channel;
  return { id, name, kind, type: channelTypes[kind], mayWrite: world.mayWrite(userId, channel) };
}

function isOpen(world: World, userId: string, channel: Channel): boolean {
  if (channel.guildId === undefined) return channel.recipientId === userId;
  return holds(world.permissions(userId, channel), 'ViewChannel');
}

function personSeen(user: User, guilds: readonly Guild[]): PersonSeen {
  const roles = guilds.flatMap((guild) => {
    const held = [...(guild.members.get(user.id)?.roleIds ?? [])].flatMap(
      (id) => guild.roles.get(id)?.name ?? [],
    );
    return guild.ownerId === user.id ? ['Owner', ...held] : held;
  });
  const { id, name, bot, locale, timeZone: zone } = user;
  return { id, name, bot, locale, zone, roles };
}
