import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { Settlement } from '../store/port.js';

/** What a failed send means. Pauses are ms. */
export type Trouble =
  /** It had been posted and was deleted since: nothing is left to do. */
  | { readonly kind: 'posted' }
  | { readonly kind: 'again'; readonly pause: number; readonly reason: string }
  /** The channel or the right to post in it is gone: stop at once, and tell. */
  | { readonly kind: 'broken'; readonly reason: string }
  /** Discord refuses this post for good. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The token is no longer valid: the bot must stop. */
  | { readonly kind: 'fatal'; readonly reason: string };

const POSTED_AND_DELETED = 10008;
const BROKEN: Readonly<Record<number, string>> = {
  10003: 'the channel is gone',
  10004: 'the bot is no longer in the server',
  50001: 'the bot may not see the channel',
  50013: 'the bot may not post in the channel',
  50083: 'the thread is archived',
  160002: 'the bot may not answer there',
};
const LATER = new Set([20028, 130000, 30046]);
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 300_000;

/** Growing pauses, spread by `random` (0 to 1) so that many do not come back together. */
function pauseAfter(attempts: number, random: number): number {
  const most = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(attempts, 12));
  return Math.round(most * (0.5 + random / 2));
}

/** What to do about an error of a send: by Discord's code, its status, or the lack of both. */
export function troubleOf(error: unknown, attempts: number, random: number): Trouble {
  if (error instanceof RateLimitError)
    return { kind: 'again', pause: error.retryAfter, reason: 'rate limit' };
  const pause = pauseAfter(attempts, random);
  if (error instanceof DiscordAPIError) {
    const code = Number(error.code);
    const broken = BROKEN[code];
    if (code === POSTED_AND_DELETED) return { kind: 'posted' };
    if (error.status === 401) return { kind: 'fatal', reason: 'Discord no longer takes the token' };
    if (broken !== undefined) return { kind: 'broken', reason: broken };
    if (LATER.has(code) || error.status === 429) return { kind: 'again', pause, reason: error.message };
    if (error.status === 403 || error.status === 404) return { kind: 'broken', reason: error.message };
    return { kind: 'refused', reason: error.message };
  }
  const reason =
    error instanceof HTTPError ? `Discord answered ${error.status}` : 'Discord could not be reached';
  return { kind: 'again', pause, reason };
}

/** How a delivery ends, or when it is tried again. `now` is the record's, ms UTC. */
export function settlementOf(trouble: Trouble, now: number): Settlement {
  switch (trouble.kind) {
    case 'posted':
      return { kind: 'sent', message: null };
    case 'again':
      return { kind: 'again', due: now + trouble.pause, reason: trouble.reason };
    case 'broken':
    case 'refused':
    case 'fatal':
      return { kind: 'failed', reason: trouble.reason };
  }
}
