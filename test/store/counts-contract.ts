/** The counts that totals are read from, against the rows themselves. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/store/database.js';
import { storeOn } from '../../src/store/index.js';
import { reindexMarked } from '../../src/store/reindex.js';
import type { Store } from '../../src/store/port/index.js';
import { GUILD } from './founding.js';
import { HISTORIES, playHistories } from './random-record.js';

/** What a total counts is what the rows of the list are, after whatever history and on every engine. */
export function countsContract(name: string, open: (() => Promise<Database>) | null): void {
  describe.skipIf(open === null)(`the counts on ${name}`, () => {
    let store: Store;
    let database: Database;
    /** After each change: what is kept, and what the rows say. */
    const seen: (readonly [kept: readonly string[], counted: readonly string[]])[] = [];

    const kept = async () =>
      (await store.stateCounts(GUILD))
        .map(({ state, undated, count }) => `${state} ${undated ? 1 : 0} ${count}`)
        .toSorted();
    const counted = async () => {
      const { rows } = await sql<{ state: string; undated: number; count: number }>`
        select state, undated, count(*) as count from (
          select state, case when latest is null then 1 else 0 end as undated from ultimatum
          where guild = ${GUILD} and hidden = 0
        ) as shown group by state, undated`.execute(database.read);
      return rows.map(({ state, undated, count }) => `${state} ${undated} ${count}`).toSorted();
    };

    beforeAll(async () => {
      if (open === null) return;
      database = await open();
      store = await storeOn(database);
      await playHistories(store, async () => void seen.push([await kept(), await counted()]));
    });
    afterAll(() => store.close());

    it('say after each change what the rows say', () => {
      expect(seen.length).toBeGreaterThan(HISTORIES);
      expect(seen.map(([one]) => one)).toEqual(seen.map(([, other]) => other));
      // Some are hidden, some without a date, and some are shown again.
      expect(new Set(seen.flatMap(([one]) => one.map((row) => row.split(' ')[0]))).size).toBeGreaterThan(3);
    });

    it('are the total of a page, of whatever states', async () => {
      for (const states of [undefined, ['open'], ['passed', 'resolved'], ['withdrawn', 'suspended']] as const)
        for (const undated of [undefined, true, false]) {
          const filter = { ...(states && { states }), ...(undated !== undefined && { undated }) };
          const { rows } = await store.list(GUILD, { ...filter, limit: 100 });
          const first = await store.list(GUILD, { ...filter, limit: 1 });
          expect(first.total.count).toBe(rows.length);
        }
    });

    it('stay right when rows are worked out anew after an upgrade', async () => {
      const before = await kept();
      const rows = await database.write.selectFrom('ultimatum').select(['guild', 'number']).execute();
      await database.write.insertInto('reindex').values(rows).execute();
      await reindexMarked(database);
      expect(await kept()).toEqual(before);
    });

    it('are none of another server, and gone with the server', async () => {
      expect(await store.stateCounts('100000000000000002')).toEqual([]);
      await store.eraseServer(GUILD);
      expect(await database.read.selectFrom('state_count').selectAll().execute()).toEqual([]);
    });
  });
}
