import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newsroom, recorded, type Newsroom } from './newsroom.js';

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom();
  await recorded(room, { target: 'Mexico; Canada; China' });
});
afterEach(() => room.close());

const SAID = { ultimatum: 'U-1', source: 'https://www.bbc.co.uk/news/x' };

async function done(verb: string, options: Record<string, string>, label: string): Promise<string> {
  const preview = await room.as('Ana').type(`/ultimatum ${verb}`, { ...SAID, ...options }).done;
  const saved = await room.as('Ana').press(preview, label).done;
  await room.bot.beat();
  expect(saved.text()).toContain('U-1');
  return preview.text();
}

const chains = async () =>
  (await room.bot.store.ultimatum(room.guild, 1))?.chains.map(({ targets, state, versions }) => [
    targets.join(' '),
    state,
    versions.length,
  ]);

describe('a change that is for some targets only (rules 27)', () => {
  it('moves, pauses, resumes and withdraws for the targets that were typed', async () => {
    await done('move', { deadline: '60 days', target: 'mexico; Canada' }, 'Move');
    expect(await chains()).toEqual([
      ['Mexico Canada', 'open', 2],
      ['China', 'open', 1],
    ]);
    await done('suspend', { target: 'Canada' }, 'Pause');
    await done('resume', { target: 'Canada', deadline: '1 October' }, 'Resume');
    await done('withdraw', { target: 'China' }, 'Withdraw');
    expect(await chains()).toEqual([
      ['Mexico', 'open', 2],
      ['Canada', 'open', 3],
      ['China', 'withdrawn', 1],
    ]);
  });

  it('records an outcome for several targets, and new terms for one', async () => {
    await done('terms', { for: 'China', demand: 'something else' }, 'Change terms');
    const sides = { compliance: 'full', 'follow-through': 'not-due', complied: 'today' };
    await done(
      'outcome',
      { ...sides, target: 'Mexico; canada', 'second-source': 'https://www.cnn.com/x', stated: 'today' },
      'Record outcome',
    );
    const ultimatum = await room.bot.store.ultimatum(room.guild, 1);
    expect(ultimatum?.outcomes.map(({ target }) => target)).toEqual(['Mexico', 'Canada']);
    expect(ultimatum?.chains.map(({ demand }) => demand)).toContain('something else');
  });

  it('refuses a name that is no target, and keeps the text', async () => {
    const answer = await room.as('Ana').type('/ultimatum suspend', { ...SAID, target: 'Peru' }).done;
    expect(answer.text()).toContain('Peru');
    expect(answer.controls().map(({ label }) => label)).toContain('Edit text');
  });

  it('suggests the targets of the ultimatum that was chosen', async () => {
    await recorded(room, { target: 'Russia' });
    const suggested = await room.as('Ana').suggest('/ultimatum move', { ultimatum: 'U-1' }, 'target', '');
    expect(suggested.map(({ value }) => value)).toEqual(['Mexico', 'Canada', 'China']);
    const more = await room.as('Ana').suggest('/ultimatum move', { ultimatum: 'U-1' }, 'target', 'Mexico; C');
    expect(more.map(({ value }) => value)).toEqual(['Mexico; Canada', 'Mexico; China']);
  });

  it('reads an extension from the deadline of the targets it is for', async () => {
    await done('move', { deadline: '10 September', target: 'Mexico' }, 'Move');
    const preview = await room
      .as('Ana')
      .type('/ultimatum move', { ...SAID, deadline: 'an additional 10 days', target: 'China' }).done;
    expect(preview.text()).toContain('12 Sep');
  });
});

describe('a change that somebody else made (rules 28)', () => {
  it('keeps who it was, unless it was the issuer', async () => {
    await done('suspend', { by: 'Supreme Court' }, 'Pause');
    await done('resume', { by: 'donald trump', deadline: '1 October' }, 'Resume');
    const entries = await room.bot.store.entries(room.guild, 1);
    const actors = entries.map(({ event }) => ('actor' in event ? event.actor : null));
    expect(actors).toEqual([null, 'Supreme Court', null]);
  });

  it('is shown with its targets in the review of a proposal', async () => {
    const typed = { ...SAID, by: 'Supreme Court', target: 'Mexico; China' };
    const preview = await room.as('Ben').type('/ultimatum suspend', typed).done;
    await room.as('Ben').press(preview, 'Propose').done;
    const review = await room.as('Ana').type('/review').done;
    expect(review.text()).toContain('Only for: Mexico and China');
    expect(review.text()).toContain('By: Supreme Court');
  });
});

describe('the form of an outcome of several targets', () => {
  const ask = () => room.as('Ana').type('/ultimatum outcome', { ultimatum: 'U-1' }).done;
  const boxes = async () =>
    (await ask()).modal?.fields
      .find(({ customId }) => customId === 'target')
      ?.options.map(({ label }) => label);
  const sent = (fields: Record<string, string | readonly string[]>) =>
    room.as('Ana').submit({
      compliance: 'full',
      'follow-through': 'not-due',
      when: 'today',
      source: 'https://www.bbc.co.uk/a\nhttps://www.reuters.com/b',
      ...fields,
    }).done;
  const outcomes = async () =>
    (await room.bot.store.ultimatum(room.guild, 1))?.outcomes.map(({ target }) => target);

  it('has a box for each target without an outcome, and takes several at once', async () => {
    expect(await boxes()).toEqual(['Mexico', 'Canada', 'China']);
    await expect(async () => sent({})).rejects.toThrow('"For which targets?" is required');
    const preview = await sent({ target: ['Mexico', 'China'] });
    expect(preview.text()).toContain('Mexico and China');
    await room.as('Ana').press(preview, 'Record outcome').done;
    expect(await outcomes()).toEqual(['Mexico', 'China']);
  });

  it('asks by name about the last one left, and ticks again what was ticked', async () => {
    const preview = await sentAfter({ target: ['Mexico', 'China'] });
    const edit = await room.as('Ana').press(preview, 'Edit text').done;
    const [field] = edit.modal?.fields ?? [];
    expect(field).toMatchObject({ customId: 'target', value: ['Mexico', 'China'] });
    await room.as('Ana').press(await sent({}), 'Record outcome').done;
    expect(await boxes()).toBeUndefined();
    expect((await ask()).modal?.fields[0]?.label).toBe('What did Canada do?');
    await room.as('Ana').press(await sent({}), 'Record outcome').done;
    expect(await outcomes()).toEqual(['Mexico', 'China', 'Canada']);
  });

  it('says nothing of some of them where all were ticked', async () => {
    const preview = await sentAfter({ target: ['Mexico', 'Canada', 'China'] });
    expect(preview.text()).not.toContain('Only for');
    await room.as('Ana').press(preview, 'Record outcome').done;
    expect(await outcomes()).toEqual(['Mexico', 'Canada', 'China']);
  });

  it('offers a list with one choice for all of them where they are too many for boxes', async () => {
    const many = Array.from({ length: 12 }, (_, index) => `Country ${index + 1}`);
    await recorded(room, { target: many.join('; '), demand: 'open the market' });
    const form = await room.as('Ana').type('/ultimatum outcome', { ultimatum: 'U-2' }).done;
    const [field] = form.modal?.fields ?? [];
    expect(field?.options.map(({ label }) => label)).toEqual(['All that have no outcome yet', ...many]);
    const preview = await sent({ target: ['All that have no outcome yet'] });
    await room.as('Ana').press(preview, 'Record outcome').done;
    const ultimatum = await room.bot.store.ultimatum(room.guild, 2);
    expect(ultimatum?.outcomes).toHaveLength(12);
  });

  async function sentAfter(fields: Record<string, readonly string[]>) {
    await ask();
    return sent(fields);
  }
});
