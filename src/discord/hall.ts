import { randomBytes } from 'node:crypto';
import {
  DiscordAPIError,
  OverwriteType,
  PermissionFlagsBits,
  Routes,
  type APIChannel,
  type APIGuildMember,
  type APIOverwrite,
  type APIRole,
  type RESTPostAPIChannelMessageResult,
} from 'discord.js';
import type { Hall } from './command.js';
import { messagePayload } from './payload.js';
import type { Wire } from './wire.js';

/** What a posting bot needs in a channel, by the names of Discord's own screens; the last to read back its own posts. */
const NEEDED = [
  ['View Channel', PermissionFlagsBits.ViewChannel],
  ['Send Messages', PermissionFlagsBits.SendMessages],
  ['Read Message History', PermissionFlagsBits.ReadMessageHistory],
] as const;

const GONE = new Set<number | string>([10003, 10004]);
const NO_ACCESS = 50001;

/** Discord's order: everyone, then roles, then the overwrites of everyone, of roles, of the member. */
function permissionsIn(
  overwrites: readonly APIOverwrite[],
  roles: readonly APIRole[],
  member: { readonly id: string; readonly roles: readonly string[] },
  guild: string,
): bigint {
  const held = roles.filter(({ id }) => id === guild || member.roles.includes(id));
  const base = held.reduce((bits, role) => bits | BigInt(role.permissions), 0n);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return ~0n;
  const apply = (bits: bigint, some: readonly APIOverwrite[]) => {
    const denied = some.reduce((sum, one) => sum | BigInt(one.deny), 0n);
    const allowed = some.reduce((sum, one) => sum | BigInt(one.allow), 0n);
    return (bits & ~denied) | allowed;
  };
  const ofRoles = overwrites.filter(
    ({ type, id }) => type === OverwriteType.Role && member.roles.includes(id),
  );
  const everyone = apply(
    base,
    overwrites.filter(({ id }) => id === guild),
  );
  return apply(
    apply(everyone, ofRoles),
    overwrites.filter(({ id }) => id === member.id),
  );
}

/** Reads the bot's own permissions in a channel from REST: nothing of Discord is kept in memory. */
async function missing(rest: Wire, bot: string, channel: string): Promise<readonly string[] | null> {
  try {
    const found = (await rest.get(Routes.channel(channel))) as APIChannel;
    if (!('guild_id' in found) || found.guild_id === undefined) return null;
    const guild = found.guild_id;
    const roles = (await rest.get(Routes.guildRoles(guild))) as readonly APIRole[];
    const member = (await rest.get(Routes.guildMember(guild, bot))) as APIGuildMember;
    const overwrites = 'permission_overwrites' in found ? (found.permission_overwrites ?? []) : [];
    const bits = permissionsIn(overwrites, roles, { id: bot, roles: member.roles }, guild);
    return NEEDED.filter(([, bit]) => (bits & bit) === 0n).map(([name]) => name);
  } catch (error) {
    const code = error instanceof DiscordAPIError ? error.code : null;
    if (code !== null && GONE.has(code)) return null;
    if (code === NO_ACCESS) return NEEDED.map(([name]) => name);
    throw error;
  }
}

/** What commands need of Discord beyond their answer. `bot` is the bot's own user id. */
export function createHall(rest: Wire, bot: () => string): Hall {
  return {
    missingPermissions: (channel) => missing(rest, bot(), channel),
    async post(channel, view, { nonce = randomBytes(12).toString('base64url'), mention = null } = {}) {
      const { body, files } = messagePayload(view, { user: mention });
      const sent = (await rest.post(Routes.channelMessages(channel), {
        body: { ...body, nonce, enforce_nonce: true },
        files,
      })) as RESTPostAPIChannelMessageResult;
      return sent.id;
    },
  };
}
