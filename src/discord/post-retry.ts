/** What an error of a send means: by Discord's code, its status, or the lack of both. */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { Failure } from '../domain/failure.js';
import { RefusedError } from '../domain/refusal.js';
import type { Settlement } from '../store/port/index.js';
import {
  CHANNEL_GONE,
  closureOf,
  limitedClosure,
  NO_HISTORY,
  unknownClosure,
  type Closure,
} from './closures.js';
import { TooManyInvalidRequests } from './invalid-request-limit.js';
import { codeOf, NotFromDiscord } from './response.js';
import { cleanLine } from '../domain/clean.js';
import { clipped } from '../wording/typed.js';
import type { RecordInstant } from '../domain/instant.js';

/** What the admins are told of a refused post. */
type RefusalNotice =
  { readonly kind: 'automod' } | { readonly kind: 'refused'; readonly code: number; readonly words: string };

/** What a failed send means. Pauses are ms. */
export type PostFailure =
  /** It had been posted and was deleted since: nothing is left to do. */
  | { readonly kind: 'posted' }
  /** Only this row waits, and only for a while. `everybody`: all requests of the bot are to pause. */
  | {
      readonly kind: 'again';
      readonly pause: number;
      readonly reason: Failure;
      readonly everybody?: true;
    }
  /** Something other than Discord answered: everybody pauses, for longer each time, and for `pause` at least. */
  | { readonly kind: 'outage'; readonly pause: number; readonly reason: Failure }
  /** The channel or the right to post in it is gone: stop at once, and tell. */
  | ({ readonly kind: 'closed' } & Closure)
  /** Discord refuses this post for good. */
  | { readonly kind: 'refused'; readonly reason: Failure; readonly tell: RefusalNotice }
  /** An error of the bot itself. */
  | { readonly kind: 'mistake' }
  /** The token is no longer valid: the bot must stop. */
  | { readonly kind: 'fatal'; readonly pause: number; readonly reason: Failure };

const POSTED_AND_DELETED = 10008;
const AUTOMOD = new Set([200_000, 200_001]);
/** Discord is busy with something of its own, or the message was edited too often. */
const BUSY = new Set([30046, 40062, 40333, 130_000]);
/** The message to be edited is not the bot's own. */
const NOT_OURS = new Set([50005, 50021]);
/** How often anybody may write there. */
const LIMITED = new Set([20016, 20022, 20028, 20029, 40004]);
/** A limit that lasts longer than so many attempts is told. */
const PASSING_ATTEMPTS = 5;
/** Statuses that say "not now" and nothing about the request. */
const NOT_NOW = new Set([408, 409, 425, 429]);
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 300_000;

/** A channel that was found closed before anything was sent. */
export class ChannelClosedError extends Error {
  readonly closure: Closure;

  /** `missing`: names of the permissions that are missing; null where the channel is gone. */
  constructor(missing: readonly string[] | null) {
    const closure = missing === null ? CHANNEL_GONE : NO_HISTORY;
    super(`the channel takes no posts: ${closure.why.kind}`);
    this.closure = closure;
  }
}

/** Its turn did not come, so nothing was sent. */
export class TurnMissed extends Error {}

/** Growing pauses, spread by `random` (0 to 1) so that many do not come back together; ms. */
export function pauseAfter(attempts: number, random: number): number {
  const most = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(attempts, 12));
  return Math.round(most * (0.5 + random / 2));
}

const again = (pause: number, reason: Failure): PostFailure => ({ kind: 'again', pause, reason });
const closed = (closure: Closure): PostFailure => ({ kind: 'closed', ...closure });

const LONGEST_WORDS = 120;

/** Discord's own words: one line, not too long. */
const wordsOf = (message: string) => clipped(cleanLine(message), LONGEST_WORDS);

function refused(code: number, message: string): PostFailure {
  if (AUTOMOD.has(code)) return { kind: 'refused', reason: { kind: 'automod' }, tell: { kind: 'automod' } };
  const words = wordsOf(message);
  return { kind: 'refused', reason: { kind: 'discord-said', words }, tell: { kind: 'refused', code, words } };
}

function ofDiscord(error: DiscordAPIError, code: number, attempts: number, pause: number): PostFailure {
  const { status, message } = error;
  const words = wordsOf(message);
  const reason = { kind: 'discord-said', words } as const;
  const closure = closureOf(code);
  if (code === POSTED_AND_DELETED) return { kind: 'posted' };
  if (status === 401) return { kind: 'fatal', pause, reason: { kind: 'token' } };
  if (closure !== null) return closed(closure);
  if (LIMITED.has(code))
    return attempts < PASSING_ATTEMPTS ? again(pause, reason) : closed(limitedClosure(words));
  if (BUSY.has(code) || NOT_NOW.has(status)) return again(pause, reason);
  const aboutThePost = AUTOMOD.has(code) || NOT_OURS.has(code) || (status !== 403 && status !== 404);
  return aboutThePost ? refused(code, message) : closed(unknownClosure(words));
}

/** At least what Discord asks for; without that, growing pauses. */
function ofRateLimit({ retryAfter, global }: RateLimitError, pause: number): PostFailure {
  const asked = Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : pause;
  const wait = { kind: 'again', pause: asked, reason: { kind: 'rate-limit' } } as const;
  return global ? { ...wait, everybody: true } : wait;
}

const NETWORK = /^(?:UND_ERR_|ERR_(?:TLS|SSL)|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|E(?!RR_)[A-Z]+)/;
const DATABASE = /^SQLITE_(?:BUSY|LOCKED|FULL|IOERR|CANTOPEN|READONLY)|^(?:08|40|53|55|57|58)[0-9A-Z]{3}$/;
const DATABASE_GONE = /^Connection terminated|timeout exceeded when trying to connect/;

/** What has no answer at all: the network, the database, or a mistake of the bot's own. */
function ofSilence(error: unknown, pause: number): PostFailure {
  if (!(error instanceof Error)) return { kind: 'mistake' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const gaveUp = error.name === 'AbortError' || error.name === 'TimeoutError';
  if (DATABASE.test(code) || DATABASE_GONE.test(error.message)) return again(pause, { kind: 'database' });
  if (gaveUp || NETWORK.test(code)) return again(pause, { kind: 'unreachable' });
  return { kind: 'mistake' };
}

const fromElsewhere = (status: number, pause: number): PostFailure => ({
  kind: 'outage',
  pause,
  reason: { kind: 'not-from-discord', status },
});

/** What to do about an error of a send; `random` is 0 to 1. */
export function postFailureOf(error: unknown, attempts: number, random: number): PostFailure {
  const pause = pauseAfter(attempts, random);
  if (error instanceof RateLimitError) return ofRateLimit(error, pause);
  if (error instanceof TooManyInvalidRequests) return again(error.pause, { kind: 'invalid-requests' });
  if (error instanceof RefusedError) return again(pause, { kind: 'database' });
  if (error instanceof TurnMissed) return again(pause, { kind: 'slot-missed' });
  if (error instanceof ChannelClosedError) return closed(error.closure);
  if (error instanceof NotFromDiscord) return fromElsewhere(error.status, error.retryAfter ?? 0);
  if (error instanceof HTTPError) return again(pause, { kind: 'discord-status', status: error.status });
  if (!(error instanceof DiscordAPIError)) return ofSilence(error, pause);
  const code = codeOf(error);
  if (code !== null) return ofDiscord(error, code, attempts, pause);
  return fromElsewhere(error.status, 0);
}

/** How a delivery ends, or when it is tried again; what concerns more than the row itself is not known here. */
export function settlementOf(
  trouble: Exclude<PostFailure, { kind: 'closed' | 'mistake' }>,
  now: RecordInstant,
): Settlement {
  switch (trouble.kind) {
    case 'posted':
      return { kind: 'sent', message: null };
    case 'again':
    case 'outage':
    case 'fatal':
      return { kind: 'again', due: now + trouble.pause, reason: trouble.reason };
    case 'refused':
      return { kind: 'failed', reason: trouble.reason };
  }
}
