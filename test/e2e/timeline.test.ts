import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { thereAreCases, timelineCases } from '../support/timeline.js';
import { documentedOf, seenOf } from './timeline-expected.js';
import { playedTimeline, type PlayedTimeline } from './timeline-player.js';
import type { CaseNotes } from './timeline-steps.js';

/** What a curator types where the text of a case is not what was said, or has no date that is its own. */
const NOTES: readonly CaseNotes[] = [
  {
    id: 'trump-russia-2025',
    reversed: { on: '2026-02-07', options: { what: 'measures-lifted' } },
  },
  { id: 'nato-gorazde-1994', words: { 0: '27 April 1994, 2:01 a.m.' } },
  { id: 'bush-taliban-2001', pressed: { 0: ['Record without a date'] } },
  {
    id: 'brexit-article-50',
    words: {
      0: '29 March 2019, 23:00',
      1: '12 April 2019, 23:00',
      2: '31 October 2019, 23:00',
      3: '31 January 2020, 23:00',
    },
    learnedLate: [2],
  },
  {
    id: 'qatar-2017',
    options: { 0: { issuer: 'Saudi Arabia; UAE; Bahrain; Egypt' } },
    words: { 1: 'about 4 to 5 July 2017' },
  },
  {
    id: 'us-china-march-2019',
    words: { 0: '12:01 a.m. EST March 2, 2019', 2: 'May 10, 2019, 12:01 a.m.' },
  },
  { id: 'doha-afghanistan', words: { 0: '1 May 2021' } },
  { id: 'x-date-2023', words: { 0: 'about 1 to 10 June 2023' } },
  { id: 'trump-canada-35-2025', words: { 0: 'August 1, 2025, 12:01 a.m.' } },
  { id: 'trump-greenland-2026', words: { 0: 'starting February 1, 2026' } },
  {
    id: 'us-reciprocal-tariffs-2025',
    words: { 0: '12:01 a.m. EDT on April 9, 2025', 3: '12:01 a.m. EDT August 7, 2025' },
  },
];

let played: PlayedTimeline;
beforeAll(async () => {
  if (thereAreCases) played = await playedTimeline('timeline', '2017-06-01T12:00:00Z', NOTES);
});
afterAll(() => played?.room.close());

describe.skipIf(!thereAreCases)('documented ultimatums (skipped without ../shared/data)', () => {
  it.each(timelineCases('timeline').map((one) => [one.id, one] as const))(
    '%s is shown as it is documented',
    async (_id, one) => {
      const { seen, targets } = await seenOf(played, one);
      expect(seen).toEqual(documentedOf(one, targets));
    },
  );

  it('gives Russia 50 days, then fewer, and lifts in 2026 what was imposed on India', async () => {
    expect(played.heads('trump-russia-2025')).toEqual([
      'Ultimatum U-21',
      'Deadline moved earlier',
      'Deadline narrowed',
      'Deadline passed, outcome not yet recorded',
      'Outcome recorded',
      'Outcome disputed',
      'Measures lifted',
    ]);
    const screen = await played.show('trump-russia-2025');
    expect(screen).toContain('**Not met, partly carried out** (after 1 move); later lifted. Disputed.');
    expect(screen).toContain('"10 days from today"; reported since as Friday 8 August, stated 29 Jul');
    expect(screen).toContain('1. Tue 2 Sep 2025, "if we don\'t have a deal in 50 days", stated 14 Jul.');
    expect(screen).toContain('2. about 7 to 9 Aug 2025, "about 10 or 12 days from today", stated 28 Jul.');
    expect(screen).toContain('carried out the threat in part, on 6 Aug, before the deadline');
    expect(screen).toContain('Measures lifted on 7 Feb 2026');
    expect(played.posts('trump-russia-2025')[0]).toContain(
      'Now: Not met, partly carried out (after 1 move); later lifted',
    );
  });

  it('counts one move for the truce with China, as the second came after it was settled', async () => {
    const screen = await played.show('us-china-truce-2025');
    expect(screen).toContain('stated 11 Aug 2025. Moved 365 days later on 4 Nov 2025.');
    expect(screen).toContain('China: settled by negotiation (Trade settlement), on 30 Oct 2025');
    expect(await played.stored('us-china-truce-2025')).toMatchObject({ moves: 2 });
  });

  it('announces the note to Serbia to nobody, a century later, and shows its hour in Belgrade', async () => {
    expect(played.heads('austria-serbia-1914')).toEqual(['Outcome recorded']);
    const screen = await played.show('austria-serbia-1914');
    expect(screen).toContain('1. Sat 25 Jul 1914, 18:00 in Belgrade');
    expect(screen).toContain('carried out the threat, on 25 Jul, the same day, hour not known');
  });

  it('keeps the words of an ultimatum without a date', async () => {
    const screen = await played.show('bush-taliban-2001');
    expect(screen).toContain('No date stated: "act, and act immediately"');
    expect(await played.stored('bush-taliban-2001')).toMatchObject({ versions: [], slip: null });
  });

  it('names four issuers of the demands to Qatar, and says that the second date came after the first', async () => {
    expect((await played.stored('qatar-2017')).issuers).toHaveLength(4);
    expect(played.heads('qatar-2017')).toContain('New deadline after the last one passed');
    const listed = await played.room.as('Ben').type('/ultimatum list', { issuer: 'Bahrain', state: 'all' })
      .done;
    expect(listed.text()).toContain('Qatar');
  });

  it('pauses the tariffs on China without a date, and resumes them with one', async () => {
    expect(played.heads('us-china-march-2019')).toEqual([
      'Ultimatum U-10',
      'Deadline paused',
      'Resumed',
      'Deadline passed, outcome not yet recorded',
      'Outcome recorded',
    ]);
    const screen = await played.show('us-china-march-2019');
    expect(screen).toContain('Paused on 24 Feb. Resumed on 5 May, 69 days later.');
    expect(screen).toContain('carried out the threat, on 10 May, at the deadline');
  });

  it('shows a day as it was said, whatever zone its deadline is in', async () => {
    const screen = await played.show('doha-afghanistan');
    expect(screen).toContain('Moved 11 days earlier on 8 Jul.');
    expect(screen).toContain('"will conclude on August 31st", stated 8 Jul.');
  });

  it('puts a move that was learned of last between the others', async () => {
    const screen = await played.show('brexit-article-50');
    expect(screen).toContain('Passed on 12 Apr 2019, but an earlier statement had already changed it.');
    expect(screen).toContain('3. Thu 31 Oct 2019, 23:00 in London');
    expect(screen).toContain('4. Fri 31 Jan 2020, 23:00 in London');
    const [, , , , learned] = played.posts('brexit-article-50');
    expect(learned).toContain(
      'Then: Thu 31 Oct 2019, 23:00 in London ("31 October 2019, 23:00", stated 11 Apr',
    );
    expect(learned).toMatch(/In force: Fri 31 Jan 2020, 23:00 in London, <t:1580511600:R>/);
    expect(learned).not.toContain('Until 23:00 on Thu 31 Oct');
    expect(learned).toContain('Learned of after a later deadline had been recorded.');
  });

  it('takes "as early as" for a source, and counts a date inside the window as no move', async () => {
    expect(played.heads('x-date-2023')).toEqual([
      'Ultimatum U-14',
      'Deadline narrowed',
      'Deadline passed, outcome not yet recorded',
      'Outcome recorded',
    ]);
    expect(await played.stored('x-date-2023')).toMatchObject({ moves: 0, slip: -5 });
  });

  it('withdraws from all eight targets what was to begin on a day', async () => {
    expect(played.heads('trump-greenland-2026')).toEqual(['Ultimatum U-23', 'Withdrawn', 'Outcome recorded']);
    const screen = await played.show('trump-greenland-2026');
    expect(screen).toContain('did not meet the demand (A deal for the purchase of Greenland)\n');
    const { targets, chains } = await played.stored('trump-greenland-2026');
    expect(targets).toHaveLength(8);
    expect(chains).toHaveLength(1);
  });
});
