/** What all answers of the API have in common, and what it says where there is none. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recording } from '../store/founding.js';
import { publicRecord, report, type PublicRecord } from './record.js';

const API = '/api/v1';
const ROOT = `${API}/servers/newsroom`;
const HOSTILE = `<script>alert(1)</script>"'&\u202e]]>\u0001`;

let record: PublicRecord;
beforeEach(async () => {
  record = await publicRecord();
});
afterEach(() => record.close());

const json = async (path: string): Promise<unknown> => JSON.parse(await record.text(path));
const at = () => ({ start: record.now, end: record.now });

describe('every answer', () => {
  const paths = [
    `${API}/servers`,
    `${API}/openapi.json`,
    ROOT,
    `${ROOT}/ultimatums`,
    `${ROOT}/ultimatums/U-1`,
    `${ROOT}/ultimatums/U-1/log`,
    `${ROOT}/leaderboard`,
    `${ROOT}/issuers/Donald%20Trump/figures`,
    `${ROOT}/ultimatums/U-9`,
    `${ROOT}/ultimatums?state=x`,
    `${API}/nothing`,
  ];

  it('may be read by scripts of other sites, is kept for a minute and has the SHA-256 of its body', async () => {
    for (const path of paths) {
      const answer = await record.get(path);
      const { headers, status } = answer;
      const digest = createHash('sha256')
        .update(Buffer.from(await answer.arrayBuffer()))
        .digest('base64');
      const again = await record.get(path, { 'if-none-match': headers.get('etag') ?? '' });
      expect([path, again.status]).toEqual([path, status === 200 ? 304 : status]);
      for (const { headers: sent } of [answer, again]) {
        expect(sent.get('access-control-allow-origin')).toBe('*');
        expect(sent.get('cache-control')).toBe('public, max-age=60');
        expect(sent.get('repr-digest')).toBe(`sha-256=:${digest}:`);
      }
      expect(headers.get('content-digest')).toBe(`sha-256=:${digest}:`);
    }
  });

  it('has another tag if and only if its bytes are others', async () => {
    const seen = async () =>
      Promise.all(
        paths.map(async (path) => {
          const answer = await record.get(path);
          return { tag: answer.headers.get('etag'), body: await answer.text() };
        }),
      );
    const steps = [
      async () => void (record.now += 3_600_000),
      () => record.change(1, { verb: 'dispute', reason: 'why', stated: at(), statements: [] }),
      () => record.change(null, recording()),
      () => record.settings({ licence: 'CC BY 4.0' }),
    ];
    let before = await seen();
    const unchanged: boolean[] = [];
    for (const [step, change] of steps.entries()) {
      await change();
      const after = await seen();
      for (const [index, { tag, body }] of after.entries())
        expect([step, paths[index], tag === before[index]?.tag]).toEqual([
          step,
          paths[index],
          body === before[index]?.body,
        ]);
      unchanged.push(JSON.stringify(after) === JSON.stringify(before));
      before = after;
    }
    expect(unchanged).toEqual([true, false, false, false]);
  });

  it('names no member, no Discord id and no channel', async () => {
    const seenIn = 'https://discord.com/channels/100000000000000001/2/3';
    await record.change(1, { verb: 'source', stated: at(), statements: [{ ...report, seenIn }] });
    for (const path of paths)
      expect(await record.text(path)).not.toMatch(/person-key|\b\d{17,20}\b|discord\.com|seenIn/);
  });

  it('carries hostile text as text, as one line of visible characters', async () => {
    const names = { issuers: [HOSTILE], targets: [HOSTILE], tags: [HOSTILE] };
    const statements = [{ ...report, quote: HOSTILE, outlet: HOSTILE }];
    await record.settings({ licence: HOSTILE, contact: HOSTILE, inclusionRule: HOSTILE });
    await record.change(null, recording({ ...names, demand: HOSTILE, threat: HOSTILE, statements }));
    await record.change(2, { verb: 'hide', reason: HOSTILE });
    await record.change(2, { verb: 'unhide', reason: HOSTILE });
    const given = encodeURIComponent(HOSTILE);
    const figures = [`${ROOT}/leaderboard`, `${ROOT}/issuers/${given}/figures`];
    const about = [
      ROOT,
      `${ROOT}/ultimatums/U-2`,
      `${ROOT}/ultimatums/U-2/log`,
      `${ROOT}/targets`,
      ...figures,
    ];
    for (const path of [...about, `${ROOT}/ultimatums?q=${given}`, `${ROOT}?${given}=${given}`]) {
      const answer = await record.get(path);
      expect(answer.headers.get('content-type')).toMatch(/^application\/(?:problem\+)?json;/);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      const text = await answer.text();
      expect(() => JSON.parse(text) as unknown).not.toThrow();
      expect(text).not.toMatch(/\u202e|\\u0001/);
    }
    expect(await record.text(`${ROOT}/ultimatums/U-2`)).toContain('<script>alert(1)</script>');
    expect(record.errors).toEqual([]);
  });
});

describe('what cannot be answered', () => {
  it.each([
    ['/ultimatums?state=opne', 'state', /can be running, paused, passed or closed/],
    ['/ultimatums?at=yesterday', 'at', /is a day such as 2025-07-20/],
    ['/ultimatums?at=2025-02-30', 'at', /is a day/],
    ['/ultimatums?limit=0', 'limit', /from 1 to 100/],
    ['/ultimatums?limit=ten', 'limit', /from 1 to 100/],
    ['/ultimatums?cursor=abc', 'cursor', /Follow the address in "next"/],
    ['/deadlines?cursor=1', 'cursor', /Follow the address in "next"/],
    [
      '/ultimatums?isuer=NATO',
      'isuer',
      /What can be given: q, issuer, target, tag, state, at, limit and cursor/,
    ],
    ['/ultimatums?q=a&q=b', 'q', /Give it once/],
    [`/ultimatums?issuer=${'a'.repeat(301)}`, 'issuer', /up to 300 characters/],
    ['/ultimatums/U-1/log/1?at=2025-07-20', 'at', /Leave it out/],
  ])('says what to do: %s', async (path, parameter, detail) => {
    const answer = await record.get(`${ROOT}${path}`);
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const body: unknown = await answer.json();
    expect(body).toMatchObject({ status: 400, title: 'Bad Request', parameter });
    expect(body).toHaveProperty('detail', expect.stringMatching(detail));
  });

  it('is the same 404 for what never was, for another spelling and for a server that is off', async () => {
    const never = await json(`${API}/servers/nobody`);
    expect(never).toMatchObject({ status: 404, title: 'Not Found' });
    for (const path of ['/ultimatums/12', '/ultimatums/U-0', '/ultimatums/U-99999999999', '/nothing'])
      expect(await json(`${ROOT}${path}`)).toEqual(never);
    await record.settings({ visibility: 'off' });
    expect(await json(`${ROOT}/ultimatums?state=nonsense`)).toEqual(never);
  });

  it('only reads', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await record.site.request(`${ROOT}/ultimatums`, { method });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    }
    const head = await record.site.request(ROOT, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
    const asked = await record.site.request(`${ROOT}/ultimatums`, { method: 'OPTIONS' });
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
    expect(asked.headers.get('access-control-allow-headers')).toContain('if-none-match');
  });

  it('is logged and answered with 503 where the store fails', async () => {
    await record.store.close();
    const answer = await record.get(`${ROOT}/ultimatums`);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([503, 'no-store']);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(record.errors).toHaveLength(1);
    record = await publicRecord();
  });
});
