/** Nobody is told that a page is still current when it is not: tags and bytes over random histories, on every route. */
import { fc } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/domain/entry.js';
import { DAY, MINUTE } from '../../src/domain/durations.js';
import { at } from '../../src/domain/when.js';
import { asked, changing, GUILD, moving, recording } from '../store/founding.js';
import { publicRecord, type PublicRecord } from './record.js';
import { filled, serverRoutes } from './routes.js';

const source = {
  quote: null,
  url: 'https://www.bbc.co.uk/news/1',
  outlet: null,
  archive: null,
  seenIn: null,
};
const statements = [{ ...source, grade: 'secondary' as const }];

type Act = (record: PublicRecord) => Promise<unknown>;

/** A change that may be refused. */
const change =
  (number: number | null, command: (now: number) => Command): Act =>
  ({ store, now }) =>
    store.change(GUILD, number, asked(command(now), now), changing(now));

const ACTS: Readonly<Record<string, Act>> = {
  record: change(null, (now) => recording({ stated: at(now), targets: ['Iran', 'Russia'] })),
  move: change(1, () => moving('2025-08-20', '2025-07-29T14:00:00Z')),
  withdraw: change(1, (now) => ({ verb: 'withdraw', stated: at(now), statements })),
  correct: change(1, () => ({
    verb: 'correct',
    entry: 1,
    fields: { demand: 'leave' },
    removes: false,
    reason: 'a slip',
  })),
  hide: change(1, () => ({ verb: 'hide', reason: 'twice' })),
  unhide: change(1, () => ({ verb: 'unhide', reason: 'no' })),
  link: change(2, () => ({ verb: 'link', self: 2, to: 1, as: 'stage-of' })),
  licence: (record) => record.settings({ licence: 'CC BY 4.0', inclusionRule: 'All of them.' }),
  zone: (record) => record.settings({ zone: 'Asia/Tokyo' }),
  language: (record) => record.settings({ language: 'de' }),
  alias: ({ store, now }) =>
    store.addAliases({
      guild: GUILD,
      aliases: ['Donald Trump'],
      name: 'The President',
      by: 'person-key',
      now,
    }),
  minute: async (record) => void (record.now += MINUTE),
  day: async (record) => void (record.now += DAY),
};

interface Seen {
  readonly status: number;
  readonly tag: string | null;
  readonly body: string;
}

async function seen(site: PublicRecord['site'], path: string): Promise<Seen> {
  const page = await site.request(path);
  return {
    status: page.status,
    tag: page.headers.get('etag'),
    body: Buffer.from(await page.arrayBuffer()).toString('base64'),
  };
}

/** After an act: what is kept is what would be made anew, and the tag is another one if and only if the bytes are. */
async function compare(record: PublicRecord, paths: readonly string[], before: ReadonlyMap<string, Seen>) {
  const fresh = record.fresh();
  const after = new Map<string, Seen>();
  for (const path of paths) {
    const now = await seen(record.site, path);
    expect([path, now]).toEqual([path, await seen(fresh, path)]);
    const then = before.get(path);
    const same = then?.body === now.body;
    expect([path, then?.tag === now.tag]).toEqual([path, same]);
    if (then?.tag !== undefined && then.tag !== null && now.status === 200) {
      const again = await record.get(path, { 'if-none-match': then.tag });
      expect([path, again.status]).toEqual([path, same ? 304 : 200]);
    }
    after.set(path, now);
  }
  return after;
}

async function live(acts: readonly string[]): Promise<void> {
  const record = await publicRecord({ rendered: false });
  try {
    const paths = ['/', '/sitemap.xml', ...serverRoutes(record.site).map((path) => filled(path, 'newsroom'))];
    let before = await compare(record, paths, new Map());
    for (const act of acts) {
      await ACTS[act]?.(record);
      before = await compare(record, paths, before);
    }
    expect(record.errors).toEqual([]);
  } finally {
    await record.close();
  }
}

describe('a page with a tag', () => {
  it('is another one if and only if its tag is, whatever was done', async () => {
    const acts = fc.uniqueArray(fc.constantFrom(...Object.keys(ACTS)), { minLength: 3, maxLength: 4 });
    await fc.assert(fc.asyncProperty(acts, live), { numRuns: 4, endOnFailure: true });
    expect(Object.keys(ACTS)).toHaveLength(13);
  });
});
