import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { labels, mending, SOURCED, type Mending } from './mending.js';

let news: Mending;
beforeEach(async () => {
  news = await mending();
  await news.saved('move', { ...SOURCED, deadline: 'an additional 75 days' }, 'Move');
});
afterEach(() => news.room.close());

const ana = () => news.room.as('Ana');
const dates = async () =>
  (await news.stored())?.versions.map(({ reading: { latest } }) =>
    new Date(latest).toISOString().slice(0, 10),
  );

describe('an extension whose deadline before it is corrected (rules 32)', () => {
  it('keeps its date until somebody has it counted anew', async () => {
    const preview = await news.typed(1, { deadline: '60 days' });
    expect(preview.text()).toContain(
      'Entry 2 ("an additional 75 days") was counted from this deadline. Counted anew it is Wed 26 Nov 2025; it stays Sun 16 Nov 2025 unless you change it in the next step.',
    );
    const saved = await ana().press(preview, 'Correct').done;
    expect(await dates()).toEqual(['2025-09-13', '2025-11-17']);
    expect(saved.text()).toContain(
      'Entry 2 ("an additional 75 days") was counted from the earlier deadline and stays Sun 16 Nov 2025.',
    );
    const recounted = await ana().press(saved, 'Change entry 2 to Wed 26 Nov 2025').done;
    expect(recounted.text()).toContain(
      'Deadline: Wed 26 Nov 2025, end of day in Washington (was: Sun 16 Nov 2025',
    );
    await ana().press(recounted, 'Correct').done;
    expect(await dates()).toEqual(['2025-09-13', '2025-11-27']);
  });

  it('is asked about one after another', async () => {
    await news.saved('move', { ...SOURCED, deadline: '20 more days' }, 'Move');
    const saved = await ana().press(await news.typed(1, { deadline: '60 days' }), 'Correct').done;
    const second = await ana().press(saved, 'Change entry 2 to Wed 26 Nov 2025').done;
    expect(second.text()).toContain('Entry 3 ("20 more days") was counted from this deadline.');
    const third = await ana().press(second, 'Correct').done;
    await ana().press(await ana().press(third, 'Change entry 3 to Tue 16 Dec 2025').done, 'Correct').done;
    expect(await dates()).toEqual(['2025-09-13', '2025-11-27', '2025-12-17']);
  });

  it('is asked about where the deadline before it is removed', async () => {
    await news.saved('move', { ...SOURCED, deadline: '20 more days' }, 'Move');
    const preview = await news.typed(2, { remove: 'true' });
    const saved = await ana().press(preview, 'Remove entry').done;
    expect(saved.text()).toContain('Entry 3 ("20 more days") was counted from the earlier deadline');
    expect(labels(saved)).toContain('Change entry 3 to Mon 22 Sep 2025');
  });

  it('is left alone where its words name a date', async () => {
    await news.saved('move', { ...SOURCED, deadline: '1 December' }, 'Move');
    const preview = await news.typed(2, { deadline: '20 November' });
    expect(preview.text()).not.toContain('Counted anew');
    const saved = await ana().press(preview, 'Correct').done;
    expect(labels(saved)).not.toContainEqual(expect.stringMatching(/^Change entry/));
  });
});
