/** What a client receives once it has identified. */
import { channelJson, guildJson, memberJson, userJson } from '../json.js';
import { isThread, type Guild } from '../model.js';
import type { World } from '../world.js';
import type { Session } from './session.js';

/** What a client is told once it is identified. */
export function readyJson(
  session: Session,
  guilds: readonly Guild[],
  { bot, applicationId }: World,
  resumeUrl: string,
): unknown {
  return {
    v: 10,
    user: { ...userJson(bot), email: null, verified: true, mfa_enabled: true },
    guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: resumeUrl,
    shard: session.shard,
    application: { id: applicationId, flags: 0 },
  };
}

/** A server as a client that asked for servers gets it. */
export function guildCreate(guild: Guild, world: World): unknown {
  const bot = guild.members.get(world.bot.id);
  const channels = [...guild.channels.values()];
  return {
    ...guildJson(guild),
    joined_at: new Date(bot?.joinedAt ?? 0).toISOString(),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: bot === undefined ? [] : [memberJson(bot)],
    channels: channels.filter((one) => !isThread(one)).map(channelJson),
    threads: channels.filter((one) => isThread(one) && !one.archived).map(channelJson),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
