/** Claiming in batches, as long as there is room. */
import { beforeEach, describe, expect, it } from 'vitest';
import { later } from '../../src/domain/instant.js';
import { RefusedError } from '../../src/domain/refusal.js';
import { ClaimLoop } from '../../src/scheduler/claim-loop.js';
import { InFlight } from '../../src/scheduler/in-flight.js';
import type { BeatStore, Claim, Poisoned } from '../../src/store/port/index.js';
import type { Notice } from '../../src/scheduler/set-aside.js';
import { asideOf, claimedRow, NOW, scripted, standing } from './scripted.js';

const never = () => new Promise<never>(() => undefined);
const rows = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => claimedRow(from + index));

describe('claiming', () => {
  let stand: ReturnType<typeof standing>;
  let claims: Claim[];
  let aside: Poisoned[];
  let told: Notice[];
  beforeEach(() => {
    stand = standing();
    [claims, aside, told] = [[], [], []];
  });

  /** A loop whose posts never end; `answers` are the numbers of rows that each claim gives. */
  function looping(answers: readonly number[], more: Partial<BeatStore> = {}, perSecond = 0, batch = 2) {
    let next = 0;
    const store = scripted({
      claim: (claim) => {
        claims.push(claim);
        const count = answers[claims.length - 1] ?? 0;
        next += count;
        return Promise.resolve(rows(count, next - count));
      },
      setAside: (row) => {
        aside.push(row);
        return Promise.resolve(asideOf(row));
      },
      ...more,
    });
    const tell = (notice: Notice) => Promise.resolve(told.push(notice) > 0);
    const options = { ...stand, store, send: never, sleep: never, batch, perSecond, tell };
    const pool = new InFlight(options);
    return { pool, loop: new ClaimLoop(options, pool) };
  }

  it('goes on while batches are full, and counts all rows', async () => {
    const { loop, pool } = looping([2, 2, 1, 2]);
    expect(await loop.claim(5)).toBe(5);
    expect(claims).toHaveLength(3);
    expect(pool.size).toBe(5);
    const wallNow = stand.wallNow();
    const claim = { now: 5, wallNow, leaseUntil: later(wallNow, 30_000), limit: 2, perSecond: 0 };
    expect(claims).toEqual([claim, claim, claim]);
  });

  it.each([
    [99, 2],
    [100, 1],
  ])('stops for what else is due: where each claim takes %i ms, after %i', async (takes, count) => {
    const { loop } = looping([], {
      claim: (claim) => {
        claims.push(claim);
        stand.clock.now += takes;
        return Promise.resolve(rows(2, claims.length * 2));
      },
    });
    expect(await loop.claim(NOW)).toBe(2 * count);
    expect(claims).toHaveLength(count);
  });

  it('asks for at least one row, and for no more than there is room for', async () => {
    const claim = (asked: Claim) => {
      claims.push(asked);
      stand.clock.now += 100;
      return Promise.resolve([]);
    };
    await looping([], { claim }, 0, 0).loop.claim(NOW);
    const { loop, pool } = looping([], { claim }, 0, 100);
    pool.add(rows(950, 10), later(stand.wallNow(), 30_000));
    await loop.claim(NOW);
    expect(claims.map(({ limit }) => limit)).toEqual([1, 50]);
  });

  it('asks for nothing with a thousand in flight, or once it is stopped', async () => {
    const { loop, pool } = looping([2]);
    pool.add(rows(999), later(stand.wallNow(), 30_000));
    expect(loop.isFull()).toBe(false);
    pool.add(rows(1, 999), later(stand.wallNow(), 30_000));
    expect(loop.isFull()).toBe(true);
    expect(await loop.claim(NOW)).toBe(0);
    const other = looping([2]).loop;
    other.stop();
    expect(await other.claim(NOW)).toBe(0);
    expect(claims).toEqual([]);
  });

  it('asks for more while few wait for a slot of the budget', () => {
    const from = later(stand.wallNow(), 60_000);
    const { loop, pool } = looping([], {}, 50);
    const waiting = (index: number) => claimedRow(index, { from });
    pool.add(
      Array.from({ length: 10 }, (_, index) => waiting(index)),
      later(from, 30_000),
    );
    expect(loop.isFull()).toBe(false);
    pool.add([waiting(10)], later(from, 30_000));
    expect(loop.isFull()).toBe(true);
    const unlimited = looping([]);
    unlimited.pool.add(
      Array.from({ length: 20 }, (_, index) => waiting(index)),
      later(from, 30_000),
    );
    expect(unlimited.loop.isFull()).toBe(false);
  });

  it('sets aside what can’t be claimed, and claims the rest', async () => {
    const error = new Error('the row is damaged');
    let tries = 0;
    const { loop, pool } = looping([], {
      claim: () => ((tries += 1) === 1 ? Promise.reject(new Error('no')) : Promise.resolve(rows(1))),
      unclaimable: () => Promise.resolve([{ row: claimedRow(8), error }]),
    });
    expect(await loop.claim(5)).toBe(1);
    expect(pool.size).toBe(1);
    const reason = { kind: 'row-damaged', error: 'the row is damaged' };
    expect(aside).toEqual([{ stage: 'claim', guild: 'g1', item: 8, reason, now: 5 }]);
    expect(told).toMatchObject([{ guild: 'g1', about: { kind: 'post-stuck', channel: 'c8' } }]);
    expect(stand.logged).toMatchObject([[{ err: error }, expect.any(String)]]);
  });

  it('fails where no row is to blame, and looks for none where the database is away', async () => {
    let looks = 0;
    const unclaimable = () => {
      looks += 1;
      return Promise.resolve([]);
    };
    const failing = (error: Error) =>
      looping([], {
        claim: async () => {
          throw error;
        },
        unclaimable,
      }).loop.claim(NOW);
    const failure = new Error('no');
    await expect(failing(failure)).rejects.toBe(failure);
    expect(looks).toBe(1);
    const away = new RefusedError({ why: 'database-away' });
    await expect(failing(away)).rejects.toBe(away);
    expect(looks).toBe(1);
  });
});
