/** Logs and counts errors that nothing else caught. The process goes on: one fault must not stop every server's posts. */
import type { Log } from './discord/log.js';
import type { HealthSource } from './web/health.js';
import { english } from './wording/index.js';
import { MINUTE } from './domain/durations.js';
import { msBetween, type WallInstant } from './domain/instant.js';

export interface Uncaught extends HealthSource {
  /** The number of errors since the start. */
  count(): number;
}

/** How long /health reports an error, ms. */
const SHOWN_MS = 10 * MINUTE;
/** An error that repeats by the thousand would fill the disk with log lines. */
const MOST_LOGGED_A_MINUTE = 20;

/** Starts catching, for the whole process. */
export function catchUncaught(log: Log, wallNow: () => WallInstant): Uncaught {
  let count = 0;
  let last: WallInstant | null = null;
  let logged: { since: WallInstant | null; lines: number } = { since: null, lines: 0 };
  const caught = (kind: string) => (error: unknown) => {
    count += 1;
    const now = wallNow();
    last = now;
    if (logged.since === null || msBetween(logged.since, now) > MINUTE) logged = { since: now, lines: 0 };
    logged.lines += 1;
    if (logged.lines > MOST_LOGGED_A_MINUTE) return;
    // Anything can be thrown. Only errors are known not to hold a member's text.
    const err =
      error instanceof Error ? error : new Error(`something other than an error was thrown: ${typeof error}`);
    log.error({ err, kind, uncaught: count }, 'an unexpected error; the bot goes on');
  };
  process.on('uncaughtException', caught('exception'));
  process.on('unhandledRejection', caught('rejection'));
  return {
    count: () => count,
    problems: () =>
      last !== null && msBetween(last, wallNow()) < SHOWN_MS ? [english.operator.health.uncaught] : [],
  };
}
