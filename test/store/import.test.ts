/** Records that come from a file, on every engine. */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportedServer } from '../../src/codec/record/exported.js';
import { recordText } from '../../src/codec/record/writer.js';
import { referenceOf } from '../../src/domain/references.js';
import { defaultSettings } from '../../src/domain/guild.js';
import { storeOn } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { english } from '../../src/wording/index.js';
import { reportRows } from '../../src/wording/imports.js';
import { each, histories } from '../domain/histories.js';
import { exportOf, importInto, planOf } from '../support/import.js';
import { openPglite } from '../support/pglite.js';
import { GUILD, instant, make, moving, recording } from './founding.js';

const NOW = instant('2027-07-01T00:00:00Z');
const WEEK = 7 * 86_400_000;

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
const server: fc.Arbitrary<ExportedServer> = fc
  .record({
    zone: fc.constantFrom('UTC', 'Europe/Kyiv', 'America/New_York'),
    announcements: fc.option(fc.constant('200000000000000001')),
    review: fc.boolean(),
    inclusionRule: fc.option(name),
    paused: fc.array(fc.boolean(), { maxLength: 3 }),
    aliases: fc.uniqueArray(name, { maxLength: 3 }),
  })
  .map(({ paused, aliases, ...changed }) => {
    const { guild: id, ...settings } = { ...defaultSettings(GUILD), ...changed };
    return {
      id,
      settings,
      schedules: paused.map((isPaused, at) => ({
        channel: '200000000000000001',
        cron: `0 ${at} * * *`,
        zone: 'Europe/Kyiv',
        scope: { kind: 'issuer' as const, issuer: 'A' },
        paused: isPaused,
        by: null,
      })),
      ladders: [
        { channel: '200000000000000001', offsets: [{ unit: 'days', count: 3 }], pingRole: null, zone: 'UTC' },
      ],
      aliases: aliases.map((alias) => ({ alias, name: 'A', by: 'a-key', recorded: NOW - 1000 })),
    };
  });

/** A record of random histories; none of them names an ultimatum that is not there. */
const records = fc.array(histories, { minLength: 1, maxLength: 6 }).map((all) =>
  all
    .map((steps) => each(steps, () => undefined))
    .filter((entries) => entries.length > 0)
    .map((entries, at) => ({ number: at + 1, entries })),
);
const isClosed = (all: readonly { readonly entries: readonly Parameters<typeof referenceOf>[0][] }[]) =>
  all.every(({ entries }) => entries.every((entry) => (referenceOf(entry) ?? 1) <= all.length));

const written = (ultimatums: Parameters<typeof recordText>[0], setup: ExportedServer | null): string =>
  recordText(ultimatums, { format: 'json', exported: NOW, server: setup, headlineWords: () => '' });

describe.each([
  ['SQLite', () => openSqlite(':memory:'), 40],
  ['PGlite', () => openPglite(), 8],
] as const)('an import into %s', (_, open, runs) => {
  let store: Store;
  beforeAll(async () => {
    store = await storeOn(open());
  });
  afterAll(() => store.close());

  it('gives the very same bytes when it is exported again', { timeout: 300_000 }, async () => {
    const same = fc.asyncProperty(records.filter(isClosed), server, async (all, setup) => {
      await store.eraseServer(GUILD);
      const text = written(all, setup);
      const plan = await importInto(store, { guild: GUILD, text, now: NOW });
      expect(plan.faults).toEqual([]);
      const { rows } = await store.list(GUILD, { limit: 100 });
      expect((await store.list(GUILD, { limit: 1 })).total.count).toBe(rows.length);
      expect(await exportOf(store, GUILD, NOW)).toBe(text);
    });
    await fc.assert(same, { seed: 20250714, numRuns: runs });
  });

  it('continues the numbers of a record, follows what is renumbered, and is skipped the second time', async () => {
    await store.eraseServer(GUILD);
    const there = instant('2025-07-14T16:00:00Z');
    await make(store, null, recording({ issuers: ['Somebody'] }), there);
    await make(store, null, recording(), there);
    const source = await storeOn(openSqlite(':memory:'));
    await make(source, null, recording(), there);
    await make(source, 1, moving('2025-08-08', '2025-07-28T14:00:00Z'), instant('2025-07-28T15:00:00Z'));
    await make(source, null, recording({ issuers: ['NATO'] }), there);
    await make(source, null, recording({ issuers: ['EU'] }), there);
    await make(source, 3, { verb: 'link', self: 3, to: 2, as: 'stage-of' }, there);
    const text = await exportOf(source, GUILD, NOW);
    await source.close();
    const plan = await importInto(store, { guild: GUILD, text, now: NOW });
    expect(plan).toMatchObject({ there: [{ row: 1, number: 2 }], server: null });
    expect(await store.nextNumber(GUILD)).toBe(5);
    expect(await store.ultimatum(GUILD, 4)).toMatchObject({ issuers: ['EU'], links: [{ to: 3 }] });
    expect(await planOf(store, { guild: GUILD, text, now: NOW })).toMatchObject({
      fresh: [],
      there: [{ number: 2 }, { number: 3 }, { number: 4 }],
    });
    expect((await store.list(GUILD, { limit: 10, text: 'NATO' })).total.count).toBe(1);
  });

  it('skips what has the parties, day and deadline of one on record, and lists what is close to one', async () => {
    await store.eraseServer(GUILD);
    const table = (...rows: readonly string[]) =>
      ['Issuer;Target;Demand;Deadline;Stated', ...rows].join('\n');
    const text = table('A;B;leave;2 September 2025;14 July 2025', 'A;C;leave;none;14 July 2025');
    await importInto(store, { guild: GUILD, text, now: NOW });
    const others = table(
      'a;b;go;2 September 2025;14 July 2025',
      'A;B;leave;2 September 2025;14 May 2025',
      'A;B;leave;9 September 2025;17 July 2025',
      'A;B;leave;9 September 2025;18 July 2025',
      'A;C;leave;none;18 July 2025',
      'B;A;leave;2 September 2025;14 July 2025',
    );
    const plan = await planOf(store, { guild: GUILD, text: others, now: NOW });
    expect(plan.there).toEqual([{ row: 2, number: 1 }]);
    expect(plan.near).toEqual([
      { row: 3, number: 1 },
      { row: 4, number: 1 },
    ]);
    expect(plan.fresh.map(({ row }) => row)).toEqual([3, 4, 5, 6, 7]);
    const [, skipped, near, , far] = reportRows(english, plan);
    expect(skipped).toEqual(['2', 'already there', 'U-1', '', '', '']);
    expect(near).toEqual(['3', 'new, close to one on record', 'U-1', '', '', '']);
    expect(far).toEqual(['5', 'new', '', '', '', '']);
  });

  it('is erased after 7 days where nobody decided, without another file, and not where it runs', async () => {
    await store.eraseServer(GUILD);
    const text = 'Issuer;Target;Demand;Stated\nA;B;leave;14 July 2025';
    const { id } = await importInto(store, { guild: GUILD, text, now: NOW });
    const entries = JSON.stringify([]);
    const staged = { guild: GUILD, now: NOW, server: null, ultimatums: [{ row: 2, entries, number: null }] };
    await store.stageImport({ ...staged, id: 'undecided' });
    await store.stageImport({ ...staged, id: 'later', now: NOW + 1 });
    const erased: [string, number][] = [];
    await store.eraseOld(NOW + WEEK, (task, count) => erased.push([task, count]));
    expect(erased).toEqual([]);
    await store.eraseOld(NOW + WEEK + 1, (task, count) => erased.push([task, count]));
    expect(erased).toEqual([['imports', 1]]);
    expect(await store.importProgress(GUILD, 'undecided')).toBeNull();
    expect(await store.importProgress(GUILD, 'later')).toMatchObject({ status: 'staged', total: 1 });
    expect(await store.importProgress(GUILD, id)).toMatchObject({ status: 'done' });
  });

  it('announces nothing, and says how much of it waits for its outcome', async () => {
    await store.eraseServer(GUILD);
    const settings = { ...defaultSettings(GUILD), announcements: '200000000000000001' };
    await store.saveSettings(settings, NOW);
    const text = [
      'Issuer;Target;Demand;Deadline;Stated',
      'A;B;leave;2 September 2025;14 July 2025',
      'A;C;leave;2 September 2028;14 July 2025',
    ].join('\n');
    await importInto(store, { guild: GUILD, text, now: NOW });
    const posts = await store.deliveries(GUILD, { limit: 50 });
    expect(posts.filter(({ post }) => post.kind === 'announcement' || post.kind === 'passed')).toEqual([]);
    expect(await store.importedToReview(GUILD)).toEqual([1]);
    expect((await store.ultimatum(GUILD, 1))?.state).toBe('passed');
  });
});
