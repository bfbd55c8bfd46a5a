/** What a channel is, and what the bot may do in it. */
import { randomBytes } from 'node:crypto';
import {
  Routes,
  type APIChannel,
  type APIGuildMember,
  type APIRole,
  type APIThreadChannel,
} from 'discord.js';
import type { ChannelCheck, Channels } from './command.js';
import { messagePayload } from './payload.js';
import { isFollowed, isThread, missingIn, permissionsIn, takesPosts } from './permissions.js';
import { codeOf, listIn, messageIdIn } from './response.js';
import type { RestClient } from './rest-client.js';

/** What only asks. */
export type GetOnly = Pick<RestClient, 'get'>;

const GONE = new Set([10003, 10004]);
const NO_ACCESS = 50001;
const ALL_MISSING = missingIn(0, 0n);

/** What a channel is, as far as posting in it goes. */
export interface Place {
  readonly guild: string;
  /** Discord's number of its kind. */
  readonly type: number;
  /** Of a thread. */
  readonly archived: boolean;
  readonly locked: boolean;
  /** What the bot may do there. */
  readonly bits: bigint;
}

/** Whether the bot can post in a place of this server, and if not, why. */
export function checkPlace(guild: string, place: Place | null): ChannelCheck {
  // A channel of another server is as unknown here as one that is gone.
  if (place === null || place.guild !== guild) return { ok: false, why: 'unknown' };
  if (!takesPosts(place.type)) return { ok: false, why: 'other-kind' };
  const permissions = missingIn(place.type, place.bits);
  if (permissions.length > 0) return { ok: false, why: 'missing', permissions };
  if (place.locked) return { ok: false, why: 'locked' };
  return place.archived ? { ok: false, why: 'archived' } : { ok: true, publishes: isFollowed(place.type) };
}

/** The overwrites that hold in a channel; a thread has those of its parent. */
async function overwritesOf(rest: GetOnly, channel: APIChannel) {
  const parent = isThread(channel.type) ? (channel as APIThreadChannel).parent_id : null;
  const ruling = parent == null ? channel : ((await rest.get(Routes.channel(parent))) as APIChannel);
  return 'permission_overwrites' in ruling ? (ruling.permission_overwrites ?? []) : [];
}

/** Reads a channel of a server and the bot's permissions there from REST: nothing of Discord is kept in memory. */
async function placeOf(rest: GetOnly, bot: string, id: string): Promise<Place | null> {
  const channel = (await rest.get(Routes.channel(id))) as APIChannel;
  if (!('guild_id' in channel) || channel.guild_id === undefined) return null;
  const guild = channel.guild_id;
  const roles = listIn(await rest.get(Routes.guildRoles(guild))) as readonly APIRole[];
  const member = (await rest.get(Routes.guildMember(guild, bot))) as APIGuildMember;
  const overwrites = await overwritesOf(rest, channel);
  const thread = 'thread_metadata' in channel ? channel.thread_metadata : undefined;
  return {
    guild,
    type: channel.type,
    archived: thread?.archived === true,
    locked: thread?.locked === true,
    bits: permissionsIn(overwrites, roles, { id: bot, roles: member.roles }, guild),
  };
}

/** What Discord answers for a channel: it is gone, the bot may not see it, or something else went wrong. */
function unseen(error: unknown): 'gone' | 'hidden' {
  const code = codeOf(error);
  if (code !== null && GONE.has(code)) return 'gone';
  if (code === NO_ACCESS) return 'hidden';
  throw error;
}

/** Looks whether the bot, by its own user id, can post in channels. */
export const createChannelCheck = (rest: GetOnly, bot: string): Pick<Channels, 'check'> => ({
  async check(guild, channel) {
    try {
      return checkPlace(guild, await placeOf(rest, bot, channel));
    } catch (error) {
      if (unseen(error) === 'gone') return { ok: false, why: 'unknown' };
      return { ok: false, why: 'missing', permissions: ALL_MISSING };
    }
  },
});

/** What the bot reads and posts in channels beside its answers. `bot` is its own user id. */
export function createChannels(rest: RestClient, bot: string): Channels {
  return {
    ...createChannelCheck(rest, bot),
    async missingPermissions(channel) {
      try {
        const place = await placeOf(rest, bot, channel);
        return place === null ? null : missingIn(place.type, place.bits);
      } catch (error) {
        return unseen(error) === 'gone' ? null : ALL_MISSING;
      }
    },
    async hasRole(guild, role) {
      const roles = listIn(await rest.get(Routes.guildRoles(guild))) as readonly APIRole[];
      return roles.some(({ id }) => id === role);
    },
    async post(channel, view, { nonce = randomBytes(12).toString('base64url'), mention = null } = {}) {
      const { body, files } = messagePayload(view, { user: mention });
      const request = { body: { ...body, nonce, enforce_nonce: true }, files };
      return messageIdIn(await rest.post(Routes.channelMessages(channel), request));
    },
  };
}
