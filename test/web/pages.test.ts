import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day, moving, recording } from '../store/founding.js';
import { publicRecord, report, type PublicRecord } from './record.js';

let record: PublicRecord;
beforeEach(async () => {
  record = await publicRecord();
});
afterEach(() => record.close());

const MINUTE = 60_000;
const HOSTILE = `<script>alert(1)</script>"'&\u202e]]>`;

describe('the page of an ultimatum', () => {
  it('has each deadline with the words as spoken and what became of it', async () => {
    const page = await record.text('/s/newsroom/U-1');
    expect(page).toContain('<bdi>Donald Trump</bdi> to <bdi>Russia</bdi>');
    expect(page).toContain('<time class="on" datetime="2025-09-02">Tue 2 Sep 2025</time>');
    expect(page).toContain('Moved 25 days earlier on 28 Jul.');
    expect(page).toContain('−25');
    expect(page).toContain('Last deadline against first: 25 days earlier');
  });

  it('is shown as the world knew it on a day', async () => {
    const page = await record.text('/s/newsroom/U-1?at=2025-07-20');
    expect(page).toContain('As the world knew it on Sun 20 Jul 2025');
    expect(page).not.toContain('8 Aug 2025');
    expect(page).toContain('noindex');
    expect((await record.get('/s/newsroom/U-1?at=2025-07-01')).status).toBe(404);
    expect((await record.get('/s/newsroom/U-1?at=nonsense')).status).toBe(200);
  });

  it('names no member, no Discord id and no channel', async () => {
    for (const path of ['', '/U-1', '/U-1/1', '/rules']) {
      const page = await record.text(`/s/newsroom${path}`);
      expect(page).not.toMatch(/person-key|\b\d{17,20}\b|discord\.com\/channels/);
    }
  });

  it('links to the entries of its log', async () => {
    const page = await record.text('/s/newsroom/U-1/2');
    expect(page).toContain('Entry 2 of U-1');
    expect(page).toContain('by a curator');
    expect((await record.get('/s/newsroom/U-1/3')).status).toBe(404);
  });

  it('cites its address as of a day, for BibTeX and wikis as well', async () => {
    await record.change(null, recording({ issuers: ['A_B & {C}'], targets: ['x|y'] }));
    const page = await record.text('/s/newsroom/U-2');
    expect(page).toContain('https://record.example/s/newsroom/U-2?at=2025-07-30');
    expect(page).toContain('A\\_B \\&amp; \\{C\\} to x|y');
    expect(page).toContain('title=A_B &amp;');
    expect(page).toContain('x{{!}}y');
  });
});

describe('the page of a server', () => {
  it('lists what runs, was just moved and is closed', async () => {
    const page = await record.text('/s/newsroom');
    expect(page).toContain('1 with a date, soonest first');
    expect(page).toContain('Just moved');
    const at = record.now - MINUTE;
    const said = { stated: { start: at, end: at }, statements: [report] };
    await record.change(1, { verb: 'withdraw', ...said });
    expect(await record.text('/s/newsroom')).toContain('Closed');
  });

  it('does not call a deadline moved that was only narrowed', async () => {
    const window = { ...day('2025-08-07', '7 to 9 August'), precision: 'window' as const };
    const later = { ...window, latest: window.latest + 2 * 86_400_000 };
    await record.change(null, recording({ issuers: ['NATO'], deadline: later }));
    await record.change(2, moving('2025-08-08', '2025-07-29T14:00:00Z'));
    const [, moved = ''] = /id="moved"([^]*?)<\/section>/.exec(await record.text('/s/newsroom')) ?? [];
    expect([moved.includes('/U-1"'), moved.includes('/U-2"')]).toEqual([true, false]);
  });

  it('is searched by GET', async () => {
    await record.change(null, recording({ issuers: ['NATO'], targets: ['Serbia'], tags: ['kosovo'] }));
    const found = async (query: string) => {
      const page = await record.text(`/s/newsroom?${query}`);
      return [page.includes('/U-1"'), page.includes('/U-2"')];
    };
    expect(await found('issuer=NATO')).toEqual([false, true]);
    expect(await found('target=russia')).toEqual([true, false]);
    expect(await found('tag=kosovo')).toEqual([false, true]);
    expect(await found('q=serbia')).toEqual([false, true]);
    expect(await found('state=running')).toEqual([true, true]);
    expect(await found('state=closed')).toEqual([false, false]);
    expect(await record.text('/s/newsroom?q=nothingofthesort')).toContain('Nothing was found.');
  });

  it('is shown as known on a day', async () => {
    await record.change(
      null,
      recording({ issuers: ['NATO'], stated: { start: record.now, end: record.now } }),
    );
    const page = await record.text('/s/newsroom?at=2025-07-20');
    expect(page).toContain('As the world knew it on');
    expect(page).toContain('in 1 month');
    expect(page).toContain('Tue 2 Sep 2025');
    expect(page).not.toContain('/U-2"');
  });

  it('is shown as known on a day for an issuer, a target and a tag too', async () => {
    await record.change(null, recording({ stated: { start: record.now, end: record.now } }));
    for (const path of ['issuer/Donald%20Trump', 'target/Russia', 'tag/ukraine']) {
      const page = await record.text(`/s/newsroom/${path}?at=2025-07-20`);
      expect(page).toContain('As the world knew it on');
      expect(page).toContain('Tue 2 Sep 2025');
      expect(page).not.toContain('/U-2"');
      expect(page).toContain('content="noindex"');
      expect(Number(/data-now="(\d+)"/.exec(page)?.[1])).toBeLessThan(Date.parse('2025-07-21T12:00:00Z'));
      expect(await record.text(`/s/newsroom/${path}`)).toContain('/U-2"');
    }
    await record.change(1, { verb: 'hide', reason: 'twice' });
    await record.change(2, { verb: 'hide', reason: 'twice' });
    expect((await record.get('/s/newsroom/target/Russia?at=2025-07-20')).status).toBe(404);
  });

  it('goes on where a list as known on a day is longer than a page', async () => {
    for (let count = 0; count < 51; count += 1) await record.change(null, recording());
    const page = await record.text('/s/newsroom?at=2025-07-20');
    const [, next = ''] = /rel="next" href="([^"]+)"/.exec(page) ?? [];
    const second = await record.text(next.replaceAll('&amp;', '&'));
    expect(page).not.toContain('/U-51"');
    expect(second).toContain('As the world knew it on');
    // What was moved since comes in its old place.
    expect(page).toContain('/U-1"');
    expect(second.match(/\/U-\d+"/g)).toEqual(['/U-51"', '/U-52"']);
  });

  it('goes on where a list is longer than a page', async () => {
    for (let count = 0; count < 51; count += 1) await record.change(null, recording());
    const page = await record.text('/s/newsroom');
    const [, next = ''] = /rel="next" href="([^"]+)"/.exec(page) ?? [];
    const second = await record.text(next.replaceAll('&amp;', '&'));
    expect(page).not.toContain('/U-52"');
    expect(second).toContain('/U-52"');
    expect(second).not.toContain('/U-1"');
  });
});

describe('the other pages', () => {
  it('say what a server records, by which method, and under which licence', async () => {
    await record.settings({ inclusionRule: 'All of them.', licence: 'CC BY 4.0', contact: 'a@example.com' });
    const page = await record.text('/s/newsroom/rules');
    for (const text of [
      'All of them.',
      'Method, version 2',
      'CC BY 4.0',
      'a@example.com',
      'Met, punished anyway',
    ])
      expect(page).toContain(text);
  });

  it('list what an issuer, a target and a tag have', async () => {
    expect(await record.text('/s/newsroom/issuer/donald%20trump')).toContain('1 ultimatum recorded here.');
    expect(await record.text('/s/newsroom/target/Russia')).toContain('1 ultimatum recorded here.');
    expect((await record.get('/s/newsroom/tag/nothing')).status).toBe(404);
    expect((await record.get('/s/newsroom/issuer/%E0%A4%A')).status).toBe(404);
  });

  it('list the servers that are listed, and have privacy and terms', async () => {
    expect(await record.text('/')).toContain('<a href="/s/newsroom"><bdi>Newsroom</bdi></a>');
    expect(await record.text('/privacy')).toContain('no cookies');
    expect((await record.get('/terms')).status).toBe(200);
    expect(await record.text('/health')).toBe('ok\n');
  });
});

describe('every page', () => {
  it('shows hostile text as text', async () => {
    const statements = [
      { quote: HOSTILE, url: null, outlet: HOSTILE, grade: 'page' as const, archive: null, seenIn: null },
    ];
    await record.settings({ publicName: `Newsroom ${HOSTILE}`, inclusionRule: HOSTILE, contact: HOSTILE });
    await record.settings({ visibility: 'link', publicKey: 'abcdefghijklmnop' });
    await record.change(
      null,
      recording({
        issuers: [HOSTILE],
        targets: [HOSTILE],
        demand: HOSTILE,
        threat: HOSTILE,
        tags: [HOSTILE],
        statements,
      }),
    );
    const root = '/s/abcdefghijklmnop';
    for (const path of [
      '',
      '/U-2',
      '/U-2/1',
      '/rules',
      `/issuer/${encodeURIComponent(HOSTILE)}`,
      `?q=${encodeURIComponent(HOSTILE)}`,
    ]) {
      const page = await record.text(root + path);
      expect(page).not.toContain('<script>alert');
      expect(page).not.toContain('"\'&');
      expect(page).not.toContain('\u202e');
    }
    expect(record.errors).toEqual([]);
  });

  it('sets no cookie, loads nothing from elsewhere and runs no script but ours', async () => {
    for (const path of ['/', '/s/newsroom', '/s/newsroom/U-1', '/s/nobody']) {
      const page = await record.get(path);
      expect(page.headers.get('set-cookie')).toBeNull();
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(page.headers.get('referrer-policy')).toBe('no-referrer');
      const text = await page.text();
      expect([...text.matchAll(/<script(?! src="\/site-)(?![^>]*type="application\/)/g)]).toEqual([]);
      expect(text).not.toMatch(/ style="| on\w+="/);
    }
  });

  it('answers 304 until the record changes, and a new tag if and only if the bytes are others', async () => {
    const paths = ['/s/newsroom', '/s/newsroom/U-1'];
    const seen = async () =>
      Promise.all(
        paths.map(async (path) => {
          const page = await record.get(path);
          return { tag: page.headers.get('etag') ?? '', body: await page.text() };
        }),
      );
    const before = await seen();
    for (const [index, path] of paths.entries()) {
      const again = await record.get(path, { 'if-none-match': before[index]?.tag ?? '' });
      expect([again.status, await again.text()]).toEqual([304, '']);
    }
    await record.change(1, {
      verb: 'dispute',
      reason: 'why',
      stated: { start: record.now, end: record.now },
      statements: [],
    });
    for (const [index, page] of (await seen()).entries())
      expect(page.tag === before[index]?.tag).toBe(page.body === before[index]?.body);
    expect((await seen()).map(({ tag }) => tag)).not.toEqual(before.map(({ tag }) => tag));
  });

  it('is compressed for who takes it', async () => {
    const page = await record.get('/s/newsroom/U-1', { 'accept-encoding': 'gzip, br' });
    expect(page.headers.get('content-encoding')).toBe('gzip');
    expect(page.headers.get('etag')).toMatch(/-gz"$/);
    expect(Number(page.headers.get('content-length'))).toBeLessThan(30_000);
  });

  it('answers 503 where the store fails, and goes on', async () => {
    await record.store.close();
    expect((await record.get('/s/newsroom')).status).toBe(503);
    expect(record.errors).toHaveLength(1);
    record = await publicRecord();
  });
});
