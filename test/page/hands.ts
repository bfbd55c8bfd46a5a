/** What tests do in the page as a person does: choose, type, press. */
import type { Locator, Page } from 'playwright-core';

/** Chooses in a list by the pointer. */
export async function pick(page: Page, list: Locator, option: string | RegExp): Promise<void> {
  await list.click();
  await page.getByRole('option', { name: option }).click();
}
export const become = (page: Page, person: string) =>
  pick(page, page.getByLabel('You are'), new RegExp(`^${person} `));
export const composer = (page: Page) => page.getByRole('textbox', { name: /^Message #/ });
export const newestWith = (page: Page, text: string) =>
  page.locator('article:not(.ephemeral)').filter({ hasText: text }).last();
export const go = (page: Page, channel: string) =>
  page
    .getByRole('navigation')
    .getByRole('button', { name: `# ${channel}` })
    .click();
export const button = (page: Page, name: string) => page.getByRole('log').getByRole('button', { name });

/** Opens a command from the list by the keyboard, and fills options by their names. */
export async function command(page: Page, name: string, options: Record<string, string>): Promise<void> {
  const box = composer(page);
  await box.fill(`/${name}`);
  await page
    .getByRole('option', { name: `/${name} ` })
    .first()
    .waitFor();
  await box.press('Enter');
  for (const [option, value] of Object.entries(options)) {
    const field = page.locator(`#option-${option}`);
    if ((await field.count()) === 0)
      await page.getByRole('button', { name: `+ ${option}`, exact: true }).click();
    await field.fill(value);
  }
  await page.getByRole('button', { name: 'Send' }).click();
}
