import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { browserPath, openPage, type OpenPage } from './browser.js';
import { become, composer, go } from './hands.js';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const TRADE = 'Trump gives the EU until Feb. 1 to reach a trade deal or face 30% tariffs';
const MOVED = 'Trump extends the deadline for the EU to reach a trade deal to March 1';
const STRIKE = { issuer: 'Auto Workers', target: 'Ford; GM; Stellantis', demand: 'a 36 percent raise' };

/** A hand on a phone that counts: a tap is one input, a filled box is one, and so is a command that is typed and sent. */
class Hand {
  inputs = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async tap(one: Locator): Promise<void> {
    this.inputs += 1;
    await one.click();
  }

  async fill(label: string, text: string): Promise<void> {
    this.inputs += 1;
    await this.form.getByLabel(label).fill(text);
  }

  /** A command without options. */
  async send(name: string): Promise<void> {
    this.inputs += 1;
    await composer(this.#page).fill(`/${name}`);
    await this.#page
      .getByRole('option', { name: `/${name} ` })
      .first()
      .waitFor();
    await this.#page.keyboard.press('Enter');
    await this.#page.getByRole('button', { name: 'Send' }).press('Enter');
  }

  get form(): Locator {
    return this.#page.getByRole('dialog');
  }

  choice(name: string | RegExp): Promise<void> {
    return this.tap(this.form.getByLabel(name));
  }

  submit(): Promise<void> {
    return this.tap(this.form.getByRole('button', { name: 'Submit' }));
  }

  /** A button of the newest private answer. */
  button(name: string): Promise<void> {
    return this.tap(this.#within('article.ephemeral', '', name));
  }

  /** A button below the newest post with that text. */
  post(text: string, name: string): Promise<void> {
    return this.tap(this.#within('article:not(.ephemeral)', text, name));
  }

  #within(article: string, text: string, name: string): Locator {
    const button = this.#page.getByRole('button', { name, exact: true });
    return this.#page
      .locator(article)
      .filter({ hasText: text, has: button })
      .last()
      .getByRole('button', { name, exact: true });
  }

  /** An app of the menu of a message. */
  async apps({ id }: { readonly id: string }, app: string): Promise<void> {
    const message = this.#page.locator(`article[data-id="${id}"]`);
    await this.tap(message.getByRole('button', { name: 'Apps for this message' }));
    await this.tap(this.#page.getByRole('button', { name: app }));
  }
}

let phone: OpenPage;
const counted: string[] = [];

beforeAll(async () => {
  if (browserPath !== undefined) phone = await openPage({ story: 'an-empty-server', scenes: 0, width: 390 });
});
afterAll(async () => {
  if (browserPath === undefined) return;
  console.log(`Inputs on a phone:\n${counted.join('\n')}`);
  await phone.close();
});

/** Does a task until `done` is read, and counts its inputs; with a picture of the end. */
async function walk(task: string, done: string, steps: (hand: Hand) => Promise<void>): Promise<number> {
  const hand = new Hand(phone.page);
  const ends = phone.page.locator('article').filter({ hasText: done });
  const idsOf = () => ends.evaluateAll((shown) => shown.map((one) => one.dataset['id']));
  const before = await idsOf();
  await steps(hand);
  // An earlier task may have ended in the same words.
  await expect.poll(async () => (await idsOf()).filter((id) => !before.includes(id)).length).not.toBe(0);
  expect(await phone.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  await phone.picture(`walk-${task.replaceAll(/\W+/g, '-')}`);
  counted.push(`${String(hand.inputs).padStart(2)}  ${task}`);
  return hand.inputs;
}

/** What somebody else does meanwhile: not counted. */
const as = (name: string, channel = 'general') => phone.stage.show.discord.as(name, channel);
const picture = (name: string) => phone.picture(`walk-form-${name}`);

async function enter(person: string, channel: string): Promise<void> {
  const { page } = phone;
  await page.getByRole('button', { name: 'Channels' }).click();
  await become(page, person);
  // Choosing somebody closes the drawer, once the page is theirs.
  await page.getByRole('navigation').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Channels' }).click();
  await go(page, channel);
}

async function recordedByAna(options: Record<string, string>): Promise<void> {
  const preview = await as('Ana').type('/ultimatum record', options).done;
  await as('Ana').press(preview, 'Record').done;
}

const later = (ms: number) => phone.stage.act({ kind: 'to', at: phone.stage.show.clock.now() + ms });

describe.skipIf(browserPath === undefined)('the daily tasks, counted at 390 px', () => {
  it('sets up a server with the defaults', async () => {
    await enter('Mod', 'general');
    expect(
      await walk('set up with the defaults', 'There is a test message', async (hand) => {
        await hand.send('setup');
        await hand.form.waitFor();
        await picture('setup');
        await hand.submit();
      }),
    ).toBeLessThanOrEqual(3);
    await as('Mod').type('/settings set', { curators: 'Curators', zone: 'Washington' }).done;
  });

  it('records from a good post without typing, and takes it back', async () => {
    await enter('Ana', 'general');
    const post = as('Ben').say('general', `${TRADE} https://www.reuters.com/a`);
    expect(
      await walk('record from a good post', 'Saved as U-1', async (hand) => {
        await hand.apps(post, 'Record an ultimatum');
        await hand.form.waitFor();
        await picture('record-post');
        await hand.submit();
        await hand.button('Record');
      }),
    ).toBeLessThanOrEqual(4);
    expect(await walk('undo', 'Undone', (hand) => hand.button('Undo'))).toBeLessThanOrEqual(1);
  });

  it('records by a command, with its source', async () => {
    expect(
      await walk('record by a command, sourced', 'Saved as U-', async (hand) => {
        await hand.send('ultimatum record');
        await hand.fill('Who → whom', 'Donald Trump → European Union');
        await hand.fill('Demand', 'reach a trade deal');
        await hand.fill('Deadline, in the words used', '1 February');
        await hand.fill('Links, one per line', 'https://www.reuters.com/a');
        await picture('record');
        await hand.submit();
        await hand.button('Record');
      }),
    ).toBeLessThanOrEqual(7);
  });

  it('moves a deadline from a post', async () => {
    const post = as('Ben').say('general', `${MOVED} https://www.bbc.co.uk/b`);
    expect(
      await walk('move from a good post', 'Deadline moved', async (hand) => {
        await hand.apps(post, 'Update an ultimatum');
        await hand.form.waitFor();
        await picture('update');
        await hand.submit();
        await hand.button('Move');
      }),
    ).toBeLessThanOrEqual(4);
  });

  it('records outcomes: of one target, and of three at once', async () => {
    await recordedByAna({ issuer: 'Ana', target: 'Serbia', demand: 'withdraw', deadline: '2 days' });
    await recordedByAna({ ...STRIKE, deadline: '2 days' });
    await later(3 * DAY);
    const links = 'https://www.reuters.com/c\nhttps://www.bbc.co.uk/d';
    const outcome = async (hand: Hand, name: string, targets: readonly string[]) => {
      await hand.post(name, 'Record outcome');
      for (const target of targets) await hand.choice(target);
      await hand.choice('Did not meet the demand');
      await hand.choice('Did not carry out the threat');
      await hand.fill('Links, one per line', links);
      await picture(name);
      await hand.submit();
      await hand.button('Record outcome');
    };
    expect(
      await walk('outcome of one target', 'Outcome recorded', (hand) => outcome(hand, 'Serbia', [])),
    ).toBeLessThanOrEqual(6);
    const three = ['Ford', 'GM', 'Stellantis'];
    expect(
      await walk('outcome of three targets', 'Outcome recorded', (hand) => outcome(hand, 'Ford', three)),
    ).toBeLessThanOrEqual(9);
  });

  it('withdraws from the card', async () => {
    await recordedByAna({ issuer: 'Ana', target: 'Peru', demand: 'leave', deadline: '20 days' });
    await later(2 * MINUTE);
    expect(
      await walk('withdraw from the card', 'Withdrawn: U-', async (hand) => {
        await hand.post('Peru', 'Update');
        await hand.choice('It was withdrawn');
        await hand.fill('Link', 'https://www.reuters.com/e');
        await hand.submit();
        await hand.button('Withdraw');
      }),
    ).toBeLessThanOrEqual(5);
  });

  it('proposes, takes back, accepts and declines', async () => {
    await enter('Ben', 'general');
    const propose = (task: string) => {
      const post = as('Ben').say('general', `${TRADE} https://www.reuters.com/a`);
      return walk(task, 'Your proposal was sent', async (hand) => {
        await hand.apps(post, 'Record an ultimatum');
        await hand.submit();
        await hand.button('Propose');
      });
    };
    expect(await propose('propose from a good post')).toBeLessThanOrEqual(4);
    expect(
      await walk('take a proposal back', 'Taken back', async (hand) => {
        await hand.send('proposals');
        await hand.button('Take back');
      }),
    ).toBeLessThanOrEqual(2);
    await propose('propose again');
    await enter('Ana', 'general');
    expect(
      await walk('decline with a reason', 'Declined', async (hand) => {
        await hand.send('review');
        await hand.button('Decline');
        await hand.fill('Reason', 'on record already');
        await hand.submit();
      }),
    ).toBeLessThanOrEqual(4);
  });

  it('lists, and opens one', async () => {
    expect(
      await walk('list and open one', 'Demand: reach a trade deal', async (hand) => {
        await hand.send('ultimatum list');
        await hand.tap(phone.page.getByRole('button', { name: /^Open U-/ }).first());
      }),
    ).toBeLessThanOrEqual(2);
  });
});
