import { ComponentType, REST, Routes, type APIMessageTopLevelComponent } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { LocalDiscord } from '../../src/playground/index.js';
import { browserPath, openPage, type Opening, type OpenPage } from './browser.js';
import { become, button, command, composer, go, newestWith } from './hands.js';

const opened: OpenPage[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

async function open(opening: Opening): Promise<OpenPage> {
  const one = await openPage(opening);
  opened.push(one);
  return one;
}

const EMPTY = { story: 'an-empty-server', scenes: 0 };
const WIRE = 'Trump gives the EU until Aug. 1 to reach a trade deal or face 30% tariffs';
const answer = (page: Page) => page.locator('article.ephemeral').last();
const log = (page: Page) => page.getByRole('log', { name: 'Messages' });

/** Posts in #general, the last one by Ben, and opens the channel at its newest message. */
async function posts({ page, stage }: OpenPage, count: number): Promise<void> {
  const ben = stage.show.discord.as('Ben', 'general');
  for (let said = 1; said <= count; said += 1) ben.say('general', `${WIRE} (${said})`);
  await go(page, 'general');
  await page.getByText(`(${count})`).waitFor();
}

/** Scrolls up with the wheel, as a reader does, until the newest message is out of sight. */
async function scrollUp(page: Page): Promise<void> {
  await log(page).hover();
  await page.mouse.wheel(0, -900);
  await page.getByText('viewing older messages').waitFor();
}

async function inSight(one: Locator): Promise<boolean> {
  return one.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const box = element.closest('.messages')?.getBoundingClientRect();
    return box !== undefined && bottom > box.top && top < box.bottom && bottom <= box.bottom + 1;
  });
}

/** Posts a message in #general as the bot would. */
async function posted({ apiUrl, token, world }: LocalDiscord, component: APIMessageTopLevelComponent) {
  const body = { content: 'Choose', components: [component] };
  const rest = new REST({ api: apiUrl, version: '10' }).setToken(token);
  await rest.post(Routes.channelMessages(world.channel('general').id), { body });
}

describe.skipIf(browserPath === undefined)('messages, as Discord shows them', () => {
  it('brings an answer into view for somebody who reads above', async () => {
    const one = await open(EMPTY);
    const { page } = one;
    await become(page, 'Ana');
    await posts(one, 80);
    await scrollUp(page);
    const seen = page.locator('article').nth(10);
    await seen.hover();
    await seen.getByRole('button', { name: 'Apps for this message' }).click();
    await page.getByRole('button', { name: 'Record an ultimatum' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Submit' }).click();
    await answer(page).waitFor();
    await expect.poll(() => inSight(answer(page))).toBe(true);
  });

  it('says that others wrote, and leads to what they wrote', async () => {
    const one = await open(EMPTY);
    const { page, stage } = one;
    await posts(one, 80);
    await scrollUp(page);
    stage.show.discord.as('Olena', 'general').say('general', 'said below');
    await page.getByText('1 new message', { exact: true }).waitFor();
    await one.picture('new-message');
    await page.getByRole('button', { name: 'Jump to present' }).click();
    await expect.poll(() => inSight(newestWith(page, 'said below'))).toBe(true);
    await page.getByText('1 new message').waitFor({ state: 'detached' });
  });

  it('keeps messages of one author together, and begins each day', async () => {
    const one = await open({ story: 'moscow-50-days', scenes: 6 });
    const { page } = one;
    await posts(one, 3);
    expect(await page.locator('article').count()).toBe(3);
    expect(await page.locator('article.follows').count()).toBe(2);
    expect(await page.locator('article header').textContent()).toBe('BenToday at 3:01 PM');
    expect(await page.getByRole('separator').allTextContents()).toEqual(['July 29, 2025']);
    // Few messages stand at the bottom, above the box.
    const box = await composer(page).boundingBox();
    const last = await page.locator('article').last().boundingBox();
    expect((box?.y ?? 0) - (last?.y ?? 0) - (last?.height ?? 0)).toBeLessThan(60);
    await go(page, 'ultimatums');
    await page.getByText('Yesterday at 10:31 AM').waitFor();
    await become(page, 'Jonas');
    await page.getByText('Gestern um 16:31').waitFor();
  });

  it('closes the menu of a message on Escape and on a press elsewhere', async () => {
    const one = await open(EMPTY);
    const { page } = one;
    await posts(one, 2);
    const apps = page.locator('article').last().getByRole('button', { name: 'Apps for this message' });
    const item = page.getByRole('button', { name: 'Record an ultimatum' });
    for (const leave of [
      () => page.keyboard.press('Escape'),
      () => log(page).click({ position: { x: 5, y: 5 } }),
    ]) {
      await apps.click();
      await item.waitFor();
      await leave();
      await item.waitFor({ state: 'detached' });
      expect(await apps.getAttribute('aria-expanded')).toBe('false');
    }
  });
});

describe.skipIf(browserPath === undefined)('what a person does in the page', () => {
  it('writes several lines, and finds commands in two columns', async () => {
    const one = await open(EMPTY);
    const { page, picture } = one;
    await go(page, 'general');
    await composer(page).pressSequentially('first line');
    await page.keyboard.press('Shift+Enter');
    await composer(page).pressSequentially('second line');
    await page.keyboard.press('Enter');
    await page.getByText('second line').waitFor();
    expect(one.stage.show.discord.messages('general').map(({ content }) => content)).toEqual([
      'first line\nsecond line',
    ]);
    await composer(page).fill('/ultimatum');
    const first = page.locator('#commands [role=option]').first();
    await first.waitFor();
    await picture('commands');
    const [name, detail] = [
      await first.locator('.name').boundingBox(),
      await first.locator('.detail').boundingBox(),
    ];
    expect(detail?.x).toBeGreaterThan((name?.x ?? 0) + (name?.width ?? 0));
    expect(detail?.y).toBe(name?.y);
  });

  it('shows which subcommand was used, and that it is on its way', async () => {
    const { page, picture } = await open({ story: 'moscow-50-days', scenes: 6 });
    await page.getByRole('checkbox', { name: /^Discord is slow/ }).click();
    await page.getByRole('checkbox', { name: /^Discord is slow/, checked: true }).waitFor();
    await command(page, 'ultimatum list', {});
    await page.getByText('Sending /ultimatum list…').waitFor();
    expect(await page.getByRole('button', { name: 'Send' }).isDisabled()).toBe(true);
    await picture('sending');
    await answer(page).waitFor();
    expect(await page.locator('.cause').last().textContent()).toContain('Mod used /ultimatum list');
  });

  it('keeps what was chosen in a list, by the keyboard too', async () => {
    const { page, picture } = await open(EMPTY);
    await go(page, 'general');
    await command(page, 'setup', {});
    const form = page.getByRole('dialog');
    const role = form.getByRole('combobox', { name: 'Curators' });
    await role.click();
    const options = await page.getByRole('option').allTextContents();
    await picture('list');
    expect(options).toContain('@everyone');
    expect(options).not.toContain('@Ultimatum');
    await page.keyboard.press('Escape');
    await page.getByRole('option').first().waitFor({ state: 'detached' });
    await role.focus();
    for (const key of ['Enter', 'c', 'Enter']) await page.keyboard.press(key);
    await form.getByRole('combobox').filter({ hasText: '@Curators' }).waitFor();
  });

  it('uploads a file into a form, and shows what comes of it', async () => {
    const { page, picture } = await open(EMPTY);
    await go(page, 'general');
    await command(page, 'data import', {});
    const form = page.getByRole('dialog');
    const table = 'issuer,target,demand,stated\nA,B,leave,14 July 2025\n';
    const taken = page.waitForResponse((response) => response.url().includes('/client/upload'));
    const file = { name: 'table.csv', mimeType: 'text/csv', buffer: Buffer.from(table) };
    await form.locator('input[type=file]').setInputFiles(file);
    await taken;
    await picture('upload');
    await form.getByRole('button', { name: 'Submit' }).click();
    await answer(page).getByText('1 new, 0 already there, 0 refused.').waitFor();
    await picture('dry-run');
    await answer(page).getByRole('button', { name: 'Import', exact: true }).click();
    await answer(page).getByText('Imported 1 ultimatum.').waitFor();
    expect(await answer(page).textContent()).not.toContain('Columns');
  });

  it('sends several choices when their list is left', async () => {
    const { page, stage, picture } = await open(EMPTY);
    await go(page, 'general');
    await posted(stage.show.discord, {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: 'key:several',
          min_values: 0,
          max_values: 3,
          options: ['One', 'Two', 'Three'].map((label) => ({
            label,
            value: label,
            default: label !== 'Three',
          })),
        },
      ],
    });
    const list = page.getByRole('combobox').filter({ has: page.locator('.chip') });
    await list.click();
    await page.getByRole('option', { selected: true }).first().click();
    await picture('several');
    const chosen = page.waitForResponse((response) => response.url().endsWith('/client/act'));
    await page.keyboard.press('Escape');
    expect(await (await chosen).json()).toMatchObject({ ok: true });
    expect(await list.locator('.chip').allTextContents()).toEqual(['Two']);
  });

  it('says what a paused clock holds back, and shows Undo until then', async () => {
    const { page, picture } = await open({ story: 'moscow-50-days', scenes: 3 });
    await become(page, 'Ana');
    await go(page, 'general');
    await command(page, 'ultimatum record', {
      issuer: 'Donald Trump',
      target: 'Russia',
      demand: 'agree to a ceasefire in Ukraine',
      deadline: '50 days',
      source: 'https://example.com/a',
    });
    await answer(page).waitFor();
    await button(page, 'Record').click();
    await button(page, 'Undo').waitFor();
    const held = page.getByText(/^The clock is paused/);
    await held.waitFor();
    await picture('held');
    expect(await held.textContent()).toContain('Announcement in #ultimatums, in 1 minute');
    await page.getByRole('button', { name: /^Go on to/ }).click();
    await held.waitFor({ state: 'detached' });
    await go(page, 'ultimatums');
    await newestWith(page, 'New ultimatum').waitFor();
  });

  it('tells of an empty server, and closes the drawer of a phone', async () => {
    const { page } = await open({ ...EMPTY, width: 390 });
    await page.getByRole('button', { name: 'Stage' }).click();
    await page.getByText('Nothing is played here').waitFor();
    await page.getByRole('button', { name: 'Channels' }).click();
    await become(page, 'Ana');
    await page.getByRole('navigation').waitFor({ state: 'hidden' });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
});
