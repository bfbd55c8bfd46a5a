import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseFacts } from '../../src/domain/figures/case.js';
import { figuresOf, type CountedCase } from '../../src/domain/figures/record.js';
import { fold } from '../../src/domain/fold.js';
import type { Database } from '../../src/store/database.js';
import { storeOn } from '../../src/store/index.js';
import { reindexMarked } from '../../src/store/reindex.js';
import type { Store } from '../../src/store/port/index.js';
import { valueOf } from '../support/result.js';
import { GUILD } from './founding.js';
import { HISTORIES, playHistories } from './random-record.js';

const NOW = Date.parse('2025-09-20T12:00:00Z');

/** What the figures are counted from says what the fold says, after whatever history and on every engine. */
export function figuresContract(name: string, open: (() => Promise<Database>) | null): void {
  describe.skipIf(open === null)(`the figures on ${name}`, () => {
    let store: Store;
    let database: Database;
    beforeAll(async () => {
      if (open === null) return;
      database = await open();
      store = await storeOn(database);
      await playHistories(store);
      const alias = { guild: GUILD, aliases: ['US President'], name: 'Donald Trump', by: 'ana', now: NOW };
      valueOf(await store.addAliases(alias));
    });
    afterAll(() => store.close());

    const folded = async () => {
      const all = Array.from({ length: HISTORIES }, (_, index) => index + 1);
      const entries = await Promise.all(all.map((number) => store.entries(GUILD, number)));
      return entries.filter(({ length }) => length > 0).map(fold);
    };
    const isTrump = (issuer: string) => issuer !== 'NATO';

    /** The cases of some issuers as the fold has them. */
    const expected = async (isOne: (issuer: string) => boolean): Promise<readonly CountedCase[]> =>
      (await folded())
        .filter(({ issuers, hidden }) => hidden === null && issuers.some(isOne))
        .map((ultimatum) => ({
          ...caseFacts(ultimatum),
          joint: !ultimatum.issuers.every(isOne),
        }));

    it('are counted from what the fold says of every case of an issuer and its other names', async () => {
      const cases = await store.issuerCases(GUILD, 'us president');
      expect(cases).toEqual(await expected(isTrump));
      expect(cases.length).toBeGreaterThan(4);
      expect(cases.some(({ joint }) => joint)).toBe(true);
    });

    it('say of each issuer on the leaderboard what the figures of that issuer say', async () => {
      const { issuers, all, leftOut } = await store.leaderboard(GUILD, NOW);
      const tallyOf = async (isOne: (issuer: string) => boolean) => {
        const { cases, notReviewed, demand, moves, threat } = figuresOf(await expected(isOne), NOW);
        const shares = { met: demand.met, moved: moves.moved, carriedOut: threat.full };
        return { cases, notReviewed, ...shares };
      };
      expect(issuers).toEqual([
        { name: 'Donald Trump', ...(await tallyOf(isTrump)) },
        { name: 'NATO', ...(await tallyOf((issuer) => issuer === 'NATO')) },
      ]);
      expect(all).toEqual(await tallyOf(() => true));
      const hidden = (await folded()).filter((ultimatum) => ultimatum.hidden !== null).length;
      expect(leftOut).toEqual({ unsourced: 0, hidden });
    });

    it('are worked out anew after an upgrade', async () => {
      const before = await store.leaderboard(GUILD, NOW);
      await database.write.deleteFrom('case_figure').execute();
      expect((await store.leaderboard(GUILD, NOW)).issuers).toEqual([]);
      const rows = await database.write.selectFrom('ultimatum').select(['guild', 'number']).execute();
      await database.write.insertInto('reindex').values(rows).execute();
      await reindexMarked(database);
      expect(await store.leaderboard(GUILD, NOW)).toEqual(before);
    });

    it('of another server are none', async () => {
      expect(await store.issuerCases('100000000000000002', 'Donald Trump')).toEqual([]);
      expect((await store.leaderboard('100000000000000002', NOW)).issuers).toEqual([]);
    });
  });
}
