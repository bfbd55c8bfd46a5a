import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { projectPath } from '../../src/paths.js';
import { browserPath, openPage, withoutBrowser, type Opening, type OpenPage } from './browser.js';
import { become, button, command, composer, go, newestWith } from './hands.js';

if (browserPath === undefined) console.log(withoutBrowser);

const opened: OpenPage[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function open(opening: Opening): Promise<OpenPage> {
  const one = await openPage(opening);
  opened.push(one);
  return one;
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core calls serious or critical, each with the elements it means. */
async function serious(page: Page) {
  await page.evaluate(axe);
  const found = await page.evaluate<{ id: string; impact: string; nodes: string[] }[]>(
    `axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) =>
      ({ id, impact, nodes: nodes.map((node) => node.html.slice(0, 120) + node.failureSummary) })))`,
  );
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
}

describe('what is sent to a browser', () => {
  it('is under 300 kB gzipped, and asks nothing of other hosts', () => {
    const folder = projectPath('dist', 'page');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    const all = files.map((one) => readFileSync(join(one.parentPath, one.name)));
    expect(all.reduce((sum, bytes) => sum + gzipSync(bytes).length, 0)).toBeLessThan(300_000);
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(page).not.toMatch(/https?:/);
  });
});

describe.skipIf(browserPath === undefined)('the page, in a browser', () => {
  it('records, travels to the deadline, and logs the outcome', async () => {
    const { page, picture } = await open({ story: 'moscow-50-days', scenes: 3 });
    await become(page, 'Ana');
    await go(page, 'general');
    await command(page, 'ultimatum record', {
      issuer: 'Donald Trump',
      target: 'Russia',
      demand: 'agree to a ceasefire in Ukraine',
      deadline: '50 days',
      threat: '"severe tariffs"',
      source:
        'https://gulfnews.com/world/americas/trump-to-send-weapons-to-ukraine-threatens-russia-with-tariffs-1.500197995',
    });
    await page.getByText('Only you can see this').waitFor();
    await picture('preview');
    await button(page, 'Record').click();
    await go(page, 'ultimatums');
    await page.getByRole('button', { name: /^Go on to/ }).click();
    await page.getByText('New ultimatum').waitFor();
    await picture('card', newestWith(page, 'New ultimatum'));
    // A masked link shows its words, and never its brackets.
    expect(await newestWith(page, 'New ultimatum').textContent()).not.toContain('](');

    await page.getByRole('button', { name: 'Next event' }).click();
    await page.getByText('Running ultimatums').waitFor();
    await picture('countdown', newestWith(page, 'Running ultimatums'));

    await page.getByLabel(/^Go to a day and hour/).fill('2025-09-03T08:00');
    await page.getByRole('button', { name: 'Go to date' }).click();
    await page.getByText('Deadline passed').first().waitFor();
    await button(page, 'Record outcome').last().click();
    const form = page.getByRole('dialog');
    await form.waitFor();
    await picture('form');
    await form.getByLabel('Met the demand', { exact: true }).click();
    await form.getByLabel(/no reason/).click();
    await form.getByLabel('When it happened').fill('1 Sep');
    await form.getByLabel('Links, one per line').fill('https://www.reuters.com/a\nhttps://www.bbc.co.uk/b');
    await form.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('Only you can see this').waitFor();
    await button(page, 'Record outcome').last().click();
    await page.getByRole('button', { name: /^Go on to/ }).click();
    await newestWith(page, 'Outcome recorded').waitFor();
    expect(await newestWith(page, 'Outcome recorded').textContent()).toContain('Donald Trump to Russia');
  });

  it('shows the outcome that the founding story came to', async () => {
    const { page, picture } = await open({ story: 'moscow-50-days', scenes: 9 });
    await newestWith(page, 'Outcome recorded').waitFor();
    await picture('outcome', newestWith(page, 'Outcome recorded'));
    expect(await newestWith(page, 'Outcome recorded').textContent()).toContain('tariff on India');
  });

  it('has no serious axe-core violation: wide and light, narrow and dark, with everything opened', async () => {
    const wide = await open({ story: 'moscow-50-days', scenes: 6 });
    await newestWith(wide.page, 'Deadline narrowed').waitFor();
    await wide.picture('page');
    await wide.picture('moved', newestWith(wide.page, 'Deadline narrowed'));
    expect(await serious(wide.page)).toEqual([]);
    await wide.page.getByLabel('You are').click();
    await wide.page.getByRole('option').first().waitFor();
    expect(await serious(wide.page)).toEqual([]);
    await wide.page.keyboard.press('Escape');
    await newestWith(wide.page, 'Deadline narrowed')
      .getByRole('button', { name: 'Apps for this message' })
      .click();
    await wide.page.getByRole('button', { name: 'Record an ultimatum' }).click();
    await wide.page.getByRole('dialog').waitFor();
    await wide.picture('menu-form');
    expect(await serious(wide.page)).toEqual([]);

    const { page, picture } = await open({ story: 'moscow-50-days', scenes: 6, width: 390, dark: true });
    await newestWith(page, 'Deadline narrowed').waitFor();
    expect(await serious(page)).toEqual([]);
    await composer(page).fill('/ultimatum mov');
    await page.locator('#commands [role=option]').first().waitFor();
    await page.keyboard.press('Enter');
    // Keys before the option has the focus would go to the box that leaves.
    await page.locator('#option-ultimatum:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('This option is required').first().waitFor();
    await picture('command-narrow-dark');
    expect(await serious(page)).toEqual([]);
    for (const drawer of ['Channels', 'Stage']) {
      await page.getByRole('button', { name: drawer }).click();
      await picture(`drawer-${drawer.toLowerCase()}`);
      expect(await serious(page)).toEqual([]);
    }
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });

  it('draws only the visible ones of 1,000 messages, and scrolls to the first', async () => {
    const { page, stage } = await open({ story: 'an-empty-server', scenes: 0 });
    const ben = stage.show.discord.as('Ben', 'general');
    for (let count = 1; count <= 1000; count += 1) ben.say('general', `message number ${count}`);
    await go(page, 'general');
    await page.getByText('message number 1000', { exact: true }).waitFor();
    expect(await page.locator('article').count()).toBeLessThan(60);
    await page.evaluate("document.querySelector('.messages').scrollTop = 0");
    await page.getByText('message number 1', { exact: true }).waitFor();
    expect(await page.locator('article').count()).toBeLessThan(60);
  });

  it('shows each person what they may do, and times in their own zone', async () => {
    const { page } = await open({ story: 'moscow-50-days', scenes: 4 });
    const offers = async (typed: string) => {
      await composer(page).fill(typed);
      await page.locator('#commands [role=option]').first().waitFor();
      return page.locator('#commands [role=option]').allTextContents();
    };
    await become(page, 'Mod');
    expect((await offers('/countdown')).join()).toContain('/countdown add');
    await become(page, 'Olena');
    expect((await offers('/')).join()).not.toContain('/countdown');
    await page.locator('time[title*="Europe/Kyiv"]').first().waitFor();
  });

  it('says in the delivery log why nothing was posted in a forbidden channel', async () => {
    const { page, stage } = await open({ story: 'moscow-50-days', scenes: 6 });
    const posts = () => stage.show.discord.messages('ultimatums').length;
    const before = posts();
    // The box shows what the stage says, which comes back a moment after the click.
    const lever = { name: 'The bot may not enter #ultimatums' };
    await page.getByRole('checkbox', lever).click();
    await page.getByRole('checkbox', { ...lever, checked: true }).waitFor();
    await page.getByRole('button', { name: 'Next event' }).click();
    await page.getByRole('region', { name: 'Every post so far' }).locator('summary').click();
    await page.locator('.stage .failure').first().waitFor();
    expect(posts()).toBe(before);
  });

  it('can be used by the keyboard alone: a command, its suggestion, a refusal, the answer', async () => {
    const { page } = await open({ story: 'moscow-50-days', scenes: 4 });
    const keys = page.keyboard;
    await composer(page).focus();
    await keys.type('/ultimatum show');
    await page.locator('#commands [role=option]').first().waitFor();
    await keys.press('Enter');
    await page.locator('#option-ultimatum:focus').waitFor();
    await keys.press('Enter');
    await page.getByText('This option is required').waitFor();
    await keys.type('russ');
    await page.getByRole('option', { name: /U-1/ }).waitFor();
    await keys.press('ArrowDown');
    await keys.press('Enter');
    await keys.press('Enter');
    await page.getByText('Only you can see this').waitFor();
    expect(await page.locator('article.ephemeral').textContent()).toContain('Donald Trump to Russia');
  });

  it('lays the menu of a short message over the messages below it', async () => {
    const { page, stage } = await open({ story: 'moscow-50-days', scenes: 4 });
    const ben = stage.show.discord.as('Ben', 'general');
    for (let count = 1; count <= 5; count += 1) ben.say('general', `short message ${count}`);
    await go(page, 'general');
    const short = newestWith(page, 'short message 2');
    await short.getByRole('button', { name: 'Apps for this message' }).click();
    const items = short.locator('.menu button');
    expect(await items.count()).toBeGreaterThan(1);
    const met = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.menu button')].map((item) => {
        const { left, top, width, height } = item.getBoundingClientRect();
        return document.elementFromPoint(left + width / 2, top + height / 2)?.textContent ?? '';
      })`,
    );
    expect(met).toEqual(await items.allTextContents());
  });

  it('refuses a page of another address', async () => {
    const { stage } = await open({ story: 'an-empty-server', scenes: 0 });
    const { address } = stage.show.discord;
    const asked = (headers: Record<string, string>) =>
      fetch(`${address}/client/stage`, { method: 'POST', headers, body: '{"kind":"next"}' });
    expect((await asked({ origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await asked({ origin: address })).status).toBe(200);
    const policy = (await fetch(address)).headers.get('content-security-policy');
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(policy).not.toMatch(/unsafe/);
  });
});
