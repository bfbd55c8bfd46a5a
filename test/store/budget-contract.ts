import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlannedDelivery } from '../../src/domain/delivery.js';
import { numberOf, type Post } from '../../src/domain/post.js';
import type { Database } from '../../src/store/database.js';
import { storeOn } from '../../src/store/index.js';
import type { Claimed, Store } from '../../src/store/port/index.js';
import { fromPlanned } from '../../src/store/rows.js';
import { GUILD } from './founding.js';
import { leased } from '../support/leased.js';
import { wallInstant, wallMs } from '../../src/domain/instant.js';

const DUE = Date.parse('2025-07-14T09:00:00Z');
const SECOND = 1000;

/** The most instants in any second of theirs. */
export function mostInASecond(instants: readonly number[], window = SECOND): number {
  const sorted = instants.toSorted((a, b) => a - b);
  return Math.max(
    ...sorted.map((from, index) => sorted.slice(index).filter((at) => at < from + window).length),
  );
}

const post = (id: number, more: Partial<PlannedDelivery> = {}): PlannedDelivery => ({
  post: { kind: 'digest', schedule: id, fire: id },
  channel: `c${id}`,
  due: DUE,
  expires: null,
  ...more,
});

const milestone = (number: number): Post => ({
  kind: 'milestone',
  number,
  version: null,
  offset: { unit: 'days', count: 1 },
});
const passed = (number: number): Post => ({ kind: 'passed', number, version: null });

const idsOf = (rows: readonly Claimed[]) =>
  rows.map((row) => (row.post.kind === 'digest' ? row.post.schedule : numberOf(row.post)));

/** What the send budget is on every engine. Real time is given where the engine has no clock of its own. */
export function budgetContract(name: string, open: (() => Promise<Database>) | null): void {
  describe.skipIf(open === null)(`the send budget on ${name}`, () => {
    let database: Database;
    let store: Store;
    beforeEach(async () => {
      if (open === null) return;
      database = await open();
      store = await storeOn(database);
    });
    afterEach(() => store.close());

    const plan = async (planned: readonly PlannedDelivery[]) => {
      const rows = planned.map((one) => fromPlanned(GUILD, one));
      for (let from = 0; from < rows.length; from += 200)
        await database.write
          .insertInto('delivery')
          .values(rows.slice(from, from + 200))
          .execute();
    };
    const claim = (real: number, now = DUE, perSecond = 50) =>
      store.claim({ now, ...leased(real, real + 30_000), limit: 100, perSecond });
    const from = (rows: readonly Claimed[]) =>
      rows.map((row) => (row.from === undefined ? Number.NaN : wallMs(row.from)));

    it('grants no more than a moment allows, each row at its own instant', async () => {
      await plan(Array.from({ length: 60 }, (_, index) => post(index)));
      const real = Date.now();
      const first = await claim(real);
      expect(first.length).toBeGreaterThan(10);
      expect(first.length).toBeLessThanOrEqual(25);
      expect(mostInASecond(from(first), 100)).toBeLessThanOrEqual(6);
      expect(Math.min(...from(first))).toBeGreaterThanOrEqual(real);
      expect(Math.max(...from(first))).toBeLessThanOrEqual(real + 2 * SECOND);
      // What is taken for something else comes after what was given away.
      expect(wallMs(await store.take(50, wallInstant(real)))).toBeGreaterThan(real);
    });

    it('has no limit where none is asked for', async () => {
      await plan(Array.from({ length: 60 }, (_, index) => post(index)));
      const rows = await claim(5, DUE, 0);
      expect(rows).toHaveLength(60);
      expect(rows.every((row) => row.from === undefined)).toBe(true);
      expect(await store.take(0, wallInstant(5))).toBe(5);
    });

    it('grants nothing during a pause that Discord asked for', async () => {
      await plan([post(1)]);
      const real = Date.now();
      await store.rest(60_000, wallInstant(real));
      expect(await claim(real)).toEqual([]);
      expect(await store.nextDue()).toBe(DUE);
    });

    it('grants again what a clock that was a year ahead has put off, and nothing that is planned for later', async () => {
      const year = 365 * 86_400 * SECOND;
      await plan([post(1), post(2), post(3, { due: DUE + year / 2 })]);
      for (const row of await claim(5, DUE + year, 0)) {
        const due = DUE + year + 60 * SECOND;
        await store.settle(row.id, { kind: 'again', due, reason: { kind: 'unreachable' } }, due);
      }
      const closing = { guild: GUILD, channel: 'c2', gone: false, now: DUE + year } as const;
      const remedy = { kind: 'check-permissions' } as const;
      await store.closeChannel({ ...closing, why: { kind: 'cannot-post' }, remedy });
      const real = Date.now();
      await store.rest(year, wallInstant(real));
      await store.recall(DUE, wallInstant(real));
      expect((await store.closed(GUILD, 'c2'))?.until).toBe(DUE);
      expect(idsOf(await claim(real))).toEqual([1, 2]);
      const [later] = await store.deliveries(GUILD, { channel: 'c3', limit: 1 });
      expect(later).toMatchObject({ status: 'pending', due: DUE + year / 2 });
    });

    it('grants what a process held whose clock was a year ahead, a minute later by the clock they share', async () => {
      const year = 365 * 86_400 * SECOND;
      await plan([post(1)]);
      const real = Date.now();
      expect(await claim(real + year, DUE, 0)).toHaveLength(1);
      expect(await claim(real + 120 * SECOND, DUE, 0)).toEqual([]);
      await store.recall(DUE, wallInstant(real));
      expect(await claim(real + 30 * SECOND, DUE, 0)).toEqual([]);
      expect(await claim(real + 120 * SECOND, DUE, 0)).toHaveLength(1);
    });

    it('grants urgent rows first, then those due sooner, then those with the nearer deadline', async () => {
      await plan([
        post(1),
        post(2, { post: milestone(2), expires: DUE + 9000 }),
        post(3, { post: milestone(3), expires: DUE + 3000 }),
        post(4, { post: milestone(4), due: DUE - 1, expires: DUE + 9000 }),
        post(5, { post: { kind: 'announcement', number: 5, version: null, entry: 1 } }),
        post(6, { post: passed(6) }),
      ]);
      const rows = await claim(Date.now());
      expect(idsOf(rows)).toEqual([6, 5, 4, 3, 2, 1]);
      expect(from(rows)).toEqual(from(rows).toSorted((a, b) => a - b));
    });

    it('skips a channel at its limit, keeps its order, and grants the others at once', async () => {
      const busy = Array.from({ length: 300 }, (_, index) => post(index, { channel: 'busy' }));
      await plan([...busy, post(300), post(301)]);
      const real = Date.now();
      const rows = await claim(real);
      expect(idsOf(rows)).toEqual([0, 1, 2, 3, 4, 300, 301]);
      expect(await store.nextDue()).toBeGreaterThan(DUE + 5 * SECOND);
      const waiting = await store.deliveries(GUILD, { channel: 'busy', status: 'pending', limit: 500 });
      expect(new Set(waiting.map(({ due }) => due))).toEqual(new Set([DUE]));
      await plan([post(302, { channel: 'busy', post: passed(302) })]);
      const afterwards = await store.claim({
        now: DUE + 6 * SECOND,
        ...leased(real + 6 * SECOND, real + 60 * SECOND),
        limit: 3,
        perSecond: 0,
      });
      expect(idsOf(afterwards)).toEqual([302, 5, 6]);
    });
  });
}
