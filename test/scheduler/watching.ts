import type { Database } from '../../src/store/database.js';
import { storeOn } from '../../src/store/index.js';
import type { Delivery, PlannedDelivery } from '../../src/domain/delivery.js';
import type { Schedule } from '../../src/domain/guild.js';
import type { Settlement } from '../../src/store/port/index.js';
import { fromPlanned } from '../../src/store/rows.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { createBeat } from '../../src/scheduler/beat.js';
import type { ClaimLoopOptions } from '../../src/scheduler/claim-loop.js';
import { GUILD, instant } from '../store/founding.js';
import { virtualTime } from './virtual.js';

/** Whether `npm run mutation` runs the tests for each change: those that take seconds are left out. */
export const IS_MUTATED = process.env['MUTATED'] !== undefined;

export const SECOND = 1000;
/** Two seconds before the founding deadline is over. */
export const START = instant('2025-09-03T04:00:00Z') - 2 * SECOND;

export const digest = (
  index: number,
  channel: string,
  more: Partial<PlannedDelivery> = {},
): PlannedDelivery => ({
  post: { kind: 'digest', schedule: index, fire: index },
  channel,
  due: START,
  expires: null,
  ...more,
});

/** The countdowns whose digests these are, as numbered by `digest`. */
export const schedulesOf = (rows: readonly Delivery[]): readonly (number | null)[] =>
  rows.map(({ post }) => (post.kind === 'digest' ? post.schedule : null));

/** A countdown of everything in one channel, at four in the morning. */
export const daily = (more: Partial<Schedule> = {}): Omit<Schedule, 'id'> => ({
  guild: GUILD,
  channel: 'c1',
  cron: '0 4 * * *',
  zone: 'UTC',
  scope: { kind: 'all' },
  author: '5',
  status: 'running',
  broken: null,
  next: START,
  last: null,
  ...more,
});

export type Watching = Awaited<ReturnType<typeof watching>>;

/** A store, virtual time, and a sender that notes what it is given. */
export async function watching(database: Database = openSqlite(':memory:')) {
  const time = virtualTime(START);
  const store = time.heeding(await storeOn(database));
  const posted: (Delivery & { readonly at: number })[] = [];
  const errors: object[] = [];
  const send = async (delivery: Delivery, _now: number, pass: () => Promise<void>): Promise<Settlement> => {
    await pass();
    posted.push({ ...delivery, at: time.now() });
    return { kind: 'sent', message: String(posted.length) };
  };
  const options: ClaimLoopOptions = {
    store,
    send,
    now: time.now,
    wallNow: time.wallNow,
    sleep: time.sleep,
    batch: 100,
    log: { error: (about) => void errors.push(about) },
  };
  const plan = (planned: readonly PlannedDelivery[]) =>
    database.write
      .insertInto('delivery')
      .values(planned.map((one) => fromPlanned(GUILD, one)))
      .execute();
  return {
    database,
    store,
    time,
    posted,
    errors,
    send,
    options,
    plan,
    digests: (count: number, channels: number) =>
      plan(Array.from({ length: count }, (_, index) => digest(index, `c${index % channels}`))),
    rows: () => store.deliveries(GUILD, { limit: 1000 }),
    beatWith: (more: Partial<ClaimLoopOptions> = {}) => createBeat({ ...options, ...more }),
  };
}
