import { setImmediate as breath } from 'node:timers/promises';
import { decide } from '../domain/decide.js';
import type { Store } from '../store/port.js';
import { fireOf } from './fire.js';
import type { Posting } from './pool.js';

/** Changes of the record between two claims: what has just passed must not wait behind a morning of countdowns. */
const AT_ONCE = 25;

/** Records the deadlines that have passed by `at`, ms UTC of the record's clock; how many. */
export async function lapse({ store, log }: Pick<Posting, 'store' | 'log'>, at: number): Promise<number> {
  const over = await store.lapsing(at, AT_ONCE);
  let done = 0;
  for (const { guild, number } of over) {
    const changed = await store.change(
      guild,
      number,
      (entries) => decide(entries, { verb: 'lapse' }, { now: at, by: null, number }),
      { now: at, announceDelay: 0, channel: await homeOf(store, guild, number) },
    );
    // A post whose slot has come goes out in between.
    await breath();
    if (changed.ok) done += 1;
    else log.error({ guild, number, refusal: changed.refusal }, 'a deadline that passed is not recorded yet');
  }
  return done;
}

/** Moves the countdowns that are due at `at`, ms UTC of the record's clock, and plans their digests; how many. */
export async function fire(store: Store, at: number): Promise<number> {
  const due = await store.firing(at, AT_ONCE);
  for (const schedule of due) {
    const { next, digest, missed } = fireOf(schedule, at);
    await store.fire(schedule, next, digest, missed);
    await breath();
  }
  return due.length;
}

/** Where the record of an ultimatum was announced, for servers without an announcements channel. */
async function homeOf(store: Store, guild: string, number: number): Promise<string | null> {
  const [first] = await store.deliveries(guild, { number, kind: 'announcement', limit: 1 });
  return first?.channel ?? null;
}
