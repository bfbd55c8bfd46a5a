import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '../../src/domain/entry.js';
import { caseFacts } from '../../src/domain/figures/case.js';
import { figuresOf, type CountedCase } from '../../src/domain/figures/record.js';
import { fold } from '../../src/domain/fold.js';
import { ok } from '../../src/domain/refusal.js';
import type { Database } from '../../src/store/database.js';
import { storeOn } from '../../src/store/index.js';
import { reindexMarked } from '../../src/store/reindex.js';
import type { Store } from '../../src/store/port/index.js';
import { each, histories } from '../domain/histories.js';
import { valueOf } from '../support/result.js';
import { changing, GUILD } from './founding.js';

const HISTORIES = 16;
const NOW = Date.parse('2025-09-20T12:00:00Z');
const ISSUERS = [['Donald Trump'], ['NATO'], ['US President'], ['Donald Trump', 'NATO']] as const;
/** A joint case of two names that become one issuer. */
const SAME = ['Donald Trump', 'US President'];

const issuersOf = (index: number) => (index === 3 ? SAME : (ISSUERS[index % ISSUERS.length] ?? SAME));

/** The same entries, of other issuers. */
const statedBy = (issuers: readonly string[], entries: readonly Entry[]): readonly Entry[] =>
  entries.map((entry) =>
    entry.event.kind === 'recorded' ? { ...entry, event: { ...entry.event, issuers } } : entry,
  );

async function play(store: Store, steps: (typeof sampled)[number], index: number): Promise<void> {
  const changes: { readonly entries: readonly Entry[]; readonly now: number }[] = [];
  each(steps, ({ before, after, now }) => {
    const entries = statedBy(issuersOf(index), after.slice(before.length));
    if (entries.length > 0) changes.push({ entries, now });
  });
  let number: number | null = null;
  for (const { entries, now } of changes) {
    const changed = await store.change(GUILD, number, () => ok(entries), changing(now));
    ({ number } = valueOf(changed));
  }
}

const sampled = fc.sample(histories, { seed: 19, numRuns: HISTORIES });

/** What the figures are counted from says what the fold says, after whatever history and on every engine. */
export function figuresContract(name: string, open: (() => Promise<Database>) | null): void {
  describe.skipIf(open === null)(`the figures on ${name}`, () => {
    let store: Store;
    let database: Database;
    beforeAll(async () => {
      if (open === null) return;
      database = await open();
      store = await storeOn(database);
      for (const [index, steps] of sampled.entries()) await play(store, steps, index);
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
