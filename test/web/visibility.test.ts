/** What is private, hidden or switched off answers 404 on every route that the router knows. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publicRecord, type PublicRecord } from './record.js';
import { filled, serverRoutes } from './routes.js';

let record: PublicRecord;
beforeEach(async () => {
  record = await publicRecord();
});
afterEach(() => record.close());

const statuses = async (paths: readonly string[]) =>
  Object.fromEntries(await Promise.all(paths.map(async (path) => [path, (await record.get(path)).status])));
const all = (paths: readonly string[], status: number) =>
  Object.fromEntries(paths.map((path) => [path, status]));

describe('a public record', () => {
  it('answers on every route', async () => {
    const paths = serverRoutes(record.site).map((path) => filled(path, 'newsroom'));
    expect(paths.length).toBeGreaterThan(5);
    expect(await statuses(paths)).toEqual(all(paths, 200));
  });

  it('answers 404 on every route as soon as it is switched off, the same as a page that never was', async () => {
    const paths = serverRoutes(record.site).map((path) => filled(path, 'newsroom'));
    await statuses(paths);
    await record.settings({ visibility: 'off' });
    expect(await statuses(paths)).toEqual(all(paths, 404));
    const never = await record.text('/s/nobody');
    const neverOfApi = await record.text('/api/v1/servers/nobody');
    for (const path of paths)
      expect(await record.text(path)).toBe(path.startsWith('/api/') ? neverOfApi : never);
  });

  it('moves to another address with its key, and is nowhere else', async () => {
    const [one, other] = ['abcdefghijklmnop', 'qrstuvwxyz012345'];
    await record.settings({ visibility: 'link', publicKey: one });
    const old = serverRoutes(record.site).map((path) => filled(path, one));
    const named = serverRoutes(record.site).map((path) => filled(path, 'newsroom'));
    expect(await statuses(old)).toEqual(all(old, 200));
    expect(await statuses(named)).toEqual(all(named, 404));
    await record.settings({ publicKey: other });
    expect(await statuses(old)).toEqual(all(old, 404));
    const fresh = serverRoutes(record.site).map((path) => filled(path, other));
    expect(await statuses(fresh)).toEqual(all(fresh, 200));
  });

  it('is kept out of search engines and lists where it is public by link', async () => {
    await record.settings({ visibility: 'link', publicKey: 'abcdefghijklmnop' });
    const page = await record.get('/s/abcdefghijklmnop/U-1');
    expect(page.headers.get('x-robots-tag')).toBe('noindex');
    expect(await page.text()).toContain('<meta name="robots" content="noindex"');
    expect(await record.text('/')).not.toContain('abcdefghijklmnop');
  });

  it('shows nothing of a hidden ultimatum but its tombstone', async () => {
    const paths = serverRoutes(record.site).map((path) => filled(path, 'newsroom'));
    await statuses(paths);
    await record.change(1, { verb: 'hide', reason: 'recorded twice' });
    const about = paths.filter((path) => path.includes('U-1') || /\/(?:issuer|target|tag)\//.test(path));
    expect(await statuses(about)).toEqual(all(about, 404));
    for (const path of paths) {
      const text = await record.text(path);
      expect(text).not.toMatch(/Donald Trump|ceasefire|severe tariffs|cnn\.com/);
    }
    expect(await record.text('/s/newsroom/U-1')).toContain('recorded twice');
    expect(await record.text('/s/newsroom/U-1?at=2025-07-20')).not.toContain('Donald Trump');
    await record.change(1, { verb: 'unhide', reason: 'it was not' });
    expect((await record.get('/s/newsroom/U-1')).status).toBe(200);
  });
});
