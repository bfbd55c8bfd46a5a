/** The picture on the public site: its addresses, its tag, what previews are told of it, and a renderer that fails. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publicRecord, type PublicRecord } from './record.js';

let record: PublicRecord;
beforeEach(async () => {
  record = await publicRecord();
});
afterEach(() => record.close());

describe('the picture of an ultimatum', () => {
  it('is a PNG of the size that previews are told, never compressed again', async () => {
    const answer = await record.get('/s/newsroom/U-1.png', { 'accept-encoding': 'gzip' });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(answer.headers.get('content-encoding')).toBeNull();
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  it('is one of the figures of an issuer as well', async () => {
    const answer = await record.get('/s/newsroom/issuer/Donald%20Trump/figures.png');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  it('answers 304 until something changes', async () => {
    const tag = (await record.get('/s/newsroom/U-1.png')).headers.get('etag') ?? '';
    const again = () => record.get('/s/newsroom/U-1.png', { 'if-none-match': tag });
    expect((await again()).status).toBe(304);
    record.now += 3_600_000;
    expect((await again()).status).toBe(304);
    await record.change(1, {
      verb: 'dispute',
      reason: 'wrong',
      stated: { start: record.now, end: record.now },
      statements: [],
    });
    expect((await again()).status).toBe(200);
  });

  it('is an SVG as well, also as known on a day', async () => {
    const now = await record.text('/s/newsroom/U-1.svg');
    const then = await record.text('/s/newsroom/U-1.svg?at=2025-07-20');
    expect(now).toContain('25 days earlier');
    expect(then).not.toContain('25 days earlier');
    expect(then).toContain('As recorded on Sun 20 Jul 2025');
  });

  it('does not exist for an ultimatum that does not', async () => {
    expect((await record.get('/s/newsroom/U-9.png')).status).toBe(404);
    expect((await record.get('/s/newsroom/U-1.gif')).status).toBe(404);
  });

  it('is named in previews under an address that changes with the record', async () => {
    const page = await record.text('/s/newsroom/U-1');
    const address = 'https://record.example/s/newsroom/U-1.png?v=2';
    expect(page).toContain(`<meta property="og:image" content="${address}"`);
    expect(page).toContain('<meta property="og:image:width" content="1200"');
    expect(page).toContain(`"media":{"url":"${address}"}`);
    expect(await record.text('/s/newsroom/U-1?at=2025-07-20')).toContain('U-1.png?at=2025-07-20&amp;v=1');
  });

  it('answers 503 and is not kept where it cannot be rendered, and the SVG is still there', async () => {
    record.failPictures(true);
    const failed = await record.get('/s/newsroom/U-1.png');
    expect([failed.status, failed.headers.get('cache-control')]).toEqual([503, 'no-store']);
    expect(await failed.text()).toContain('could not be drawn');
    expect((await record.get('/s/newsroom/issuer/Donald%20Trump/figures.png')).status).toBe(503);
    expect((await record.get('/s/newsroom/U-1.svg')).status).toBe(200);
    record.failPictures(false);
    expect((await record.get('/s/newsroom/U-1.png')).status).toBe(200);
  });
});
