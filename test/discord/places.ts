import {
  ApplicationCommandOptionType,
  InteractionType,
  PermissionFlagsBits,
  type APIInteraction,
} from 'discord.js';
import { createChannels } from '../../src/discord/channels.js';
import { retryingRest } from '../../src/discord/rest-client.js';
import { startLocalDiscord, type LocalDiscord } from '../../src/playground/index.js';

/** A server with channels of each kind, and another one. */
export const startPlaces = (): Promise<LocalDiscord> =>
  startLocalDiscord({
    limits: 'off',
    guilds: [
      {
        name: 'Newsroom',
        owner: 'Mod',
        roles: [{ name: 'Curators' }],
        channels: [
          { name: 'general' },
          { name: 'news', kind: 'announcement' },
          { name: 'closed', overwrites: [{ of: '@everyone', deny: ['SendMessages'] }] },
          { name: 'voice', kind: 'voice' },
          { name: 'category', kind: 'category' },
          { name: 'thread', kind: 'thread', parent: 'general' },
          { name: 'archived', kind: 'thread', parent: 'general', archived: true },
          { name: 'silent', overwrites: [{ of: '@everyone', deny: ['SendMessagesInThreads'] }] },
          { name: 'silent thread', kind: 'thread', parent: 'silent' },
        ],
        members: [{ name: 'Mod' }],
      },
      {
        name: 'Elsewhere',
        owner: 'Zoe',
        roles: [{ name: 'Other' }],
        channels: [{ name: 'desk' }],
        members: [{ name: 'Zoe' }],
      },
    ],
  });

export const idOf = (discord: LocalDiscord, channel: string): string => discord.world.channel(channel).id;

export const hallOf = (discord: LocalDiscord) =>
  createChannels(retryingRest({ api: discord.apiUrl, token: discord.token }), discord.world.bot.id);

export interface Option {
  readonly name: string;
  readonly type: ApplicationCommandOptionType;
  readonly value: string;
}

/** A command of a manager as a client that forges ids would send it. */
export function command(
  discord: LocalDiscord,
  path: string,
  options: readonly Option[],
  more: object = {},
): APIInteraction {
  const guild = discord.world.guild('Newsroom').id;
  const [name, sub] = path.split(' ');
  const { resolved, ...rest } = { resolved: undefined, ...more };
  return {
    id: '1',
    token: 'token',
    application_id: '2',
    type: InteractionType.ApplicationCommand,
    guild_id: guild,
    channel: { id: idOf(discord, 'general'), type: 0, guild_id: guild },
    member: {
      user: { id: '30', username: 'mod', global_name: 'Mod' },
      roles: [],
      permissions: String(PermissionFlagsBits.ManageGuild),
      nick: null,
    },
    locale: 'en-US',
    data: {
      id: '3',
      type: 1,
      name,
      options: sub === undefined ? options : [{ type: 1, name: sub, options }],
      ...(resolved === undefined ? {} : { resolved }),
    },
    ...rest,
  } as unknown as APIInteraction;
}

export const channelOption = (name: string, value: string): Option => ({
  name,
  type: ApplicationCommandOptionType.Channel,
  value,
});
export const roleOption = (name: string, value: string): Option => ({
  name,
  type: ApplicationCommandOptionType.Role,
  value,
});
