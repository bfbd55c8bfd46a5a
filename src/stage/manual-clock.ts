/** A clock that stands until it is moved. */
import type { Bot } from '../bot.js';
import type { Clock } from '../clock.js';
import type { RecordInstant } from '../domain/instant.js';

/** A record's clock that stands until it is told. It never goes back. */
export interface ManualClock extends Clock {
  set(instant: RecordInstant): void;
}

/** Stands at `start` (ms UTC) until told otherwise. */
export function manualClock(start: RecordInstant): ManualClock {
  let at = start;
  return {
    now: () => at,
    wallOf: () => null,
    set(next) {
      if (next < at) throw new Error("The clock can't go back.");
      at = next;
    },
  };
}

/** Steps from one thing due to the next up to `until` (ms UTC), posting each at its own instant. */
export async function advanceTo(until: RecordInstant, clock: ManualClock, bot: Bot): Promise<void> {
  for (;;) {
    await bot.beat();
    const due = await bot.store.nextDue();
    if (due === null || due > until) break;
    // A row that stays due is not posted by waiting for it.
    if (due <= clock.now()) break;
    clock.set(due);
  }
  clock.set(Math.max(clock.now(), until));
  await bot.beat();
}
