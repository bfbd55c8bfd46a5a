/** What a table says of some targets only, and of what was withdrawn. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeOn } from '../../../src/store/index.js';
import type { Store } from '../../../src/store/port/index.js';
import { openSqlite } from '../../../src/store/sqlite.js';
import { importInto, planOf } from '../../support/import.js';
import { GUILD, instant } from '../../store/founding.js';

const NOW = instant('2027-07-01T00:00:00Z');
const HEAD =
  'Number;Issuer;Target;For;Demand;Deadline;Stated;Withdrawn;Compliance;Complied;Follow-through;Acted;Actor;Reported;Source';
const REPORTS = 'https://www.bbc.co.uk/b https://www.reuters.com/b';
const ROWS = [
  '1;Freedonia;Sylvania; ;leave;2 September 2025;14 July 2025;;;;;;;;https://example.com/1',
  '2;Freedonia;Sylvania; ;leave;2 September 2025;14 July 2025;1 August 2025;;;;;;;https://example.com/2',
  '3;Freedonia;Sylvania; Ruritania;;leave;2 September 2025;14 July 2025;;;;;;;;https://example.com/3',
].map((row) => row.replace('Sylvania; Ruritania;', '"Sylvania; Ruritania";'));
const LATER = [
  `3;;;Ruritania;;9 September 2025;20 August 2025;;;;;;;;https://example.com/4`,
  `3;;;Sylvania;;;;;full;2025-08-30;not-due;;;2025-09-03;${REPORTS}`,
  `3;;;Ruritania;;;;;none;;full;2025-09-12;Osterlich;2025-09-13;${REPORTS}`,
];

let store: Store;
beforeAll(async () => {
  store = await storeOn(openSqlite(':memory:'));
});
afterAll(() => store.close());

const textOf = (...rows: readonly string[]) => [HEAD, ...rows].join('\n');

describe('a table', () => {
  it('gives each target its own deadline and outcome, and withdraws what was withdrawn', async () => {
    const plan = await importInto(store, { guild: GUILD, text: textOf(...ROWS, ...LATER), now: NOW });
    expect(plan.faults).toEqual([]);
    expect((await store.ultimatum(GUILD, 1))?.state).toBe('passed');
    expect(await store.ultimatum(GUILD, 2)).toMatchObject({
      state: 'withdrawn',
      chains: [{ withdrawn: { start: instant('2025-08-01T04:00:00Z') } }],
    });
    const two = await store.ultimatum(GUILD, 3);
    expect(two?.chains.map(({ targets, moves }) => [targets, moves])).toEqual([
      [['Sylvania'], 0],
      [['Ruritania'], 1],
    ]);
    expect(two?.outcomes).toMatchObject([
      { target: 'Sylvania', outcome: { compliance: 'full', followThrough: 'not-due' }, late: false },
      { target: 'Ruritania', outcome: { compliance: 'none', followThrough: 'full' }, actor: 'Osterlich' },
    ]);
    expect(two?.outcomes[1]?.stated.start).toBe(instant('2025-09-13T04:00:00Z'));
  });

  it.each([
    ['for', '3;;;Borduria;;9 September 2025;20 August 2025;;;;;;;;https://example.com/4', 'unknown-target'],
    ['withdrawn', '3;;;;;;;14 July 2099;;;;;;;https://example.com/4', 'stated-in-future'],
  ])('refuses what it says wrong in the column %s there', async (column, row, why) => {
    const { faults } = await planOf(store, { guild: '2'.repeat(18), text: textOf(...ROWS, row), now: NOW });
    expect(faults).toMatchObject([{ column, why: { kind: 'refused', refusal: { why } } }]);
  });
});
