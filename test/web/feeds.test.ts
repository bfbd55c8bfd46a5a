/** Feeds, calendars and data of a public record. */
import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instant, moving, recording } from '../store/founding.js';
import { publicRecord, type PublicRecord } from './record.js';
import { filled } from './routes.js';

let record: PublicRecord;
beforeEach(async () => {
  record = await publicRecord();
});
afterEach(() => record.close());

const HOSTILE = `</content>]]>\u0001<script>&"'\r\nBEGIN:VEVENT`;

interface RecordFile {
  readonly ultimatums: readonly { readonly number: number }[];
}
interface JsonFeed {
  readonly items: readonly { readonly id: string; readonly title: string; readonly date_modified: string }[];
}
const feed = async (path: string) => JSON.parse(await record.text(path)) as JsonFeed;

/** The events of a calendar as ical.js reads them. */
async function events(path: string): Promise<readonly ICAL.Event[]> {
  const calendar = new ICAL.Component(ICAL.parse(await record.text(path)) as unknown[]);
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}
const dates = (event: ICAL.Event | undefined) => [
  event?.startDate.toString(),
  event?.endDate.toString(),
  event?.sequence,
];

describe('the feed of a log', () => {
  it('has the newest entry first, under a key that stays', async () => {
    const { items } = await feed('/s/newsroom/log.json');
    expect(items.map(({ id }) => id)).toEqual([
      'tag:record.example,2025-07-28:newsroom/U-1/2',
      'tag:record.example,2025-07-14:newsroom/U-1/1',
    ]);
    expect(items[0]?.title).toContain('Donald Trump to Russia (U-1)');
    const atom = await record.text('/s/newsroom/log.atom');
    for (const { id } of items) expect(atom).toContain(`<id>${id}</id>`);
    expect(atom).toContain('xml:lang="en"');
    expect(atom).toContain('<updated>2025-07-28T14:00:00.000Z</updated>');
  });

  it('can be of an issuer, a target, a tag or one ultimatum', async () => {
    await record.change(null, recording({ issuers: ['NATO'], targets: ['Serbia'], tags: ['kosovo'] }));
    const numbers = async (path: string) => [
      ...new Set((await feed(path)).items.map(({ id }) => /U-\d+/.exec(id)?.[0])),
    ];
    expect(await numbers('/s/newsroom/log.json')).toEqual(['U-2', 'U-1']);
    expect(await numbers('/s/newsroom/log.json?issuer=NATO')).toEqual(['U-2']);
    expect(await numbers('/s/newsroom/log.json?target=Russia')).toEqual(['U-1']);
    expect(await numbers('/s/newsroom/log.json?tag=kosovo')).toEqual(['U-2']);
    expect(await numbers('/s/newsroom/U-1/log.json')).toEqual(['U-1']);
    expect((await record.get('/s/newsroom/U-9/log.json')).status).toBe(404);
  });

  it('is dated anew where an entry is corrected, and loses what is hidden', async () => {
    await record.change(1, {
      verb: 'correct',
      entry: 1,
      fields: { demand: 'leave' },
      removes: false,
      reason: 'a slip',
    });
    const { items } = await feed('/s/newsroom/log.json');
    const first = items.find(({ id }) => id.endsWith('U-1/1'));
    expect(first?.date_modified).toBe(new Date(record.now).toISOString());
    await record.change(1, { verb: 'hide', reason: 'twice' });
    expect((await feed('/s/newsroom/log.json')).items).toEqual([]);
  });
});

describe('the calendar of deadlines', () => {
  it('has one event for each ultimatum, which moves with its deadline', async () => {
    const [before, ...others] = await events('/s/newsroom/deadlines.ics');
    expect(others).toEqual([]);
    expect(dates(before)).toEqual(['2025-08-08', '2025-08-09', 2]);
    await record.change(1, moving('2025-08-15', '2025-07-29T14:00:00Z'));
    const [after, ...more] = await events('/s/newsroom/U-1/deadlines.ics');
    expect(more).toEqual([]);
    expect(after?.uid).toBe(before?.uid);
    expect(dates(after)).toEqual(['2025-08-15', '2025-08-16', 3]);
  });

  it('has an exact time in UTC, a window over all its days, and nothing without a date', async () => {
    const exact = instant('2025-09-10T22:00:00Z');
    const reading = { words: 'x', zone: 'America/New_York', zoneFrom: 'stated', orSooner: false } as const;
    const same = { ...reading, openBeginning: false, assumed: [], edtf: '' } as const;
    const at = { ...same, earliest: exact, latest: exact, precision: 'instant', bound: 'by' } as const;
    const [from, to] = [instant('2025-08-07T04:00:00Z'), instant('2025-08-10T04:00:00Z')];
    const window = { ...same, earliest: from, latest: to, precision: 'window', bound: 'by' } as const;
    await record.change(null, recording({ deadline: at, issuers: ['A1'] }));
    await record.change(null, recording({ deadline: window, issuers: ['B2'] }));
    await record.change(null, recording({ deadline: null, issuers: ['C3'] }));
    expect((await events('/s/newsroom/deadlines.ics?issuer=A1')).map(dates)).toEqual([
      ['2025-09-10T22:00:00Z', '2025-09-10T22:00:00Z', 1],
    ]);
    expect((await events('/s/newsroom/deadlines.ics?issuer=B2')).map(dates)).toEqual([
      ['2025-08-07', '2025-08-10', 1],
    ]);
    expect(await events('/s/newsroom/deadlines.ics?issuer=C3')).toEqual([]);
  });

  it('cancels what was withdrawn, under the same key', async () => {
    const [before] = await events('/s/newsroom/deadlines.ics');
    const source = {
      quote: null,
      url: 'https://www.bbc.co.uk/news/1',
      outlet: null,
      archive: null,
      seenIn: null,
    };
    const stated = { start: record.now, end: record.now };
    await record.change(1, { verb: 'withdraw', stated, statements: [{ ...source, grade: 'secondary' }] });
    const [after] = await events('/s/newsroom/deadlines.ics');
    expect(after?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect([after?.uid, after?.sequence]).toEqual([before?.uid, 3]);
  });

  it('is the same bytes until the record changes', async () => {
    const first = await record.get('/s/newsroom/deadlines.ics');
    record.now += 3_600_000;
    const later = await record.get('/s/newsroom/deadlines.ics', {
      'if-none-match': first.headers.get('etag') ?? '',
    });
    expect(later.status).toBe(304);
    expect(await first.text()).toContain('REFRESH-INTERVAL');
  });
});

describe('the data of a record', () => {
  it('has the entries and what follows, a digest, and nobody who made it', async () => {
    const answer = await record.get('/s/newsroom/U-1/data.json');
    const bytes = Buffer.from(await answer.arrayBuffer());
    const digest = createHash('sha256').update(bytes).digest('base64');
    expect(answer.headers.get('content-digest')).toBe(`sha-256=:${digest}:`);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(JSON.parse(bytes.toString())).toMatchObject({
      ultimatums: [{ number: 1, derived: { headline: { kind: 'open' } } }],
    });
    expect(bytes.toString()).not.toContain('person-key');
    expect(await record.text('/s/newsroom/data.csv')).toContain('"Donald Trump"');
  });
});

describe('a record of more than 500 ultimatums', () => {
  it('comes in several files, each with a link to the next, and has every running deadline in one calendar', async () => {
    for (let count = 0; count < 501; count += 1)
      await record.change(null, recording({ statements: [], deadline: null }));
    const first = await record.get('/s/newsroom/data.json?target=Russia');
    const [, next = ''] = /^<([^>]+)>; rel="next"$/.exec(first.headers.get('link') ?? '') ?? [];
    expect(next).toBe('/s/newsroom/data.json?target=Russia&past=3');
    const second = await record.get(next);
    expect(second.headers.get('link')).toBeNull();
    const numbers = async (answer: Response) =>
      (JSON.parse(await answer.text()) as RecordFile).ultimatums.map(({ number }) => number);
    expect(await numbers(second)).toEqual([1, 2]);
    expect(await numbers(first)).toHaveLength(500);
    expect((await events('/s/newsroom/deadlines.ics')).map(dates)).toEqual([['2025-08-08', '2025-08-09', 2]]);
  });
});

describe('everything that is JSON or CSV', () => {
  it('has the SHA-256 of its body in a header, whatever route answers it', async () => {
    const routes = record.site.routes.filter(({ method, path }) => method === 'GET' && path !== '/health');
    const paths = new Set(routes.map(({ path }) => filled(path, 'newsroom')));
    paths.add('/oembed?url=https://record.example/s/newsroom/U-1');
    const digested: string[] = [];
    for (const path of paths) {
      const answer = await record.get(path);
      if (!/json|csv/.test(answer.headers.get('content-type') ?? '')) continue;
      const bytes = Buffer.from(await answer.arrayBuffer());
      const digest = createHash('sha256').update(bytes).digest('base64');
      expect([path, answer.headers.get('content-digest')]).toEqual([path, `sha-256=:${digest}:`]);
      digested.push(path);
    }
    for (const name of ['data.json', 'data.csv', 'log.json'])
      expect(digested).toContain(`/s/newsroom/U-1/${name}`);
    expect(digested).toContain('/api/v1/servers/newsroom/ultimatums/U-1');
  });
});

describe('feeds and calendars', () => {
  it('carry hostile text as text', async () => {
    await record.settings({
      publicName: `Newsroom ${HOSTILE}`,
      visibility: 'link',
      publicKey: 'abcdefghijklmnop',
    });
    const texts = {
      issuers: [HOSTILE],
      targets: [HOSTILE],
      demand: HOSTILE,
      threat: HOSTILE,
      tags: [HOSTILE],
    };
    await record.change(null, recording(texts));
    const atom = await record.text('/s/abcdefghijklmnop/log.atom');
    expect(atom).not.toMatch(/<script|<\/content>\]/);
    expect(atom).not.toContain('\u0001');
    expect(await events('/s/abcdefghijklmnop/deadlines.ics')).toHaveLength(2);
    expect((await feed('/s/abcdefghijklmnop/log.json')).items).toHaveLength(3);
    expect(record.errors).toEqual([]);
  });
});
