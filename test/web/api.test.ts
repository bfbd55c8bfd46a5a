/** The read-only API over a public record. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../src/domain/guild.js';
import { moving, recording } from '../store/founding.js';
import { valueOf } from '../support/result.js';
import { publicRecord, report, type PublicRecord } from './record.js';

const API = '/api/v1';
const ROOT = `${API}/servers/newsroom`;

let record: PublicRecord;
beforeEach(async () => {
  record = await publicRecord();
});
afterEach(() => record.close());

/** What tests look at; the whole is checked against the description elsewhere. */
interface Answer {
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly state: string;
    readonly address: string;
    readonly entry: number;
    readonly aliases: readonly string[];
  }[];
  readonly total: number;
  readonly next: string | null;
  readonly at: string | null;
  readonly deadlines: readonly { readonly reading: { readonly edtf: string } }[];
}
const at = () => ({ start: record.now, end: record.now });
const json = async (path: string): Promise<Answer> => JSON.parse(await record.text(path)) as Answer;
const ids = async (path: string) => (await json(path)).items.map(({ id }) => id);
const local = (url: string) => url.replace('https://record.example', '');

/** The items of all pages; `between` happens after each. */
async function followed(path: string, between = async () => {}): Promise<Answer['items']> {
  const page = await json(path);
  await between();
  return page.next === null ? page.items : [...page.items, ...(await followed(local(page.next), between))];
}

describe('the list of ultimatums', () => {
  it('has the newest first, and is narrowed as the page is', async () => {
    const names = { issuers: ['NATO'], targets: ['Serbia'], tags: ['kosovo'] };
    await record.change(null, recording(names));
    expect(await ids(`${ROOT}/ultimatums`)).toEqual(['U-2', 'U-1']);
    expect(await ids(`${ROOT}/ultimatums?issuer=nato`)).toEqual(['U-2']);
    expect(await ids(`${ROOT}/ultimatums?target=Russia`)).toEqual(['U-1']);
    expect(await ids(`${ROOT}/ultimatums?tag=kosovo`)).toEqual(['U-2']);
    expect(await ids(`${ROOT}/ultimatums?q=serbia`)).toEqual(['U-2']);
    expect(await ids(`${ROOT}/ultimatums?q=nothing&state=`)).toEqual([]);
  });

  it('takes a state by the name of its section, or as answers have it', async () => {
    await record.change(1, { verb: 'withdraw', stated: at(), statements: [report] });
    await record.change(null, recording());
    const states = async (state: string) => ids(`${ROOT}/ultimatums?state=${state}`);
    expect([await states('running'), await states('open')]).toEqual([['U-2'], ['U-2']]);
    expect([await states('closed'), await states('withdrawn')]).toEqual([['U-1'], ['U-1']]);
    expect([await states('passed'), await states('resolved')]).toEqual([[], []]);
  });

  it('is shown as known on a day, with what the clock had let pass by then', async () => {
    await record.change(null, recording({ stated: at() }));
    const then = await json(`${ROOT}/ultimatums?at=2025-07-20`);
    expect([then.at, then.total, then.items.map(({ id }) => id)]).toEqual(['2025-07-20', 1, ['U-1']]);
    expect(await ids(`${ROOT}/ultimatums?at=2025-07-29`)).toEqual(['U-1']);
    record.now = Date.parse('2025-08-20T12:00:00Z');
    const [, later] = (await json(`${ROOT}/ultimatums?at=2025-08-19`)).items;
    expect(later?.state).toBe('passed');
    expect(await ids(`${ROOT}/ultimatums?at=2025-08-19&state=passed`)).toEqual(['U-1']);
    expect(await ids(`${ROOT}/deadlines?at=2025-08-19`)).toEqual(['U-2']);
  });

  it('gives each of a record once while others are recorded, moved and hidden', async () => {
    for (let count = 0; count < 6; count += 1) await record.change(null, recording());
    const wanted = await ids(`${ROOT}/ultimatums`);
    const found = await followed(`${ROOT}/ultimatums?limit=2`, async () => {
      await record.change(null, recording());
      await record.change(3, { verb: 'source', stated: at(), statements: [report] });
    });
    expect(found.map(({ id }) => id)).toEqual(wanted);
  });

  it('goes on with the same parameters, also as known on a day', async () => {
    for (let count = 0; count < 4; count += 1) await record.change(null, recording());
    const query = 'at=2025-07-29&issuer=Donald+Trump&limit=2';
    const { next, total } = await json(`${ROOT}/ultimatums?${query}`);
    expect([next, total]).toEqual([`https://record.example${ROOT}/ultimatums?${query}&cursor=4`, 5]);
    const found = await followed(`${ROOT}/ultimatums?${query}`);
    expect(found.map(({ id }) => id)).toEqual(['U-5', 'U-4', 'U-3', 'U-2', 'U-1']);
    const soonest = await followed(`${ROOT}/deadlines?at=2025-07-29&limit=2`);
    expect(soonest.map(({ id }) => id)).toEqual(['U-1', 'U-2', 'U-3', 'U-4', 'U-5']);
  });
});

describe('the list of deadlines', () => {
  it('has the soonest first, page by page, and none without a date', async () => {
    await record.change(null, recording());
    await record.change(null, recording({ deadline: null }));
    await record.change(2, moving('2025-08-01', '2025-07-29T14:00:00Z'));
    await record.change(null, recording());
    const found = await followed(`${ROOT}/deadlines?limit=1`);
    expect(found.map(({ id }) => id)).toEqual(['U-2', 'U-1', 'U-4']);
  });
});

describe('an ultimatum', () => {
  it('has every deadline, as known on a day where one is asked for', async () => {
    const { deadlines } = await json(`${ROOT}/ultimatums/U-1`);
    expect(deadlines.map(({ reading }) => reading.edtf)).toEqual(['2025-09-02', '2025-08-08']);
    const then = await json(`${ROOT}/ultimatums/U-1?at=2025-07-20`);
    expect(then.deadlines.map(({ reading }) => reading.edtf)).toEqual(['2025-09-02']);
    expect((await record.get(`${ROOT}/ultimatums/U-1?at=2025-07-01`)).status).toBe(404);
  });

  it('leaves nothing but a tombstone once it is hidden', async () => {
    await record.change(1, { verb: 'hide', reason: 'recorded twice' });
    for (const path of ['', '/log', '/log/1', '?at=2025-07-20']) {
      const answer = await record.get(`${ROOT}/ultimatums/U-1${path}`);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toEqual({
        type: 'about:blank',
        title: 'Not Found',
        status: 404,
        detail: 'U-1: hidden on 30 Jul, recorded twice.',
        hidden: { id: 'U-1', since: '2025-07-30T12:00:00.000Z', reason: 'recorded twice' },
      });
    }
    for (const list of [
      'ultimatums',
      'deadlines',
      'issuers',
      'leaderboard',
      'targets',
      'tags',
      'ultimatums?at=2025-07-29',
    ])
      expect((await json(`${ROOT}/${list}`)).items).toEqual([]);
  });
});

describe('the log', () => {
  it('has the oldest entry first, page by page, each under its own address', async () => {
    const found = await followed(`${ROOT}/ultimatums/U-1/log?limit=1`);
    expect(found.map(({ entry }) => entry)).toEqual([1, 2]);
    const then = await json(`${ROOT}/ultimatums/U-1/log?at=2025-07-20`);
    expect(then.items.map(({ entry }) => entry)).toEqual([1]);
    expect((await json(`${ROOT}/ultimatums/U-1/log/2`)).deadlines).toBeUndefined();
    expect((await record.get(`${ROOT}/ultimatums/U-1/log/3`)).status).toBe(404);
  });

  it('says what a correction put in place, and which entry it corrects', async () => {
    const fields = { demand: 'leave Crimea' };
    await record.change(1, { verb: 'correct', entry: 1, fields, removes: false, reason: 'a slip' });
    expect(await record.get(`${ROOT}/ultimatums/U-1/log/3`).then((answer) => answer.json())).toMatchObject({
      event: { kind: 'corrected', corrects: 1, fields, removes: false, reason: 'a slip' },
    });
    expect(await record.get(`${ROOT}/ultimatums/U-1/log/1`).then((answer) => answer.json())).toMatchObject({
      event: { demand: 'agree to a ceasefire in Ukraine' },
      correctedBy: [3],
      removedBy: null,
    });
  });
});

describe('names and servers', () => {
  it('are listed by name, page by page', async () => {
    const names = ['Élysée', 'apple', 'Zoo'];
    await record.change(null, recording({ issuers: names, targets: names, tags: names }));
    for (const kind of ['issuers', 'targets', 'tags']) {
      const found = await followed(`${ROOT}/${kind}?limit=1`);
      const known = found.map(({ name }) => name).filter((name) => names.includes(name));
      expect([kind, known]).toEqual([kind, ['apple', 'Élysée', 'Zoo']]);
    }
    const guild = '100000000000000009';
    const other = { ...defaultSettings(guild), visibility: 'listed', publicName: 'Archive' } as const;
    valueOf(await record.store.saveSettings(other, record.now));
    const servers = await followed(`${API}/servers?limit=1`);
    expect(servers.map(({ address }) => address)).toEqual(['archive', 'newsroom']);
  });

  it('show no server that is public by link only', async () => {
    await record.settings({ visibility: 'link', publicKey: 'abcdefghijklmnop' });
    expect((await json(`${API}/servers`)).items).toEqual([]);
    expect((await record.get(`${API}/servers/abcdefghijklmnop`)).status).toBe(200);
  });
});
