import { afterAll, describe, expect, it } from 'vitest';
import { accountIn, slotsOf, spendIn, type Account } from '../../src/store/budget.js';
import type { Database } from '../../src/store/database.js';
import { retryWhileBusy } from '../../src/store/errors.js';
import { migrate } from '../../src/store/migrate.js';
import { openPostgres } from '../../src/store/postgres.js';
import { CHANNEL_COUNT, paceByChannel } from '../../src/store/channel-pacing.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { openPglite } from '../support/pglite.js';
import { newDatabase, onPostgres, SERVER } from '../support/postgres.js';
import { budgetContract, mostInASecond } from './budget-contract.js';
import { wallInstant } from '../../src/domain/instant.js';

const drops: (() => Promise<void>)[] = [];
async function onServer() {
  const { url, drop } = await newDatabase();
  drops.push(drop);
  return openPostgres(url, () => undefined);
}
afterAll(async () => {
  for (const drop of drops) await drop();
});

budgetContract('SQLite', () => Promise.resolve(openSqlite(':memory:')));
budgetContract('PGlite', () => Promise.resolve(openPglite()));
budgetContract(`PostgreSQL ${onPostgres}`, SERVER === undefined ? null : onServer);

const NOW = 1_752_480_000_000;
/** How long one instant may be waited for on a busy machine, ms. */
const BUSY_MS = 10_000;

/** Claims again and again on one SQLite, at instants that `look` chooses, until `count` instants were given away. */
async function granted(count: number, look: (account: Account) => number): Promise<readonly number[]> {
  const database = openSqlite(':memory:');
  await migrate(database);
  const instants: number[] = [];
  let wallNow = wallInstant(NOW);
  while (instants.length < count) {
    const account = await accountIn(database.write, database.dialect, wallNow);
    const some = { perSecond: 50, wallNow, count: slotsOf(account, 50, 100).length };
    instants.push(...(await spendIn(database.write, database.dialect, some)).slots);
    wallNow = wallInstant(look(await accountIn(database.write, database.dialect, wallNow)));
  }
  await database.close();
  return instants.slice(0, count);
}

describe('the instants that are given away', () => {
  it('drain a burst of 300 within 1.1 times the ideal, and never more than 50 in a second', async () => {
    const instants = await granted(300, ({ free }) => free / 1000 - 150);
    const [first = 0, last = 0] = [instants[0], instants.at(-1)];
    expect(last - first).toBeLessThanOrEqual((300 / 50) * 1000 * 1.1);
    expect((299 * 1000) / (last - first)).toBeGreaterThanOrEqual(47.5);
    expect(mostInASecond(instants)).toBeLessThanOrEqual(50);
  });

  it('make up for no more idle time than a sliding second allows', async () => {
    // Now 0, then 40 ms too late, then after long rests.
    let turn = 0;
    const instants = await granted(1000, ({ free }) => free / 1000 + [-100, 40, 0, 3000][turn++ % 4]!);
    expect(mostInASecond(instants)).toBeLessThanOrEqual(50);
    expect(mostInASecond(instants, 5)).toBeLessThanOrEqual(2);
  });

  it.each([1, 2, 10, 20, 30, 47, 50, 500])('are at most %i a second where that is the limit', (perSecond) => {
    let account = { now: NOW * 1000, free: 0 };
    const instants: number[] = [];
    for (let index = 0; index < 3 * perSecond + 3; index += 1) {
      const [slot = 0] = slotsOf({ ...account, now: Math.max(account.now, account.free) }, perSecond, 1);
      instants.push(slot);
      const gap = Math.round(1_000_000 / (perSecond * 0.955));
      account = { ...account, free: Math.max(account.free, account.now - 4000) + gap };
    }
    expect(mostInASecond(instants)).toBeLessThanOrEqual(perSecond);
  });
});

/** Takes `count` instants, one after the other. */
async function spendOften({ write, dialect }: Database, count: number): Promise<readonly number[]> {
  const instants: number[] = [];
  while (instants.length < count) {
    const spend = () =>
      write
        .transaction()
        .execute((db) => spendIn(db, dialect, { perSecond: 50, wallNow: wallInstant(0), count: 1 }));
    instants.push(...(await retryWhileBusy(spend, BUSY_MS)).slots);
  }
  return instants;
}

describe.skipIf(SERVER === undefined)(`several processes on one PostgreSQL ${onPostgres}`, () => {
  it('together get no more than Discord allows one bot', async () => {
    const { url, drop } = await newDatabase();
    const databases: readonly Database[] = [1, 2, 3, 4].map(() => openPostgres(url, () => undefined));
    const [first] = databases;
    if (first !== undefined) await migrate(first);
    const begun = performance.now();
    // Each asks again once it has its answer: what waits for a connection of the pool gives up after 2 s.
    const taken = await Promise.all(
      databases.flatMap((database) => [1, 2, 3].map(() => spendOften(database, 20))),
    );
    const lasted = performance.now() - begun;
    const instants = taken.flat();
    expect(new Set(instants).size).toBe(240);
    expect(mostInASecond(instants)).toBeLessThanOrEqual(50);
    const span = Math.max(...instants) - Math.min(...instants);
    expect(span).toBeLessThan(Math.max((240 / 50) * 1000, lasted) * 1.1);
    await Promise.all(databases.map((database) => database.close()));
    await drop();
  });
});

describe('spreading over channels', () => {
  const rows = (text: string) => text.split('').map((channel, index) => ({ channel, index }));
  const slots = (count: number) => Array.from({ length: count }, (_, index) => NOW + index * 21);
  const order = (found: ReturnType<typeof paceByChannel<{ channel: string; index: number }>>) =>
    found.granted.map(({ row }) => row.channel).join('');

  it('goes in order as long as no channel is busy', () => {
    const found = paceByChannel(rows('abcabc'), slots(4), new Map());
    expect(order(found)).toBe('abca');
    expect(found.busy).toEqual([]);
    expect(found.granted.map(({ at }) => at)).toEqual(slots(4));
  });

  it('skips the sixth post of a channel, and says when it has room', () => {
    const found = paceByChannel(rows('aaaaaaab'), slots(8), new Map());
    expect(order(found)).toBe('aaaaab');
    expect(found.busy.map(({ row, until }) => [row.index, until])).toEqual([
      [5, NOW + 5250],
      [6, NOW + 5250],
    ]);
  });

  it('remembers recent sends, and only as many as matter', () => {
    const recent = new Map([['a', [NOW - 6000, NOW - 3000, NOW - 2000, NOW - 1000, NOW - 500]]]);
    const found = paceByChannel(rows('aab'), slots(3), recent);
    expect(order(found)).toBe('ab');
    expect(found.busy.map(({ until }) => until)).toEqual([NOW - 3000 + 5250]);
    expect(found.recent.get('a')).toHaveLength(CHANNEL_COUNT);
  });

  it('never lets a channel have more than five in five seconds', () => {
    const instants: number[] = [];
    let recent: ReadonlyMap<string, readonly number[]> = new Map();
    for (let real = NOW; real < NOW + 60_000; real += 100) {
      const found = paceByChannel(rows('aaa'), [real, real + 21, real + 42], recent);
      instants.push(...found.granted.map(({ at }) => at));
      recent = new Map([...recent, ...found.recent]);
    }
    expect(mostInASecond(instants, 5000)).toBe(5);
    expect(instants.length).toBeGreaterThanOrEqual(55);
  });
});
