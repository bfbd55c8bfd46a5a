/** Builds the parts of a local Discord from its options. */
import { randomBytes } from 'node:crypto';
import type { Faults } from './exchange.js';
import { intents } from './gateway/frames.js';
import type { LocalGateway } from './gateway/gateway.js';
import type { FaultQueue } from './http/faults.js';
import { messageJson } from './message-json.js';
import type { LocalMessage } from './message.js';
import type { Limits, LocalDiscordOptions } from './options.js';
import { HOME_ZONE, World } from './world.js';

/** What holds where an option is not given. */
export const defaults = {
  heartbeatMs: 41_250,
  nonceWindowMs: 3 * 60_000,
  identifies: { total: 1000 },
};

/** Tells clients that asked for messages; without the content intent they get an empty one. */
export function announce(message: LocalMessage, world: World, gateway: LocalGateway): void {
  const needed = message.guildId === undefined ? intents.directMessages : intents.guildMessages;
  const json = messageJson(message, world);
  const whole = { ...json, ...(message.guildId === undefined ? {} : { guild_id: message.guildId }) };
  gateway.dispatchEach('MESSAGE_CREATE', message.guildId, needed, (asked) =>
    mayRead(message, asked, world.bot.id)
      ? whole
      : { ...whole, content: '', components: [], embeds: [], attachments: [] },
  );
}

function mayRead(message: LocalMessage, asked: number, botId: string): boolean {
  const own = message.authorId === botId || message.guildId === undefined;
  return own || (asked & intents.messageContent) !== 0 || message.pings.users.includes(botId);
}

/** A world with the bot and the given guilds. Without a clock it uses the real one, ms UTC. */
export function createWorld(options: LocalDiscordOptions): World {
  const applicationId = options.applicationId ?? '1000000000000000001';
  const bot = {
    id: applicationId,
    name: options.botName ?? 'Ultimatum',
    bot: true,
    locale: 'en-US',
    timeZone: HOME_ZONE,
    acceptsDirectMessages: true,
  };
  const world = new World({ bot, applicationId, now: options.now ?? Date.now });
  for (const guild of options.guilds ?? []) world.addGuild(guild);
  return world;
}

/**
 * Rate limits as asked for, else those of Discord: 50 requests a second, 5 in 5 seconds for each channel, and in an hour
 * 10 published posts of a channel and 3 edits of each.
 */
export function limitsOf(asked: LocalDiscordOptions['limits']): Limits {
  if (asked === 'off') return { perSecond: 'off', perChannel: 'off', published: 'off' };
  return {
    perSecond: 50,
    perChannel: { count: 5, perMs: 5000 },
    published: { posts: 10, edits: 3 },
    ...asked,
  };
}

/** What a test may use to make requests or the gateway fail. */
export function faultsOf(queue: FaultQueue, gateway: LocalGateway): Faults {
  return {
    next: (match, fault, times = 1) => queue.add(match, fault, times),
    during: (match, fault, holds = () => true) => queue.during(match, fault, holds),
    get pending() {
      return queue.pending;
    },
    clear: () => queue.clear(),
    gateway: gateway.faults,
  };
}

/** A token of Discord's form that nobody can guess. */
export function newToken(): string {
  const part = (bytes: number) => randomBytes(bytes).toString('base64url');
  return `${part(18)}.${part(4)}.${part(28)}`;
}
