import { afterEach, describe, expect, it } from 'vitest';
import { browserPath, openPage, type OpenPage } from './browser.js';
import { go, newestWith, pick } from './hands.js';

let opened: OpenPage | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

describe.skipIf(browserPath === undefined)('a story, loaded in the page', () => {
  it('the stage loads and plays a story without errors, and refuses other actions meanwhile', async () => {
    opened = await openPage({ story: 'moscow-50-days', scenes: 6 });
    const { page } = opened;
    await pick(page, page.getByRole('combobox', { name: 'Story', exact: true }), /five bullet points/i);
    await page.getByRole('button', { name: 'Load and play all' }).click();
    expect(await page.getByRole('button', { name: 'Next event' }).isDisabled()).toBe(true);
    await page.getByText('The story is over.').waitFor();
    await page.locator('.stage[aria-busy=false]').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await page.getByRole('button', { name: 'Load', exact: true }).click();
    await page.getByText('step 0 of').waitFor();
    await page.locator('.stage[aria-busy=false]').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});

describe.skipIf(browserPath === undefined)('a channel, loaded in the page', () => {
  it('keeps a message that arrives while the channel is loading', async () => {
    opened = await openPage({ story: 'an-empty-server', scenes: 0 });
    const { page, stage } = opened;
    const held: (() => Promise<void>)[] = [];
    await page.route('**/client/messages*', async (route) => {
      const response = await route.fetch();
      held.push(() => route.fulfill({ response }));
    });
    await go(page, 'general');
    await expect.poll(() => held.length).toBe(1);
    stage.show.discord.as('Ben', 'general').say('general', 'said meanwhile');
    await newestWith(page, 'said meanwhile').waitFor();
    const loaded = page.waitForResponse('**/client/messages*');
    for (const release of held) await release();
    await (await loaded).finished();
    await page.getByText('Welcome to #general!').waitFor();
    // Drawn once more after the list has come.
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
    expect(await newestWith(page, 'said meanwhile').count()).toBe(1);
  });
});
