/** The public pages in a real browser: axe-core, CSP, no sideways scrolling, what they load, and extreme records. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { projectPath } from '../../src/paths.js';
import { startSite, type SiteServer } from '../../src/web/site/serve.js';
import { browserPath, withoutBrowser } from '../page/browser.js';
import { day, GUILD, moving, recording } from '../store/founding.js';
import { EMPTY_THREAT, MET, playCases, PUNISHED } from '../support/cases.js';
import { outcome, recordsOutcome, report, said } from '../domain/support.js';
import { publicRecord, type PublicRecord } from './record.js';

if (browserPath === undefined) console.log(withoutBrowser);

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PICTURES = projectPath('artefacts', 'pictures');
const HOSTILE = `<img src=x onerror=alert(1)><script>alert(1)</script>"'&`;

let record: PublicRecord;
let server: SiteServer;
let browser: Browser;
/** One page for all, so that Chromium starts it once. */
let page: Page;
beforeAll(async () => {
  if (browserPath === undefined) return;
  record = await publicRecord();
  await record.settings({ inclusionRule: HOSTILE, licence: 'CC BY 4.0', contact: HOSTILE });
  await record.change(
    null,
    recording({
      issuers: ['المملكة العربية السعودية', 'NATO'],
      targets: Array.from({ length: 57 }, (_, index) => `Country ${index + 1}`),
      demand: 'withdraw every soldier, '.repeat(12),
      threat: HOSTILE,
      deadline: day('2025-09-02', 'x'.repeat(120)),
      tags: [HOSTILE],
    }),
  );
  for (let move = 1; move <= 12; move += 1)
    await record.change(2, moving(`2025-09-${String(2 + move).padStart(2, '0')}`, '2025-07-29T14:00:00Z'));
  await record.change(null, recording({ deadline: null, issuers: ['Nobody'] }));
  await record.change(null, recording({ targets: ['دولة الكويت'], deadline: day('2025-07-20') }));
  await record.change(
    4,
    recordsOutcome(outcome('partial', 'full', { complied: '2025-07-19', acted: '2025-07-21' }), '2025-07-21'),
  );
  const why = {
    verb: 'dispute',
    reason: 'it was met in part '.repeat(15),
    ...said('2025-07-22', report()),
  } as const;
  await record.change(4, why);
  await record.change(null, recording());
  await record.change(5, { verb: 'hide', reason: 'a mistake' });
  await playCases(record.store, GUILD, 'France', [MET, MET, PUNISHED, EMPTY_THREAT, EMPTY_THREAT]);
  server = await startSite({
    store: record.store,
    pictures: record.pictures,
    now: () => record.now,
    publicUrl: null,
    host: '127.0.0.1',
    port: 0,
    log: { error: (about) => console.error(about) },
    health: { problems: () => [] },
  });
  browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
  page = await browser.newPage();
  page.setDefaultTimeout(90_000);
  listen(page);
  await page.addInitScript(WATCHING);
  mkdirSync(PICTURES, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await record?.close();
});

const PAGES: Readonly<Record<string, string>> = {
  home: '/',
  server: '/s/newsroom',
  'server-as-of': '/s/newsroom?at=2025-07-20',
  ultimatum: '/s/newsroom/U-1',
  extreme: '/s/newsroom/U-2',
  undated: '/s/newsroom/U-3',
  ended: '/s/newsroom/U-4',
  hidden: '/s/newsroom/U-5',
  entry: '/s/newsroom/U-2/1',
  'as-of': '/s/newsroom/U-1?at=2025-07-20',
  issuer: '/s/newsroom/issuer/NATO',
  figures: '/s/newsroom/issuer/France',
  issuers: '/s/newsroom/issuers',
  'issuer-as-of': '/s/newsroom/issuer/Donald Trump?at=2025-07-20',
  target: '/s/newsroom/target/دولة الكويت',
  tag: `/s/newsroom/tag/${encodeURIComponent(HOSTILE)}`,
  rules: '/s/newsroom/rules',
  privacy: '/privacy',
  terms: '/terms',
  missing: '/s/nobody',
  embed: '/embed/newsroom/U-1?theme=dark',
  'embed-extreme': '/embed/newsroom/U-2',
};

/** Runs before anything of a page: what moves after it was drawn, and what its policy forbids. */
const WATCHING = `
  window.moved = 0;
  window.forbidden = [];
  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) window.moved += value;
  }).observe({ type: 'layout-shift', buffered: true });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    window.forbidden.push(violatedDirective + ' ' + blockedURI));
`;

/** What the page complained of, and what it loaded, since the last path. */
let complaints: string[] = [];
let loaded: string[] = [];

function listen(to: Page): void {
  to.on('pageerror', (error) => complaints.push(error.message));
  to.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 404'))
      complaints.push(message.text());
  });
  to.on('dialog', (dialog) => complaints.push(dialog.message()));
  to.on('request', (request) => loaded.push(request.resourceType()));
}

/** Opens a path and returns how many bytes its HTML takes. */
async function open(path: string): Promise<number> {
  [complaints, loaded] = [[], []];
  const answer = await page.goto(server.publicUrl + path);
  const html = (await answer?.body()) ?? Buffer.alloc(0);
  return gzipSync(html).length;
}

/** What axe-core calls serious or critical; what is to be tapped counts where a thumb is expected. */
async function violations(thumb: boolean): Promise<unknown> {
  const rules = `{ 'target-size': { enabled: ${String(thumb)} } }`;
  return page.evaluate(
    `axe.run({ rules: ${rules} }).then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(', ')))`,
  );
}

/** How it looks at a width, kept for people to look at. */
async function shown(name: string, width: number, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, media: 'screen' });
  await page.setViewportSize({ width, height: 900 });
  await page.screenshot({ path: join(PICTURES, `site-${name}-${width}.png`), fullPage: true });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  expect(await violations(width < 500)).toEqual([]);
}

describe.skipIf(browserPath === undefined)('a public page in a browser', () => {
  beforeEach(async () => {
    await page.emulateMedia({ colorScheme: 'light', media: 'screen' });
    await page.setViewportSize({ width: 390, height: 900 });
  });

  it.each(Object.entries(PAGES))(
    '%s (%s) has no fault, narrow and dark, wide and light',
    async (name, path) => {
      expect(await open(path)).toBeLessThanOrEqual(30_000);
      // Our own policy forbids scripts from elsewhere, so the tester puts it in from outside.
      await page.evaluate(axe);
      const stylesheets = loaded.filter((type) => type === 'stylesheet');
      expect([stylesheets.length, await page.evaluate('moved')]).toEqual([1, 0]);
      await shown(name, 390, 'dark');
      await shown(name, 1200, 'light');
      expect([...complaints, await page.evaluate('forbidden')]).toEqual([[]]);
    },
  );

  it('says relative times by the record’s clock, and each hour in the reader’s own zone', async () => {
    await open('/s/newsroom/U-1');
    expect(await page.locator('.verdict time').textContent()).toBe('in 10 days');
  });

  it('works without a script', async () => {
    const unscripted = await browser.newPage({ javaScriptEnabled: false });
    await unscripted.goto(`${server.publicUrl}/s/newsroom`);
    await unscripted.getByRole('combobox', { name: 'Issuer' }).selectOption('NATO');
    await unscripted.getByRole('button', { name: 'Show' }).click();
    expect(unscripted.url()).toContain('issuer=NATO');
    expect(await unscripted.locator('#running tbody tr').count()).toBe(1);
    await unscripted.close();
  });
});
