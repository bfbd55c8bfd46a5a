import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonAnswer } from '../../src/playground/index.js';
import { newsroom, posts, RECORD, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
});
afterEach(() => room.close());

const labels = (answer: PersonAnswer) => answer.controls().map(({ label }) => label);

/** Ben proposes what he typed; the answer is Ana's review. */
async function proposed(line: string, options: Record<string, string>): Promise<PersonAnswer> {
  const preview = await room.as('Ben').type(line, options).done;
  await room.as('Ben').press(preview, 'Propose').done;
  return room.as('Ana').type('/review').done;
}

/** What a curator reads with "Show all" and its further pages. */
async function readAll(review: PersonAnswer): Promise<string> {
  let page = await room.as('Ana').press(review, 'Show all').done;
  const read = [page.text()];
  while (labels(page).includes('Next')) {
    page = await room.as('Ana').press(page, 'Next').done;
    read.push(page.text());
  }
  return read.join('\n');
}

const long = (word: string, end: string) => `${`${word} `.repeat(900 / (word.length + 1))}${end}`;

describe('the review of a proposal', () => {
  it('shows every text, target, link and tag of a record, whole', async () => {
    const review = await proposed('/ultimatum record', {
      ...RECORD,
      target: ['Russia', 'Iran', 'China', 'Cuba', 'Jane Doe', 'Last Target'].join('; '),
      demand: long('demand', 'THE END OF THE DEMAND'),
      threat: long('threat', 'THEN THE INSULT ABOUT JANE DOE'),
      quote: long('quote', 'THE END OF THE QUOTE'),
      tag: 'one; two; three; four; five-tag',
    });
    expect(review.text()).not.toContain('INSULT');
    const all = await readAll(review);
    for (const end of ['THE END OF THE DEMAND', 'THEN THE INSULT', 'THE END OF THE QUOTE', 'five-tag'])
      expect(all).toContain(end);
    for (const target of ['Russia', 'Iran', 'China', 'Cuba', 'Jane Doe', 'Last Target'])
      expect(all).toContain(target);
    expect(all).toContain('<https://www.cnn.com/a>');
  });

  it('shows every link of an outcome with its host', async () => {
    await recorded(room);
    const review = await proposed('/ultimatum outcome', {
      ultimatum: 'U-1',
      compliance: 'full',
      'follow-through': 'not-due',
      complied: 'today',
      source: 'https://www.cnn.com/x',
      'second-source': 'https://evil.example/2',
    });
    expect(review.text()).toContain('What the target did: met the demand, on 14 Jul');
    expect(await readAll(review)).toContain('<https://evil.example/2>');
  });

  it('names the host of an archive at once and shows its address with one press', async () => {
    await recorded(room);
    const review = await proposed('/ultimatum source', {
      ultimatum: 'U-1',
      source: 'https://cnn.com/a2',
      archive: 'https://evil.example/phish',
    });
    expect(review.text()).toContain('Archive: evil.example');
    expect(await readAll(review)).toContain('**Archive copy**: <https://evil.example/phish>');
  });

  it('shows whom new terms name, the old ones beside the new', async () => {
    await recorded(room);
    const review = await proposed('/ultimatum terms', {
      ultimatum: 'U-1',
      demand: 'withdraw',
      target: 'Russia; Jane Doe',
      source: 'https://cnn.com/a3',
    });
    expect(review.text()).toContain('Demanded of: Russia and Jane Doe (was: Russia)');
    expect(review.text()).toContain('Demand: withdraw (was: agree to a ceasefire)');
  });

  it('shows the parties of a moved deadline and what it was', async () => {
    await recorded(room);
    const review = await proposed('/ultimatum move', {
      ultimatum: 'U-1',
      deadline: '60 days',
      source: 'https://cnn.com/a4',
    });
    expect(review.text()).toMatch(
      /\*\*U-1: Deadline moved\*\*\nDonald Trump to Russia\nDeadline: Fri 12 Sep 2025/,
    );
    expect(review.text()).toContain('Was: Tue 2 Sep 2025, end of day in Washington');
  });

  it('accepts from the screen with the whole text, and returns to the queue', async () => {
    const review = await proposed('/ultimatum record', { ...RECORD, demand: long('demand', 'END') });
    const all = await room.as('Ana').press(review, 'Show all').done;
    const back = await room.as('Ana').press(all, 'Back to the list').done;
    expect(back.text()).toContain('### To review: 1');
    const again = await room.as('Ana').press(back, 'Show all').done;
    expect((await room.as('Ana').press(again, 'Accept').done).text()).toContain('U-1');
    await room.bot.beat();
    expect(posts(room)).toHaveLength(1);
  });

  it('offers no whole text if the short one shows everything', async () => {
    const review = await proposed('/ultimatum record', RECORD);
    expect(labels(review)).toEqual(['Accept', 'Decline']);
  });

  it('does not accept what was declined while the whole text was open', async () => {
    const review = await proposed('/ultimatum record', { ...RECORD, demand: long('demand', 'END') });
    const other = await room.as('Jonas').type('/review').done;
    await room.as('Jonas').press(other, 'Decline').done;
    await room.as('Jonas').submit({ 'Reason for declining': 'no' }).done;
    const gone = await room.as('Ana').press(review, 'Show all').done;
    expect(gone.text()).toContain('That proposal is no longer waiting.');
  });
});
