import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mending, SOURCED, type Mending } from './mending.js';
import { posts, recorded } from './newsroom.js';

let news: Mending;
beforeEach(async () => {
  news = await mending();
});
afterEach(() => news.room.close());

describe('an outcome that was recorded wrongly', () => {
  it('is corrected from none to met, with the day', async () => {
    const entry = await news.closed('none', 'none');
    const refused = await news.typed(entry, { compliance: 'full', 'follow-through': 'not-due' });
    expect(refused.text()).toContain('Please give the day the demand was met');
    const text = await news.correct(entry, {
      compliance: 'full',
      complied: '6 Aug 2025',
      'follow-through': 'not-due',
    });
    expect(text).toContain('What the target did: met the demand (was: did not meet the demand)');
    expect(text).toContain('The target did it: Wed 6 Aug 2025 (was: nothing)');
    expect(text).toMatch(/Headline with this correction: \*?\*?Met.* Headline now: .*Not met/);
    expect(await news.shown()).toContain(
      'Corrected from did not meet the demand; did not carry out the threat.',
    );
    expect((await news.stored())?.outcomes[0]?.outcome).toMatchObject({
      compliance: 'full',
      followThrough: 'not-due',
    });
  });

  it('is corrected from not carried out to carried out, with the day', async () => {
    const entry = await news.closed('none', 'none');
    const text = await news.correct(entry, {
      'follow-through': 'full',
      acted: '3 Sep 2025',
      note: 'By decree',
      by: 'Congress',
    });
    expect(text).toContain('The issuer did it: Wed 3 Sep 2025 (was: nothing)');
    expect(text).toContain('Note: By decree (was: nothing)');
    expect(text).toContain('Done by: Congress (was: nothing)');
    expect(await news.shown()).toContain(
      'Congress: carried out the threat, on 3 Sep, after the deadline: By decree',
    );
  });

  it('takes another day of compliance', async () => {
    const entry = await news.closed('full', 'none', { complied: '3 Sep 2025' });
    expect(await news.shown()).toContain('Complied late');
    await news.correct(entry, { complied: '1 Sep 2025' });
    expect(await news.shown()).not.toContain('Complied late');
    expect(await news.shown()).toContain('Corrected from met the demand, on Wed 3 Sep 2025');
  });

  it('is removed, and the preview says how the record reads without it', async () => {
    const entry = await news.closed('none', 'none');
    const preview = await news.typed(entry, { remove: 'true' });
    expect(preview.text()).toContain(`Entry ${entry} (outcome) is taken back`);
    expect(preview.text()).toMatch(/Headline without this entry: Passed.* Headline now: Not met/);
    await news.room.as('Ana').press(preview, 'Remove entry').done;
    expect(await news.stored()).toMatchObject({ state: 'passed', outcomes: [] });
  });

  it('lets a target be renamed once it names it', async () => {
    await recorded(news.room, { issuer: 'Testland', target: 'Ruritannia; Cuba' });
    await news.at('2025-09-04T15:00:00Z');
    const about = { ultimatum: 'U-2', source: 'https://www.bbc.co.uk/news/x', grade: 'primary' };
    const outcome = { ...about, target: 'Ruritannia', compliance: 'none', 'follow-through': 'none' };
    const preview = await news.room.as('Ana').type('/ultimatum outcome', outcome).done;
    await news.room.as('Ana').press(preview, 'Record outcome').done;
    const fields = { ultimatum: 'U-2', entry: '1', reason: 'typo', target: 'Ruritania; Cuba' };
    const asked = await news.room.as('Ana').type('/ultimatum correct', fields).done;
    await news.room.as('Ana').press(asked, 'Correct').done;
    const two = await news.room.bot.store.ultimatum(news.room.guild, 2);
    expect(two?.targets).toEqual(['Ruritania', 'Cuba']);
    expect(two?.outcomes.map(({ target }) => target)).toEqual(['Ruritania']);
  });
});

describe('an entry that was recorded wrongly', () => {
  it.each([
    ['withdraw', 'Withdraw', {}],
    ['replace', 'Replace', { by: 'U-2' }],
  ])('is removed after %s, and the ultimatum is open and reminded of again', async (verb, label, more) => {
    await news.room.as('Mod').type('/milestones set', { channel: 'ultimatums', ladder: '1d 0' }).done;
    await recorded(news.room, { demand: 'another thing', deadline: '80 days' });
    await news.saved(verb, { ...SOURCED, ...more }, label);
    await news.correct(2, { remove: 'true' }, 'Remove entry');
    expect((await news.stored())?.state).toBe('open');
    await news.at('2025-09-01T13:00:00Z');
    expect(posts(news.room).at(-1)?.content).toContain('Deadline tomorrow: Donald Trump to Russia (U-1)');
    await news.at('2025-09-03T15:00:00Z');
    expect((await news.stored())?.state).toBe('passed');
  });

  it('is one move too many, and is not counted any more', async () => {
    await news.at('2025-07-28T15:00:00Z');
    await news.saved('move', { ...SOURCED, deadline: '10 or 12 days' }, 'Move');
    await news.saved('move', { ...SOURCED, deadline: '15 August' }, 'Move');
    expect(await news.stored()).toMatchObject({ moves: 2 });
    const text = await news.correct(3, { remove: 'true' }, 'Remove entry');
    expect(text).toContain('Entry 3 (new deadline) is taken back');
    expect(await news.stored()).toMatchObject({ moves: 1 });
  });
});
