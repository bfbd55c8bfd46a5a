import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonAnswer } from '../../src/playground/index.js';
import { labels, mending, SOURCED, type Mending } from './mending.js';
import { posts, RECORD, recorded } from './newsroom.js';

let news: Mending;
beforeEach(async () => {
  news = await mending();
});
afterEach(() => news.room.close());

describe('removing an entry', () => {
  it('is refused beside fields that were typed, which it would drop', async () => {
    await news.saved('move', { ...SOURCED, deadline: '1 August' }, 'Move');
    const refused = await news.typed(2, { remove: 'true', deadline: '3 August', quote: 'soon' });
    expect(refused.text()).toContain(
      'Removing entry 2 takes back all of it, so the deadline and the quote were not used. Leave them out to remove the entry',
    );
    expect(await news.stored()).toMatchObject({ moves: 1 });
  });

  it('says by which entry it was removed before', async () => {
    await news.saved('move', { ...SOURCED, deadline: '1 August' }, 'Move');
    await news.correct(2, { remove: 'true' }, 'Remove entry');
    for (const options of [{ remove: 'true' }, { deadline: '3 August' }]) {
      const refused = await news.typed(2, options);
      expect(refused.text()).toContain(
        'Entry 2 was taken back by entry 3. To bring it back, remove entry 3.',
      );
    }
    await news.correct(3, { remove: 'true' }, 'Remove entry');
    expect(await news.stored()).toMatchObject({ moves: 1 });
  });
});

describe('correcting a time zone', () => {
  it('counts as typed for the issuer', async () => {
    const board = { issuer: 'Harbour Board', demand: 'dredge', deadline: '8 August 2025' };
    await recorded(news.room, board);
    const typed = {
      ultimatum: 'U-2',
      entry: '1',
      reason: 'misread',
      zone: 'Kyiv',
      deadline: '8 August 2025',
    };
    const preview = await news.room.as('Ana').type('/ultimatum correct', typed).done;
    await news.room.as('Ana').press(preview, 'Correct').done;
    const next = { ...RECORD, issuer: 'Harbour Board', demand: 'pay', deadline: '9 August 2025' };
    const assumed = await news.room.as('Ana').type('/ultimatum record', next).done;
    expect(assumed.text()).toContain("the issuer's time zone, Kyiv");
    const move = { ultimatum: 'U-2', source: SOURCED.source, deadline: '10 August 2025' };
    const moved = await news.room.as('Ana').type('/ultimatum move', move).done;
    expect(moved.text()).toContain("the issuer's time zone, Kyiv");
    expect(labels(moved)).toContain('Move');
  });
});

describe('taking a text away', () => {
  const THREAT = {
    demand: 'leave',
    deadline: '8 August 2025',
    threat: 'tariffs',
    quote: 'leave',
    tag: 'war',
  };
  const stored = () => news.room.bot.store.ultimatum(news.room.guild, 2);
  const correct = (options: Record<string, string>) =>
    news.room.as('Ana').type('/ultimatum correct', { ultimatum: 'U-2', reason: 'misread', ...options }).done;
  const save = async (preview: PersonAnswer) => {
    await news.room.as('Ana').press(preview, 'Correct').done;
    await news.room.bot.beat();
  };

  it('works with "none" for every text that may be missing', async () => {
    await recorded(news.room, THREAT);
    const preview = await correct({ entry: '1', threat: 'none', quote: 'None', tag: 'none', source: 'none' });
    expect(preview.text()).toContain('Otherwise: nothing (was: tariffs)');
    expect(preview.text()).toContain('Quote: nothing (was: leave)');
    expect(preview.text()).toContain('Tags: nothing (was: war)');
    expect(preview.text()).toContain('Link: nothing (was: https');
    await save(preview);
    expect(await stored()).toMatchObject({ threat: null, tags: [], statements: [] });
    const again = await correct({ entry: '1', threat: 'none' });
    expect(again.text()).toContain('Entry 1 says that already.');
  });

  it('works with an empty field of the form, and leaves what was never filled in', async () => {
    await recorded(news.room, THREAT);
    await correct({ entry: '1' });
    const preview = await news.room.as('Ana').submit({ Otherwise: '' }).done;
    expect(preview.text()).toContain('Otherwise: nothing (was: tariffs)');
    expect(preview.text()).not.toContain('Demand: nothing');
    await save(preview);
    expect(await stored()).toMatchObject({ threat: null, demand: 'leave' });
  });

  it('makes an entry one for all targets, by the issuer', async () => {
    await recorded(news.room, { ...THREAT, target: 'Mexico; Canada' });
    const scoped = { ultimatum: 'U-2', source: SOURCED.source, target: 'Mexico', by: 'Congress' };
    const move = await news.room.as('Ana').type('/ultimatum move', { ...scoped, deadline: '9 August' }).done;
    await news.room.as('Ana').press(move, 'Move').done;
    const preview = await correct({ entry: '2', target: 'none', by: 'none' });
    expect(preview.text()).toContain('For: all targets (was: Mexico)');
    expect(preview.text()).toContain('Done by: the issuer (was: Congress)');
    await save(preview);
    expect((await stored())?.chains).toHaveLength(1);
  });

  it('takes a note from an outcome', async () => {
    const entry = await news.closed('none', 'none', { note: 'Late' });
    await news.correct(entry, { note: 'none' });
    expect((await news.stored())?.outcomes[0]?.outcome.note).toBeNull();
  });

  it('is refused where a record needs the text', async () => {
    for (const [field, said] of [
      ['demand', 'The demand is missing'],
      ['issuer', 'The issuer is missing'],
      ['target', 'The target is missing'],
    ] as const) {
      const refused = await news.typed(1, { [field]: 'none' });
      expect(refused.text()).toContain(said);
    }
  });
});

describe('correcting a deadline to none', () => {
  it('takes the date from the record, and says so in public', async () => {
    const text = await news.correct(1, { deadline: 'none' });
    expect(text).toContain('Deadline: none (was: Tue 2 Sep 2025');
    expect(await news.stored()).toMatchObject({ versions: [], undated: null, state: 'open' });
    expect(await news.shown()).toContain('None stated.');
    const [card] = posts(news.room);
    expect(card?.content).toContain('Deadline: none stated');
  });

  it('keeps the words that had no date', async () => {
    await news.correct(1, { deadline: 'none: when the talks fail' });
    expect(await news.stored()).toMatchObject({ versions: [], undated: { words: 'when the talks fail' } });
  });

  it('is refused for a move, which can be removed', async () => {
    await news.saved('move', { ...SOURCED, deadline: '1 August' }, 'Move');
    const refused = await news.typed(2, { deadline: 'none' });
    expect(refused.text()).toContain(
      'Entry 2 moved the deadline, so it needs a date. If nothing was moved, remove it',
    );
  });
});
