import { afterEach, describe, expect, it } from 'vitest';
import { browserPath, openPage, type OpenPage } from './browser.js';
import { pick } from './hands.js';

let opened: OpenPage | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

describe.skipIf(browserPath === undefined)('a story, loaded in the page', () => {
  it(
    'the stage loads and plays a story without errors, and refuses other actions meanwhile',
    { timeout: 90_000 },
    async () => {
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
    },
  );
});
