/** Keeps long work from whoever waits for an answer of the same process. */
import { setTimeout as rest } from 'node:timers/promises';

/** How long others wait at most because of the work, and how long they then have their turn, ms. */
const WORK_MS = 4;
const REST_MS = 3;

/** Called between two steps of the work: rests where it has taken its turn. */
export function paced(): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < WORK_MS) return;
    await rest(REST_MS);
    begun = performance.now();
  };
}
