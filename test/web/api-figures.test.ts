/** The figures of an issuer and of all of them, as the API answers them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GUILD, recording } from '../store/founding.js';
import { EMPTY_THREAT, MET, playCases, PUNISHED } from '../support/cases.js';
import { publicRecord, type PublicRecord } from './record.js';

const ROOT = '/api/v1/servers/newsroom';

let record: PublicRecord;
beforeAll(async () => {
  record = await publicRecord({ rendered: false });
  await record.settings({ inclusionRule: 'Deadlines that a government sets.' });
  record.now = Date.parse('2025-11-29T12:00:00Z');
  await playCases(record.store, GUILD, 'Élysée / Paris', [MET, MET, PUNISHED, EMPTY_THREAT, EMPTY_THREAT]);
  await playCases(record.store, GUILD, 'NATO', [MET]);
  await record.change(null, recording({ issuers: ['Secret'], demand: 'hidden demand' }));
  await record.change(8, { verb: 'hide', reason: 'twice' });
});
afterAll(() => record.close());

const json = async (path: string) => JSON.parse(await record.text(path));

describe('the figures of an issuer', () => {
  it('have each share with its cases, and none under five', async () => {
    const figures = await json(`${ROOT}/issuers/${encodeURIComponent('Élysée / Paris')}/figures`);
    expect(figures).toMatchObject({
      name: 'Élysée / Paris',
      method: 2,
      inclusionRule: 'Deadlines that a government sets.',
      cases: 5,
      ended: { resolved: 5, withdrawn: 0, superseded: 0 },
      demand: { met: { count: 2, n: 5, share: 0.4, low: expect.closeTo(0.1176, 4) } },
      threat: { full: { count: 1, n: 3, share: null, low: null, high: null }, results: { none: 2 } },
      outcome: { n: 5, events: 5, median: 50, steps: [{ days: 50, atRisk: 5, share: 0 }] },
    });
    const { pathname } = new URL(figures.self);
    expect(await json(pathname)).toEqual(figures);
  });

  it('are found from the list of issuers, under any spelling', async () => {
    const { items } = await json(`${ROOT}/issuers`);
    const found = await Promise.all(
      items.map(({ figures }: { figures: string }) => json(new URL(figures).pathname)),
    );
    expect(found.map(({ name }) => name)).toEqual(items.map(({ name }: { name: string }) => name));
    expect(await json(`${ROOT}/issuers/nato/figures`)).toMatchObject({ name: 'NATO', cases: 1 });
  });

  it('of a name that nobody recorded, or of a hidden ultimatum alone, are not there', async () => {
    for (const name of ['Nobody', 'Secret'])
      expect((await record.get(`${ROOT}/issuers/${name}/figures`)).status).toBe(404);
  });

  it('change when a deadline passes, though nothing is recorded', async () => {
    const now = record.now;
    record.now = Date.parse('2025-07-30T12:00:00Z');
    const path = `${ROOT}/issuers/Donald%20Trump/figures`;
    expect(await json(path)).toMatchObject({ running: 1, notReviewed: 0 });
    record.now = now;
    expect(await json(path)).toMatchObject({ running: 0, notReviewed: 1 });
  });
});

describe('the leaderboard', () => {
  it('has every issuer by name, page by page, beside the whole record', async () => {
    const first = await json(`${ROOT}/leaderboard?limit=2`);
    expect(first).toMatchObject({ all: { cases: 7 }, leftOut: { unsourced: 0, hidden: 1 } });
    const next = new URL(first.next);
    const second = await json(next.pathname + next.search);
    const all = [...first.items, ...second.items];
    expect(all.map(({ name, cases }) => [name, cases])).toEqual([
      ['Donald Trump', 1],
      ['Élysée / Paris', 5],
      ['NATO', 1],
    ]);
    expect(all[1]).toMatchObject({ met: { count: 2, n: 5, share: 0.4 }, moved: { n: 5 } });
    expect(second.next).toBeNull();
  });

  it('names nobody of whom everything is hidden', async () => {
    expect(await record.text(`${ROOT}/leaderboard`)).not.toContain('Secret');
  });
});
