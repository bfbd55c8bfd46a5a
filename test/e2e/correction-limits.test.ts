import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { labels, mending, SOURCED, type Mending } from './mending.js';
import { RECORD, recorded } from './newsroom.js';

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
