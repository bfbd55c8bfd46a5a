/** Pauses between attempts that grow, and end at once when the bot stops. */
import { setTimeout as pauseFor } from 'node:timers/promises';
import { MINUTE } from '../domain/durations.js';

const FIRST_MS = 1000;
const LONGEST_MS = MINUTE;

/** ms before attempt number `failed` + 1; `random` (0 to 1) keeps many processes from coming back together. */
export function growingPause(failed: number, random: number): number {
  return Math.round(Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failed, 10)) * (0.5 + random / 2));
}

/** Resolves after `ms`, or as soon as `signal` is aborted; never rejects. */
export async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await pauseFor(ms, undefined, { signal }).catch(() => undefined);
}

/** Resolves when `work` is over, whatever came of it, or after `ms`. */
export async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    // Kept: with nothing else left to wait for, the process would end in the middle of its stop.
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work.catch(() => undefined), late]);
  clearTimeout(timer);
}

export interface Persisting {
  readonly signal: AbortSignal;
  /** 0 to 1. */
  readonly random: () => number;
  /** Told of each failure and of the pause after it (ms). What it throws ends the attempts. */
  readonly failed: (error: unknown, pause: number) => void;
}

/** Tries `act` until it succeeds; null once `signal` is aborted. */
export async function persist<T>(
  act: () => Promise<T>,
  { signal, random, failed }: Persisting,
): Promise<T | null> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      return await act();
    } catch (error) {
      if (signal.aborted) return null;
      const pause = growingPause(failures, random());
      failed(error, pause);
      await sleep(pause, signal);
    }
  }
  return null;
}
