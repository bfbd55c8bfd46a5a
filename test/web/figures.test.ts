import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GUILD, recording } from '../store/founding.js';
import { EMPTY_THREAT, MET, playCases, PUNISHED } from '../support/cases.js';
import { publicRecord, type PublicRecord } from './record.js';

let record: PublicRecord;
beforeAll(async () => {
  record = await publicRecord({ rendered: false });
  await record.settings({ inclusionRule: 'Deadlines that a government sets.' });
  record.now = Date.parse('2025-11-29T12:00:00Z');
  await playCases(record.store, GUILD, 'France', [MET, MET, PUNISHED, EMPTY_THREAT, EMPTY_THREAT]);
  await playCases(record.store, GUILD, 'NATO', [MET]);
  await record.change(null, recording({ issuers: ['Secret'], demand: 'hidden demand' }));
  await record.change(8, { verb: 'hide', reason: 'twice' });
});
afterAll(() => record.close());

/** The words of a page, without its markup. */
const words = async (path: string) =>
  (await record.text(path)).replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe('the page of an issuer', () => {
  it('shows each share with its cases, its interval and that of the whole record', async () => {
    const page = await words('/s/newsroom/issuer/France');
    expect(page).toContain('Met in full, by the deadline in force 2 of 5 40%, interval 12 to 77%');
    expect(page).toContain('All issuers: 3 of 6, 50% (interval 19 to 81%)');
    expect(page).toContain('Carried out in full 1 of 3 too few for a share');
    expect(page).toContain('Not met 3 of 5');
  });

  it('says what is recorded, by which method, and what the figures cannot say', async () => {
    const page = await words('/s/newsroom/issuer/France');
    expect(page).toContain('Method 2. Recorded here: Deadlines that a government sets.');
    expect(page).toContain('This ranks nobody and forecasts nothing');
  });

  it('shows no share of a single case', async () => {
    const page = await words('/s/newsroom/issuer/NATO');
    expect(page).toContain('Met in full, by the deadline in force 1 of 1 too few for a share');
  });
});

describe('the page of all issuers', () => {
  it('lists them by their number of ultimatums, each with a link', async () => {
    const page = await record.text('/s/newsroom/issuers');
    const found = [...page.matchAll(/href="\/s\/newsroom\/issuer\/([^"]+)"/g)].map(([, name]) => name);
    expect(found).toEqual(['France', 'Donald%20Trump', 'NATO']);
  });

  it('says how many are hidden, and not whose', async () => {
    const page = await words('/s/newsroom/issuers');
    expect(page).toContain('1 hidden in the whole record.');
    expect(page).not.toContain('Secret');
  });
});

describe('the picture of an issuer', () => {
  it('shows the figures, under any spelling of the name', async () => {
    const svg = await words('/s/newsroom/issuer/france/figures.svg');
    expect(svg).toContain('2 of 5');
    expect(svg).toContain('40%, interval 12 to 77%');
    for (const name of ['Nobody', 'Secret'])
      expect((await record.get(`/s/newsroom/issuer/${name}/figures.png`)).status).toBe(404);
  });

  it('is what previews show, beside a card with the same figures', async () => {
    const page = await record.text('/s/newsroom/issuer/France');
    const address = /<meta property="og:image" content="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(address).toMatch(/^https:\/\/record\.example\/s\/newsroom\/issuer\/France\/figures\.png\?v=\d+$/);
    expect(page).toContain('<meta property="og:title" content="Figures of France"');
    expect(page).toContain('<meta name="twitter:card" content="summary_large_image"');
    expect(page).toMatch(
      /<meta property="og:image:alt" content="Figures of France\..*Carried out in full: 1 of 3/,
    );
    const card = /<script id="discord:component-embed"[^>]*>(.*?)<\/script>/s.exec(page)?.[1] ?? '';
    const { component } = JSON.parse(card);
    expect(component.components.map(({ type }: { type: number }) => type)).toEqual([10, 10, 12, 10, 1]);
    expect(card).toContain(`"url":"${address}"`);
    expect(card).toContain('Met in full, by the deadline in force: 2 of 5, 40%');
  });

  it('is on no page of a target or of one state', async () => {
    expect(await record.text('/s/newsroom/target/Russia')).not.toContain('og:image');
    expect(await record.text('/s/newsroom/issuer/France?state=closed')).not.toContain('og:image');
  });
});

describe('figures as data', () => {
  it('are JSON with the method, the inclusion rule and no share under five', async () => {
    const answer = await record.get('/s/newsroom/issuer/France/figures.json');
    const body = await answer.text();
    expect(JSON.parse(body)).toMatchObject({
      format: 'ultimatum-figures/1',
      method: 2,
      issuer: 'France',
      inclusionRule: 'Deadlines that a government sets.',
      counts: { cases: 5, resolved: 5 },
      shares: {
        met: { count: 2, n: 5, share: 0.4 },
        carried_out: { count: 1, n: 3, share: null, low: null },
      },
    });
    const digest = createHash('sha256').update(body).digest('base64');
    expect(answer.headers.get('content-digest')).toBe(`sha-256=:${digest}:`);
  });

  it('are CSV with one line a figure', async () => {
    const lines = (await record.text('/s/newsroom/issuer/France/figures.csv')).split('\r\n');
    expect(lines[0]).toContain('"figure","count","n","share","low_95","high_95","median_days"');
    expect(lines).toContain('"met","2","5","0.4000","0.1176","0.7693",""');
    expect(lines).toContain('"carried_out","1","3","","","",""');
    expect(lines).toContain('"days_to_outcome","","5","","","","50"');
  });

  it('hold every issuer in one table', async () => {
    const csv = (await record.text('/s/newsroom/issuers.csv')).split('\r\n').slice(1, 4);
    expect(csv.map((line) => line.split(',').slice(0, 2).join(' '))).toEqual([
      '"France" "5"',
      '"Donald Trump" "1"',
      '"NATO" "1"',
    ]);
    const json = JSON.parse(await record.text('/s/newsroom/issuers.json'));
    expect(json).toMatchObject({ all: { cases: 7 }, issuers: [{ issuer: 'France' }, {}, {}] });
  });

  it('of a name that nobody recorded are not there', async () => {
    expect((await record.get('/s/newsroom/issuer/Nobody/figures.json')).status).toBe(404);
    expect((await record.get('/s/newsroom/issuer/Secret/figures.csv')).status).toBe(404);
  });
});
