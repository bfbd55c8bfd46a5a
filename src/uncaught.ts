/** What nothing else caught is logged and counted, and the process goes on: one fault must not stop every server's posts. */
import type { Log } from './discord/log.js';
import type { HealthSource } from './web/health.js';

export interface Uncaught extends HealthSource {
  /** How many there were since the start. */
  count(): number;
}

/** For how long a fault is shown by /health, ms. */
const SHOWN_MS = 10 * 60_000;
/** A fault that repeats by the thousand would fill the disk with log lines. */
const MOST_LOGGED_A_MINUTE = 20;
const MINUTE_MS = 60_000;

/** `real`: real time, ms UTC. */
export function catchUncaught(log: Log, real: () => number): Uncaught {
  let count = 0;
  let last = -Infinity;
  let logged = { since: -Infinity, lines: 0 };
  const caught = (kind: string) => (error: unknown) => {
    count += 1;
    last = real();
    if (last - logged.since > MINUTE_MS) logged = { since: last, lines: 0 };
    logged.lines += 1;
    if (logged.lines > MOST_LOGGED_A_MINUTE) return;
    // Anything can be thrown; only errors are known to hold no text of a member's.
    const err =
      error instanceof Error ? error : new Error(`something was thrown that is no error: ${typeof error}`);
    log.error({ err, kind, uncaught: count }, 'an unexpected error; the bot goes on');
  };
  process.on('uncaughtException', caught('exception'));
  process.on('unhandledRejection', caught('rejection'));
  return {
    count: () => count,
    problems: () =>
      real() - last < SHOWN_MS
        ? ['An unexpected error happened within the last ten minutes; the log has it.']
        : [],
  };
}
