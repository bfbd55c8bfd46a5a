import { afterEach, describe, expect, it } from 'vitest';
import { browserPath, openPage, type OpenPage } from './browser.js';

let opened: OpenPage | undefined;
afterEach(async () => {
  await opened?.close();
  opened = undefined;
});

describe.skipIf(browserPath === undefined)('the page, in a browser', () => {
  it('the page draws malformed timestamps and markup as they were written', async () => {
    opened = await openPage({ story: 'moscow-50-days', scenes: 3 });
    const { page, stage } = opened;
    const odd = [
      '<t:99999999999999999:R>',
      '<t:-99999999999999999:F>',
      '<t:8640000000001>',
      '<t:1:Q>',
      '<@0> <#0> <@&0>',
      '**'.repeat(500),
      '[a](javascript:alert(1))',
      '||'.repeat(500),
    ];
    for (const text of odd) stage.show.discord.as('Ana', 'general').say('general', text);
    stage.show.discord.as('Ana', 'general').say('general', 'the last one');
    await page.getByRole('navigation').getByRole('button', { name: '# general' }).click();
    await page.getByText('the last one').waitFor();
    const log = page.getByRole('log');
    for (const text of odd.slice(0, 4)) expect(await log.getByText(text, { exact: true }).count()).toBe(1);
    expect(await log.getByRole('alert').count()).toBe(0);
    expect(await log.getByRole('link').count()).toBe(0);
  });
});
