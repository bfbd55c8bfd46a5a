import type { Bot } from './bot.js';
import type { Clock } from './clock.js';

/** A record's clock that stands or runs as it is told. It never goes back. */
export interface SteeredClock extends Clock {
  set(instant: number): void;
  /** From now on the record's time runs `rate` times as fast as real time; 0 stands still. */
  run(rate: number): void;
  /** The record's time at a real instant, and its rate since. */
  setting(): { readonly record: number; readonly real: number; readonly rate: number };
}

/** Stands at `start` (ms UTC) until told otherwise. */
export function steeredClock(start: number, real: () => number = Date.now): SteeredClock {
  let setting = { record: start, real: real(), rate: 0 };
  const now = () => Math.floor(setting.record + (real() - setting.real) * setting.rate);
  return {
    now,
    set(next) {
      if (next < now()) throw new Error('The record’s clock does not go back.');
      setting = { ...setting, record: next, real: real() };
    },
    run(rate) {
      setting = { record: now(), real: real(), rate };
    },
    setting: () => setting,
  };
}

/** Steps from one thing due to the next up to `until` (ms UTC), posting each at its own instant. Then stands or runs on. */
export async function stepTo(until: number, clock: SteeredClock, bot: Bot): Promise<void> {
  const { rate } = clock.setting();
  clock.run(0);
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
  clock.run(rate);
}
