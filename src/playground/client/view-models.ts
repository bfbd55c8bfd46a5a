/** Turns the world into what one person's client shows. */
import type { LocalMessage } from '../message.js';
import { channelTypes, eventStatuses, statusOf, type Channel, type Guild, type User } from '../model.js';
import { holds } from '../permissions.js';
import type { World } from '../world.js';
import type { LinkPreview } from '../preview/unfold.js';
import type { ChannelView, GuildView, Hello, MessageView, PersonView, PreviewView } from './protocol.js';

/** A message as a client draws it. */
export function messageView(message: LocalMessage): MessageView {
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
    files: face.files.map(({ id, name, contentType, bytes, description }) => ({
      id,
      name,
      description,
      contentType,
      size: bytes.length,
      url: `/client/files/${message.id}/${id}/${encodeURIComponent(name)}`,
    })),
    previews: message.previews.map(previewView),
    pings: face.pings,
    ephemeral: message.ephemeral,
    loading: message.loading,
    silent: message.silent,
    published: message.published,
    cause:
      interaction === undefined
        ? null
        : { userId: interaction.userId, command: interaction.commandName ?? null },
  };
}

/** Discord hands out its own copies of pictures, so that nobody's client asks another host. */
function previewView({ url, card, pictures }: LinkPreview): PreviewView {
  const files = pictures.map(({ name, contentType, bytes }) => ({
    id: name,
    name,
    description: null,
    contentType,
    size: bytes.length,
    url: `data:${contentType};base64,${bytes.toString('base64')}`,
  }));
  return { url, card, files };
}

/** Whether a person's client shows it. */
export function sees(world: World, userId: string, message: LocalMessage): boolean {
  if (message.visibleTo !== undefined) return message.visibleTo === userId;
  const channel = world.findChannel(message.channelId);
  return channel !== undefined && isOpen(world, userId, channel);
}

/** The world as one person sees it. */
export function helloFor(world: World, me: User): Hello {
  const guilds = [...world.guilds.values()].filter((guild) => guild.members.has(me.id));
  return {
    type: 'hello',
    me: personView(me, guilds),
    people: [...world.users.values()].map((user) => personView(user, [...world.guilds.values()])),
    guilds: guilds.map((guild) => guildView(world, guild, me.id)),
    direct: directView(world, me.id),
  };
}

function directView(world: World, userId: string): ChannelView | null {
  const channel = world.conversation(userId);
  return channel === undefined ? null : { ...channelView(world, userId, channel), name: world.bot.name };
}

function guildView(world: World, guild: Guild, userId: string): GuildView {
  const channels = [...guild.channels.values()].filter((channel) => isOpen(world, userId, channel));
  return {
    id: guild.id,
    name: guild.name,
    channels: channels.map((channel) => channelView(world, userId, channel)),
    events: [...guild.events.values()]
      .filter((event) => statusOf(event, world.now()) <= eventStatuses.active)
      .toSorted((a, b) => a.starts - b.starts)
      .map(({ id, name: title, location, starts }) => ({ id, name: title, location, starts })),
    roles: [...guild.roles.values()].map(({ id, name, managed }) => ({ id, name, managed })),
  };
}

function channelView(world: World, userId: string, channel: Channel): ChannelView {
  const { id, name, kind } = channel;
  return { id, name, kind, type: channelTypes[kind], mayWrite: world.mayWrite(userId, channel) };
}

function isOpen(world: World, userId: string, channel: Channel): boolean {
  if (channel.guildId === undefined) return channel.recipientId === userId;
  return holds(world.permissions(userId, channel), 'ViewChannel');
}

function personView(user: User, guilds: readonly Guild[]): PersonView {
  const roles = guilds.flatMap((guild) => {
    const held = [...(guild.members.get(user.id)?.roleIds ?? [])].flatMap(
      (id) => guild.roles.get(id)?.name ?? [],
    );
    return guild.ownerId === user.id ? ['Owner', ...held] : held;
  });
  const { id, name, bot, locale, timeZone: zone } = user;
  return { id, name, bot, locale, zone, roles };
}
