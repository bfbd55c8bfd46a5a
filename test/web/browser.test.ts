/** The public pages in a real browser: axe-core, CSP, no sideways scrolling, and extreme records. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectPath } from '../../src/paths.js';
import { startSite, type SiteServer } from '../../src/web/site/serve.js';
import { browserPath, withoutBrowser } from '../page/browser.js';
import { day, GUILD, moving, recording } from '../store/founding.js';
import { EMPTY_THREAT, MET, playCases, PUNISHED } from '../support/cases.js';
import { publicRecord, type PublicRecord } from './record.js';

if (browserPath === undefined) console.log(withoutBrowser);

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PICTURES = projectPath('artefacts', 'pictures');
const HOSTILE = `<img src=x onerror=alert(1)><script>alert(1)</script>"'&`;

let record: PublicRecord;
let server: SiteServer;
let browser: Browser;
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
  ultimatum: '/s/newsroom/U-1',
  extreme: '/s/newsroom/U-2',
  undated: '/s/newsroom/U-3',
  entry: '/s/newsroom/U-2/1',
  'as-of': '/s/newsroom/U-1?at=2025-07-20',
  issuer: '/s/newsroom/issuer/NATO',
  figures: '/s/newsroom/issuer/France',
  issuers: '/s/newsroom/issuers',
  rules: '/s/newsroom/rules',
  privacy: '/privacy',
  missing: '/s/nobody',
  embed: '/embed/newsroom/U-1?theme=dark',
};

/** A page, and everything that its console complains of. */
async function open(path: string, width: number, colorScheme: 'light' | 'dark') {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('status of 404'))
      complaints.push(message.text());
  });
  page.on('dialog', (dialog) => complaints.push(dialog.message()));
  await page.goto(server.publicUrl + path);
  return { page, complaints };
}

/** What axe-core calls serious or critical. */
async function violations(page: Page): Promise<unknown> {
  // Our own policy forbids scripts from elsewhere, so the tester puts it in from outside.
  await page.evaluate(axe);
  return page.evaluate(
    `axe.run().then(({ violations }) => violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ target }) => target.join(' ')).join(', ')))`,
  );
}

describe.skipIf(browserPath === undefined)('a public page in a browser', () => {
  it.each(
    Object.entries(PAGES).flatMap(([name, path]) =>
      [
        [1200, 'light'],
        [390, 'dark'],
      ].map(([width, scheme]) => [name, path, Number(width), scheme as 'light' | 'dark'] as const),
    ),
  )('%s (%s) has no fault at %i px, %s', async (name, path, width, scheme) => {
    const { page, complaints } = await open(path, width, scheme);
    await page.screenshot({ path: join(PICTURES, `site-${name}-${width}.png`), fullPage: true });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await violations(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('says relative times by the record’s clock, and each hour in the reader’s own zone', async () => {
    const { page } = await open('/s/newsroom/U-1', 1200, 'light');
    expect(await page.locator('.verdict time').textContent()).toBe('in 10 days');
    await page.close();
  });

  it('works without a script', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(`${server.publicUrl}/s/newsroom`);
    await page.getByRole('combobox', { name: 'Issuer' }).selectOption('NATO');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(page.url()).toContain('issuer=NATO');
    expect(await page.locator('#running tbody tr').count()).toBe(1);
    await page.close();
  });
});
