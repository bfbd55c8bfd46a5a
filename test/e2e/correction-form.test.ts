import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ABOUT, labels, mending, SOURCED, type Mending } from './mending.js';
import { recorded } from './newsroom.js';

let news: Mending;
beforeEach(async () => {
  news = await mending();
});
afterEach(() => news.room.close());

describe('the form of a correction', () => {
  it('shows today’s values, and what is left as it was corrects nothing', async () => {
    const form = await news.typed(1);
    expect(form.modal?.fields.map(({ label, value }) => [label, value])).toEqual([
      ['Who → whom', 'Donald Trump → Russia'],
      ['Demand', 'agree to a ceasefire'],
      ['Otherwise', ''],
      ['Deadline, in the words used', '50 days'],
      ['When it was said', 'Mon 14 Jul 2025'],
    ]);
    const same = await news.room.as('Ana').submit({}).done;
    expect(same.text()).toContain('Entry 1 says that already.');
    const again = await news.room.as('Ana').press(same, 'Edit text').done;
    expect(again.modal?.fields).toHaveLength(5);
    const preview = await news.room.as('Ana').submit({ Demand: 'agree to peace' }).done;
    expect(preview.text()).toContain('Demand: agree to peace (was: agree to a ceasefire)');
    expect(preview.text()).not.toContain('Deadline:');
    expect(preview.text()).not.toContain('Issuer:');
    const edit = await news.room.as('Ana').press(preview, 'Edit text').done;
    expect(edit.modal?.fields.map(({ label }) => label)).toEqual([
      'Reason',
      'Demand',
      'Who → whom',
      'Otherwise',
      'Deadline, in the words used',
    ]);
    const last = await news.room.as('Ana').submit({}).done;
    await news.room.as('Ana').press(last, 'Correct').done;
    const [, event] = (await news.stored())?.entries ?? [];
    expect(event?.event).toMatchObject({ fields: { demand: 'agree to peace' } });
    expect(Object.keys(event?.event.kind === 'corrected' ? event.event.fields : {})).toEqual(['demand']);
  });

  it('shows both sides of an outcome with their days, as corrected', async () => {
    const entry = await news.closed('full', 'none', { complied: '3 Sep 2025', note: 'Late' });
    await news.correct(entry, { complied: '1 Sep 2025' });
    const form = await news.typed(entry);
    expect(form.modal?.fields.flatMap(({ value }) => value)).toEqual([
      'full',
      'Mon 1 Sep 2025',
      'none',
      '',
      'Late',
    ]);
    const preview = await news.room.as('Ana').submit({ 'When the target did it': '31 Aug 2025 18:00' }).done;
    expect(preview.text()).toContain('The target did it: Sun 31 Aug 2025, 18:00 (was: Mon 1 Sep 2025)');
  });
});

describe('correcting when it was said', () => {
  it('asks which date holds where the words come to another', async () => {
    const asked = await news.typed(1, { stated: '10 Jul 2025' });
    expect(asked.text()).toContain('With this correction, "50 days" comes to another date.\nWhich is meant?');
    const dates = labels(asked).filter((label) => label.includes('2025'));
    expect(dates).toEqual([
      expect.stringMatching(/^Keep Tue 2 Sep 2025, end of day in Washington/),
      expect.stringMatching(/^Fri 29 Aug 2025, end of day in Washington/),
    ]);
    expect(labels(asked)).not.toContain('Correct');
    const [, moved = ''] = dates;
    const preview = await news.room.as('Ana').press(asked, moved).done;
    expect(preview.text()).toContain(
      'Deadline: Fri 29 Aug 2025, end of day in Washington (was: Tue 2 Sep 2025',
    );
    await news.room.as('Ana').press(preview, 'Correct').done;
    expect((await news.stored())?.inForce?.reading.latest).toBe(Date.parse('2025-08-30T04:00:00Z'));
  });

  it('keeps the date that was chosen', async () => {
    const asked = await news.typed(1, { stated: '10 Jul 2025' });
    const [keep = ''] = labels(asked).filter((label) => label.startsWith('Keep'));
    const preview = await news.room.as('Ana').press(asked, keep).done;
    expect(preview.text()).not.toContain('Deadline:');
    await news.room.as('Ana').press(preview, 'Correct').done;
    expect((await news.stored())?.inForce?.reading.latest).toBe(Date.parse('2025-09-03T04:00:00Z'));
    expect((await news.stored())?.corrections).toHaveLength(1);
  });

  it('asks the same of another zone, and nothing where the words name a date', async () => {
    expect((await news.typed(1, { zone: 'Moscow' })).text()).toContain('comes to another date');
    await recorded(news.room, { demand: 'x', deadline: '8 August 2025' });
    const named = { ultimatum: 'U-2', entry: '1', reason: 'misread', stated: '10 Jul 2025' };
    const preview = await news.room.as('Ana').type('/ultimatum correct', named).done;
    expect(labels(preview)).toContain('Correct');
  });
});

describe('what can’t be corrected', () => {
  it('is refused with what to do instead', async () => {
    const first = await news.typed(1, { remove: 'true' });
    expect(first.text()).toMatch(/Entry 1 is the record itself and can't be removed\. .*hide the ultimatum/);
    await news.saved('suspend', SOURCED, 'Pause');
    expect((await news.typed(2, { demand: 'x' })).text()).toContain(
      'Entry 2 does not say the demand. Correct entry 1, which does.',
    );
    await news.saved('resume', { ...SOURCED, deadline: '1 August' }, 'Resume');
    await news.at('2025-08-04T15:00:00Z');
    for (const options of [{ remove: 'true' }, { deadline: '3 August' }, {}]) {
      const passed = await news.typed(4, options);
      expect(passed.text()).toContain(
        'Entry 4 follows from the deadline. Correct the deadline in entry 3 instead.',
      );
    }
  });
});

describe('the fields of a record', () => {
  it('are all corrected at once, each beside what it was', async () => {
    const text = await news.correct(1, {
      issuer: 'Joe Biden',
      zone: 'New York',
      tag: 'war; tariffs',
      quote: 'fifty days',
      grade: 'data-set',
      threat: 'tariffs of 100 %',
    });
    expect(text).toContain('Issuer: Joe Biden (was: Donald Trump)');
    expect(text).toContain('Tags: war and tariffs (was: nothing)');
    expect(text).toContain('Quote: fifty days (was: nothing)');
    expect(text).toContain('Kind of source: a data set (was: an independent report)');
    const log = await news.room
      .as('Ana')
      .press(await news.room.as('Ana').type('/ultimatum show', ABOUT).done, 'Full log').done;
    expect(log.text()).toContain('Tags: war and tariffs (was: nothing)');
    expect(await news.stored()).toMatchObject({ tags: ['war', 'tariffs'], issuers: ['Joe Biden'] });
  });
});
