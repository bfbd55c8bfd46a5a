import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { msBetween, wallInstant } from '../../src/domain/instant.js';
import type { Database } from '../../src/store/database.js';
import { storeOn } from '../../src/store/index.js';
import type { ShardBid, Store } from '../../src/store/port/index.js';

const DAY_OF_IDS = 86_400_000n << 22n;
const LEASE_MS = 60_000;
const NEWEST = 1_400_000_000_000_000_000n;

/** What keeps processes from doing a thing twice, alike on every engine. */
export function processesContract(name: string, open: (() => Promise<Database>) | null): void {
  describe.skipIf(open === null)(`what processes share on ${name}`, () => {
    let database: Database;
    let store: Store;
    beforeAll(async () => {
      if (open === null) return;
      database = await open();
      store = await storeOn(database);
    });
    afterAll(() => store.close());

    it('takes an interaction once, also where many ask for one at the same time', async () => {
      const id = String(NEWEST);
      const taken = await Promise.all(Array.from({ length: 20 }, () => store.takeInteraction(id)));
      expect(taken.filter(Boolean)).toHaveLength(1);
      // The next one differs in the last bits only, which a double does not hold.
      expect(await store.takeInteraction(String(NEWEST + 1n))).toBe(true);
    });

    it('forgets interactions after a day, by the newest of them, and refuses them from then on', async () => {
      const old = NEWEST - DAY_OF_IDS / 2n;
      expect(await store.takeInteraction(String(old))).toBe(true);
      expect(await store.takeInteraction(String(old + DAY_OF_IDS))).toBe(true);
      const erased: [string, number][] = [];
      await store.eraseOld(0, (task, count) => erased.push([task, count]));
      expect(erased).toEqual([['interactions', 1]]);
      expect(await store.takeInteraction(String(old))).toBe(false);
      expect(await store.takeInteraction(String(old + 1n))).toBe(true);
    });

    const bid = (holder: string, at: number, wanted = 4, more: Partial<ShardBid> = {}) =>
      store.shareShards({
        holder,
        wanted,
        leaseMs: LEASE_MS,
        wallNow: wallInstant(at),
        sessions: [],
        dead: [],
        ...more,
      });
    const leave = () => Promise.all(['a', 'b', 'c'].map((holder) => store.releaseShards(holder, 'all', [])));

    it('shares shards out evenly, and again when a process comes or goes', async () => {
      expect(await bid('a', 0)).toEqual({ count: 4, mine: [0, 1, 2, 3] });
      // Nothing is free until the first has closed two of its connections.
      expect(await bid('b', 0)).toEqual({ count: 4, mine: [] });
      expect(await bid('a', 0)).toEqual({ count: 4, mine: [0, 1] });
      expect(await bid('b', 0)).toEqual({ count: 4, mine: [] });
      await store.releaseShards('a', [2, 3], []);
      expect(await bid('b', 0)).toEqual({ count: 4, mine: [2, 3] });
      await store.releaseShards('a', 'all', []);
      expect(await bid('b', 0)).toEqual({ count: 4, mine: [2, 3, 0, 1] });
      await leave();
    });

    it('gives one shard to one process, however many ask, and the others stand by', async () => {
      const shares = await Promise.all(['a', 'b', 'c'].map((holder) => bid(holder, 0, 1)));
      const holding = shares.filter(({ mine }) => mine.length > 0);
      expect(holding).toEqual([{ count: 1, mine: [0] }]);
      await leave();
    });

    it('counts as many shards as any process wants, once those of another count are closed', async () => {
      expect(await bid('a', 0, 1)).toEqual({ count: 1, mine: [0] });
      expect(await bid('b', 0, 2)).toEqual({ count: 2, mine: [] });
      expect(await bid('a', 0, 1)).toEqual({ count: 2, mine: [] });
      await store.releaseShards('a', [0], []);
      expect(await bid('a', 0, 1)).toEqual({ count: 2, mine: [0] });
      expect(await bid('b', 0, 2)).toEqual({ count: 2, mine: [1] });
      await leave();
    });

    const session = (shard: number, sequence: number) => ({
      shard,
      id: `s${shard}`,
      url: 'wss://a',
      sequence,
    });
    const held = (holder: string, id: number, count = 4) =>
      store.heldShard(holder, { id, count }, wallInstant(0));

    it('hands the session of a shard on to whoever holds it next', async () => {
      await bid('a', 0);
      expect(await held('a', 0)).toEqual({ session: null });
      await bid('a', 0, 4, { sessions: [session(0, 7), session(1, 1)] });
      expect(await held('b', 0)).toBeNull();
      await store.releaseShards('a', 'all', [session(0, 9)]);
      expect(await store.lookAtShards('b')).toEqual({ away: [], free: true });
      await bid('b', 0);
      expect(await held('a', 0)).toBeNull();
      expect(await held('b', 0)).toEqual({ session: session(0, 9) });
      expect(await held('b', 1)).toEqual({ session: session(1, 1) });
      expect(await store.lookAtShards('b')).toEqual({ away: [], free: false });
      await leave();
    });

    it('keeps nothing of a session that is another process’s', async () => {
      await bid('a', 0, 6);
      await bid('b', 0, 6);
      await bid('b', 0, 6, { sessions: [session(0, 7)] });
      await store.releaseShards('b', 'all', [session(0, 7)]);
      expect(await held('a', 0, 6)).toEqual({ session: null });
      await leave();
    });

    it('hands on no session of a process whose lease ran out, which may have been cut off', async () => {
      await bid('a', 0);
      await bid('a', 0, 4, { leaseMs: -1, sessions: [session(0, 7)] });
      expect((await bid('b', 0)).mine).toContain(0);
      expect(await held('b', 0)).toEqual({ session: null });
      await leave();
    });

    it('takes no living process for dead, whoever says so', async () => {
      await bid('a', 0);
      expect((await bid('b', 0, 4, { dead: ['a'] })).mine).toEqual([]);
      expect(await held('a', 0)).not.toBeNull();
      await leave();
    });

    it('lets shards identify one after the other', async () => {
      const now = wallInstant(Date.now());
      const [first, second, other] = [
        await store.takeIdentify(0, 5000, now),
        await store.takeIdentify(0, 5000, now),
        await store.takeIdentify(1, 5000, now),
      ];
      expect(msBetween(first, second)).toBeGreaterThan(4000);
      expect(msBetween(other, second)).toBeGreaterThan(4000);
    });

    it('counts requests that Discord refused to any process, and forgets them one by one', async () => {
      const now = wallInstant(Date.now());
      const refused = await Promise.all([1, 2, 3, 4].map(() => store.noteRefused(60_000, now)));
      const last = refused.toSorted((one, other) => msBetween(other, one)).at(-1) ?? now;
      expect(Math.round(msBetween(now, last) / 60_000)).toBe(4);
    });
  });
}
