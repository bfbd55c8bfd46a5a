import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newsroom, posts, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
  await recorded(room);
});
afterEach(() => room.close());

const SAID = { ultimatum: 'U-1', source: 'https://www.bbc.co.uk/news/x' };

/** Types a verb, presses its first button, and gives the first line of what was posted last. */
async function done(
  verb: string,
  options: Record<string, string>,
  label: string,
  name = 'Ana',
): Promise<string> {
  const preview = await room.as(name).type(`/ultimatum ${verb}`, options).done;
  const saved = await room.as(name).press(preview, label).done;
  await room.bot.beat();
  expect(saved.text()).toContain('U-1');
  return posts(room).at(-1)?.content.split('\n')[0] ?? '';
}

const state = async () => (await room.bot.store.ultimatum(room.guild, 1))?.state;

describe('every verb, from typing to the post', () => {
  it('pauses, resumes with a deadline, and withdraws', async () => {
    expect(await done('suspend', SAID, 'Pause')).toContain('Donald Trump to Russia (U-1)');
    expect(await state()).toBe('suspended');
    expect(await done('resume', { ...SAID, deadline: '1 September' }, 'Resume')).toContain('U-1');
    expect(await state()).toBe('open');
    expect(await done('withdraw', SAID, 'Withdraw')).toContain('U-1');
    expect(await state()).toBe('withdrawn');
  });

  it('replaces one by another', async () => {
    await recorded(room, { demand: 'another thing' });
    await done('replace', { ...SAID, by: 'U-2 Donald Trump to Russia' }, 'Replace');
    expect(await state()).toBe('superseded');
  });

  it('changes terms, adds a source and corrects without a move', async () => {
    await done('terms', { ...SAID, threat: 'very severe tariffs' }, 'Change terms');
    await done('source', { ...SAID, grade: 'primary' }, 'Add source');
    await done(
      'correct',
      { ultimatum: 'U-1', entry: '1', reason: 'typo', demand: 'agree to peace' },
      'Correct',
    );
    const ultimatum = await room.bot.store.ultimatum(room.guild, 1);
    expect(ultimatum).toMatchObject({ threat: 'very severe tariffs', demand: 'agree to peace', moves: 0 });
    expect(ultimatum?.statements.map(({ grade }) => grade)).toContain('primary');
    expect(posts(room)[0]?.content).toContain('agree to peace');
  });

  it('hides with a tombstone, and shows again', async () => {
    const hide = (reason: string, label: string) => done('hide', { ultimatum: 'U-1', reason }, label, 'Mod');
    await hide('duplicate', 'Hide');
    expect((await room.as('Ben').type('/ultimatum show', { ultimatum: 'U-1' }).done).text()).toContain(
      'hidden on',
    );
    await hide('it was none', 'Show again');
    expect((await room.as('Ben').type('/ultimatum show', { ultimatum: 'U-1' }).done).text()).toContain(
      'Russia',
    );
  });

  it('takes back what a phone sends: the visible text of every suggestion', async () => {
    const ana = room.as('Ana');
    const [one] = await ana.suggest('/ultimatum move', {}, 'ultimatum', 'trump');
    const [deadline] = await ana.suggest(
      '/ultimatum move',
      { ultimatum: one?.name ?? '' },
      'deadline',
      '40 days',
    );
    expect(deadline?.name).toMatch(/^40 days → end of Sat 23 Aug 2025, Washington, in/);
    const preview = await ana.type('/ultimatum move', {
      ...SAID,
      ultimatum: one?.name ?? '',
      deadline: deadline?.name ?? '',
    }).done;
    expect(preview.text()).toContain('Sat 23 Aug 2025');
  });

  it('shows an ultimatum as it was known on a day', async () => {
    room.clock.set(Date.parse('2025-07-28T15:00:00Z'));
    await done('move', { ...SAID, deadline: '10 or 12 days' }, 'Move');
    const then = await room.as('Ben').type('/ultimatum show', { ultimatum: 'U-1', at: '20 Jul' }).done;
    expect(then.text()).toContain('As known on');
    expect(then.text()).not.toContain('10 or 12 days');
  });
});

describe('buttons and menus', () => {
  const NEWS = 'Trump says: "Russia has 20 days to agree to a ceasefire" https://www.reuters.com/world/y';

  it('records from a news post with the form of five, the link and the time of the post', async () => {
    const post = room.as('Ben').say('ultimatums', NEWS);
    const form = await room.as('Ana').apps('Record an ultimatum', post).done;
    expect(form.modal?.fields).toHaveLength(5);
    const preview = await room.as('Ana').submit({
      'Who → whom': 'Donald Trump → Russia',
      Demand: 'agree to a ceasefire',
      'Deadline, in the words used': '20 days',
    }).done;
    expect(preview.text()).toContain('the time of the post');
    expect(preview.text()).toContain('reuters.com');
    expect((await room.as('Ana').press(preview, 'Record').done).text()).toContain('Saved as U-2');
  });

  it('updates from a news post, the best match first', async () => {
    const post = room.as('Ben').say('ultimatums', NEWS);
    const form = await room.as('Ana').apps('Update an ultimatum', post).done;
    expect(form.modal?.fields[0]?.value).toBe('U-1 Donald Trump to Russia');
    const preview = await room.as('Ana').submit({
      'What happened': 'The deadline moved',
      'New deadline, in the words used': '20 days',
    }).done;
    expect((await room.as('Ana').press(preview, 'Move').done).text()).toContain('Deadline moved: U-1');
  });

  it('records the outcome with the form of the passed post', async () => {
    room.clock.set(Date.parse('2025-09-04T15:00:00Z'));
    await room.bot.beat();
    const form = await room.as('Ana').press(posts(room).at(-1) ?? '', 'Record outcome').done;
    expect(form.modal?.fields).toHaveLength(5);
    const preview = await room.as('Ana').submit({
      'What did Russia do?': 'none',
      'What did Donald Trump do about the threat?': 'none',
      'Links, one per line': 'https://a.example/1\nhttps://b.example/2',
    }).done;
    expect(preview.text()).toContain('Given: 2 reports');
    await room.as('Ana').press(preview, 'Record outcome').done;
    await room.bot.beat();
    const disputed = await room.as('Ben').press(posts(room).at(-1) ?? '', 'Dispute').done;
    expect(disputed.modal?.title).toBe('Dispute');
  });

  it('opens details, the log, the list and its pages, and posts the card here', async () => {
    for (let index = 0; index < 9; index += 1) await recorded(room, { demand: `thing ${index}` });
    const ben = room.as('Ben');
    const [card] = posts(room);
    const details = await ben.press(card ?? '', 'Details').done;
    expect((await ben.press(details, 'Full log').done).text()).toContain('Recorded');
    const shown = await ben.press(card ?? '', 'Details').done;
    expect((await ben.press(shown, 'Post here').done).ephemeral).toBe(false);
    const list = await ben.type('/ultimatum list').done;
    const second = await ben.press(list, 'Next').done;
    expect(second.text()).toContain('page 2 of 2');
    const select = second.controls().find(({ kind }) => kind === 'select');
    expect((await ben.choose(second, select?.customId ?? '', ['Closed']).done).text()).toContain('Closed: 0');
    const again = await ben.type('/ultimatum list').done;
    expect((await ben.press(again, 'Open U-1').done).text()).toContain('U-1');
  });
});
