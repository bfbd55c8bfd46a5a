import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { Settlement } from '../store/port.js';
import { HeldBack } from './guard.js';

/** Why nothing can be posted in a channel. */
export interface Closure {
  /** The rest of a sentence: `the channel is gone`. */
  readonly reason: string;
  /** What would mend it, a sentence. */
  readonly remedy: string;
  readonly gone: boolean;
}

/** What a failed send means. Pauses are ms. */
export type Trouble =
  /** It had been posted and was deleted since: nothing is left to do. */
  | { readonly kind: 'posted' }
  /** `everybody`: Discord wants all requests of the bot to pause, not only those like this one. */
  | {
      readonly kind: 'again';
      readonly pause: number;
      readonly reason: string;
      readonly everybody?: true;
    }
  /** The channel or the right to post in it is gone: stop at once, and tell. */
  | ({ readonly kind: 'closed' } & Closure)
  /** Discord refuses this post for good; `tell` where people can do something about it. */
  | { readonly kind: 'refused'; readonly reason: string; readonly tell?: string }
  /** The token is no longer valid: the bot must stop. */
  | { readonly kind: 'fatal'; readonly pause: number; readonly reason: string };

const POSTED_AND_DELETED = 10008;
const RIGHTS = 'Give the bot View Channel, Send Messages and Read Message History there.';
const CLOSED: Readonly<Record<number, Closure>> = {
  10003: { reason: 'the channel is gone', remedy: 'Choose another channel.', gone: true },
  10004: { reason: 'the bot is no longer in the server', remedy: 'Invite it again.', gone: true },
  50001: { reason: 'the bot may not see the channel', remedy: RIGHTS, gone: false },
  50013: { reason: 'the bot may not post in the channel', remedy: RIGHTS, gone: false },
  50083: {
    reason: 'the thread is archived and the bot may not open it',
    remedy: 'Open the thread again, or choose another channel.',
    gone: false,
  },
  160002: { reason: 'the bot may not read what it would answer there', remedy: RIGHTS, gone: false },
};
const BLOCKED = 200_000;
const LATER = new Set([20028, 40333, 130000, 30046]);
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 300_000;

/** Whether it was posted before cannot be known, so it must not be posted again. */
const NO_HISTORY: Closure = {
  reason: 'the bot may not read the channel, so it cannot see whether this was posted already',
  remedy: RIGHTS,
  gone: false,
};

/** A channel that was found closed before anything was sent. */
export class ChannelClosed extends Error {
  readonly closure: Closure;

  /** `missing`: names of the permissions that are missing; null where the channel is gone. */
  constructor(missing: readonly string[] | null) {
    const closure = missing === null ? CLOSED[10003] : NO_HISTORY;
    super(closure?.reason);
    this.closure = closure ?? NO_HISTORY;
  }
}

/** Growing pauses, spread by `random` (0 to 1) so that many do not come back together. */
function pauseAfter(attempts: number, random: number): number {
  const most = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(attempts, 12));
  return Math.round(most * (0.5 + random / 2));
}

function ofDiscord(error: DiscordAPIError, pause: number): Trouble {
  const { status, message } = error;
  const code = Number(error.code);
  const closure = CLOSED[code];
  if (code === POSTED_AND_DELETED) return { kind: 'posted' };
  if (status === 401) return { kind: 'fatal', pause, reason: 'Discord no longer takes the token' };
  if (closure !== undefined) return { kind: 'closed', ...closure };
  if (code === BLOCKED)
    return {
      kind: 'refused',
      reason: 'AutoMod blocked the post',
      tell: 'AutoMod blocked a post of this bot there. Exempt the bot, or change the rule.',
    };
  if (LATER.has(code) || status === 429) return { kind: 'again', pause, reason: message };
  if (status === 403 || status === 404) {
    return { kind: 'closed', reason: `Discord says "${message}"`, remedy: RIGHTS, gone: false };
  }
  return { kind: 'refused', reason: message };
}

/** What to do about an error of a send: by Discord's code, its status, or the lack of both. */
export function troubleOf(error: unknown, attempts: number, random: number): Trouble {
  const pause = pauseAfter(attempts, random);
  if (error instanceof RateLimitError) {
    const again = { kind: 'again', pause: error.retryAfter, reason: 'rate limit' } as const;
    return error.global ? { ...again, everybody: true } : again;
  }
  if (error instanceof HeldBack) return { kind: 'again', pause: error.pause, reason: error.message };
  if (error instanceof ChannelClosed) return { kind: 'closed', ...error.closure };
  if (error instanceof DiscordAPIError) return ofDiscord(error, pause);
  if (error instanceof HTTPError) {
    return error.status === 401
      ? { kind: 'fatal', pause, reason: 'Discord no longer takes the token' }
      : { kind: 'again', pause, reason: `Discord answered ${error.status}` };
  }
  const ours = error instanceof Error && !('code' in error) && error.name !== 'AbortError';
  return { kind: 'again', pause, reason: ours ? 'the bot made a mistake' : 'Discord could not be reached' };
}

/** How a delivery ends, or when it is tried again; what concerns its whole channel is not known here. */
export function settlementOf(trouble: Exclude<Trouble, { kind: 'closed' }>, now: number): Settlement {
  switch (trouble.kind) {
    case 'posted':
      return { kind: 'sent', message: null };
    case 'again':
    case 'fatal':
      return { kind: 'again', due: now + trouble.pause, reason: trouble.reason };
    case 'refused':
      return { kind: 'failed', reason: trouble.reason };
  }
}
