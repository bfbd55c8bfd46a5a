/** Records the deadlines that have passed, and moves countdowns, each alone. */
import { setImmediate as breath } from 'node:timers/promises';
import { nextFire } from '../domain/cron/index.js';
import { decide } from '../domain/decide/index.js';
import type { Failure } from '../domain/failure.js';
import type { Schedule } from '../domain/guild.js';
import { RefusedError } from '../domain/refusal.js';
import type { DueStore, Lapsing, PostLog, SetAsideStore } from '../store/port/index.js';
import { eachAlone, putAside, type AsideOptions } from './set-aside.js';
import { brokenReason, fireOf, isReadable } from './due-schedules.js';
import { messageOf } from './health.js';
import type { RecordInstant } from '../domain/instant.js';

/** Most changes of the record between two claims, so that a passing does not wait behind many countdowns. */
const AT_ONCE = 25;

export interface ChangesOptions extends AsideOptions {
  readonly store: DueStore & SetAsideStore & Pick<PostLog, 'deliveries'>;
}

type PassingRefused = Extract<Failure, { kind: 'passing-refused' }>;

/** The due rows are not what the entries say. */
class Unlapsed extends Error {
  constructor(readonly reason: PassingRefused) {
    super(`${reason.kind} ${reason.why}`);
  }
}

/** Records the deadlines that have passed, each alone. */
export class DueDeadlines {
  /** Rows that had nothing to record. Once, another process may have been faster; twice, the row is wrong. */
  #unchanged = new Set<string>();

  constructor(private readonly options: ChangesOptions) {}

  /** By `at`, ms UTC of the record's clock; how many were dealt with. */
  async lapse(at: RecordInstant): Promise<number> {
    const over = await this.options.store.lapsing(at, AT_ONCE);
    const before = this.#unchanged;
    this.#unchanged = new Set();
    return eachAlone(
      over,
      (row) => this.#one(row, at, before),
      (row, error) => this.#poisoned(row, error, at),
    );
  }

  async #one(
    { guild, number, passing }: Lapsing,
    at: RecordInstant,
    before: ReadonlySet<string>,
  ): Promise<boolean> {
    const { store } = this.options;
    const changed = await store.expire(
      guild,
      number,
      (entries) => decide(entries, { verb: 'lapse' }, { now: at, by: null, number }),
      { now: at, announceDelay: 0, channel: await announcementChannelOf(store, guild, number) },
    );
    // Lets posts whose slot has come go out in between.
    await breath();
    if (!changed.ok) {
      const { why } = changed.refusal;
      if (why === 'busy' || why === 'disk-full' || why === 'database-away')
        throw new RefusedError(changed.refusal);
      throw new Unlapsed({ kind: 'passing-refused', why });
    }
    if (changed.value.appended.length > 0) return true;
    const key = `${guild} ${number} ${passing}`;
    if (before.has(key)) throw new Unlapsed({ kind: 'passing-refused', why: null });
    this.#unchanged.add(key);
    return false;
  }

  async #poisoned({ guild, number, passing }: Lapsing, error: unknown, now: RecordInstant): Promise<void> {
    const damaged = { kind: 'record-damaged', error: messageOf(error) } as const;
    const reason = error instanceof Unlapsed ? error.reason : damaged;
    const poisoned = { stage: 'expire', guild, item: number, mark: passing, reason, now } as const;
    await putAside(this.options, poisoned, error, { kind: 'passing-failed', number });
  }
}

/** Moves the countdowns that are due at `at`, ms UTC of the record's clock, and plans their digests; how many. */
export async function fire(options: ChangesOptions, at: RecordInstant): Promise<number> {
  const { store } = options;
  return eachAlone(
    await store.firing(at, AT_ONCE),
    async (schedule) => {
      if (!isReadable(schedule)) throw new Error('The scope of the countdown cannot be read');
      const { next, digest, missed } = fireOf(schedule, at);
      await store.fire(schedule, next, digest, missed);
      await breath();
      return true;
    },
    (schedule, error) => broken(options, schedule, error, at),
  );
}

/**
 * Plans anew the countdowns whose next fire is further away than the next one after `at`, ms UTC of the record's clock: a
 * clock that was ahead leaves them there. What was posted meanwhile is not posted again.
 */
export async function replan({ store }: Pick<ChangesOptions, 'store'>, at: RecordInstant): Promise<void> {
  let schedules = await store.running(0, AT_ONCE);
  while (schedules.length > 0) {
    for (const schedule of schedules.filter((one) => brokenReason(one) === null)) {
      const next = nextFire(schedule.cron, schedule.zone, at);
      if (next < schedule.next) await store.replan(schedule, next);
    }
    await breath();
    schedules = await store.running(schedules.at(-1)?.id ?? 0, AT_ONCE);
  }
}

async function broken(options: ChangesOptions, schedule: Schedule, error: unknown, now: RecordInstant) {
  const { guild, id, channel, author, next } = schedule;
  const reason: Failure = brokenReason(schedule) ?? { kind: 'mistake', error: messageOf(error) };
  const poisoned = { stage: 'fire', guild, item: id, mark: next, reason, now } as const;
  const about = { kind: 'countdown-stopped', channel, id, reason } as const;
  await putAside(options, poisoned, error, about, author === '' ? null : author);
}

/** Where the record of an ultimatum was announced, for servers without an announcements channel. */
async function announcementChannelOf(
  store: Pick<PostLog, 'deliveries'>,
  guild: string,
  number: number,
): Promise<string | null> {
  const [first] = await store.deliveries(guild, { number, kind: 'announcement', limit: 1 });
  return first?.channel ?? null;
}
