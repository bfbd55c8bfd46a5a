/** Logs and counts errors that nothing else caught. The process goes on: one fault must not stop every server's posts. */
import type { Log } from './discord/log.js';
import type { HealthSource } from './web/health.js';
import { english } from './wording/index.js';
import { MINUTE } from './domain/durations.js';

export interface Uncaught extends HealthSource {
  /** The number of errors since the start. */
  count(): number;
}

/** How long /health reports an error, ms. */
const SHOWN_MS = 10 * MINUTE;
/** An error that repeats by the thousand would fill the disk with log lines. */
const MOST_LOGGED_A_MINUTE = 20;

/** Starts catching, for the whole process. `real`: real time, ms UTC. */
export function catchUncaught(log: Log, real: () => number): Uncaught {
  let count = 0;
  let last = -Infinity;
  let logged = { since: -Infinity, lines: 0 };
  const caught = (kind: string) => (error: unknown) => {
    count += 1;
    last = real();
    if (last - logged.since > MINUTE) logged = { since: last, lines: 0 };
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
    problems: () => (real() - last < SHOWN_MS ? [english.operator.health.uncaught] : []),
  };
}
