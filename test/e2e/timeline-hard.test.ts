import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { thereAreCases, timelineCases } from '../support/timeline.js';
import { documentedOf, seenOf } from './timeline-expected.js';
import { playedTimeline, type PlayedTimeline } from './timeline-player.js';
import type { CaseNotes } from './timeline-steps.js';

const BY_TRUMP = { by: 'Donald Trump' };

/** What a curator types where the text of a case is not what was said, or has no date that is its own. */
const NOTES: readonly CaseNotes[] = [
  {
    id: 'tiktok-divest-2025',
    options: {
      0: { issuer: 'United States' },
      1: BY_TRUMP,
      2: BY_TRUMP,
      3: BY_TRUMP,
      4: BY_TRUMP,
      5: BY_TRUMP,
    },
    words: {
      0: 'effective 19 January 2025',
      1: 'until the end of 5 April 2025',
      2: 'an additional 75 days',
      3: 'extended for 90 days',
    },
  },
  { id: 'potsdam-1945', pressed: { 0: ['Record without a date'] } },
  { id: 'usaid-payments-2025', options: { 1: { by: 'John Roberts' } } },
  { id: 'nato-actord-1998', words: { 0: '5 a.m. GMT on 17 October' } },
  { id: 'cr-ladder-2024-ii', link: { to: 'cr-ladder-2024-i', as: 'split-from' } },
  {
    id: 'gaza-72h-2025',
    pressed: { 0: ['No date yet'] },
    words: { 1: 'Monday 13 October, noon' },
  },
  {
    id: 'trump-iran-60-days-2025',
    words: { 0: 'about 7 May to 12 June 2025' },
    outcome: { by: 'Israel' },
  },
];

let played: PlayedTimeline;
beforeAll(async () => {
  if (thereAreCases) played = await playedTimeline('hard', '2020-09-01T12:00:00Z', NOTES);
});
afterAll(() => played?.room.close());

describe.skipIf(!thereAreCases)(
  'documented ultimatums of hard shapes (skipped without ../shared/data)',
  () => {
    it.each(timelineCases('hard').map((one) => [one.id, one] as const))(
      '%s is shown as it is documented',
      async (_id, one) => {
        const { seen, targets } = await seenOf(played, one);
        expect(seen).toEqual(documentedOf(one, targets));
      },
    );

    it('says who delayed the law on TikTok, and counts each extension from the date before it', async () => {
      const screen = await played.show('tiktok-divest-2025');
      expect(screen).toContain('A new one followed on 20 Jan 2025, by Donald Trump, after it had passed.');
      expect(screen).toContain(
        '3. Thu 19 Jun 2025, "an additional 75 days", stated 4 Apr 2025. Moved 90 days later',
      );
      expect(screen).toContain(
        '6. Fri 23 Jan 2026, no action "for 120 days from the date of this order", stated',
      );
      expect(screen).toContain('United States: had no reason to act on the threat');
      expect(played.heads('tiktok-divest-2025')).toEqual([
        'Ultimatum U-8',
        'Deadline passed, outcome not yet recorded',
        'New deadline after the last one passed',
        ...Array<string>(4).fill('Deadline moved later'),
        'Deadline passed, outcome not yet recorded',
        'Outcome recorded',
        'Outcome disputed',
      ]);
    });

    it('tells the two targets of Suez apart, and names both issuers', async () => {
      const screen = await played.show('suez-1956');
      expect(screen).toContain('U-1: United Kingdom and France to Egypt and Israel');
      expect(screen).toMatch(/Egypt: did not meet the demand .* by Wed 31 Oct 1956, 06:30 in Cairo/);
      expect(screen).toMatch(/Israel: met the demand .*, on 31 Oct, in time/);
      const listed = await played.room.as('Ben').type('/ultimatum list', { issuer: 'France', state: 'all' })
        .done;
      expect(listed.text()).toContain('Egypt');
    });

    it('puts the bombs before the surrender of Japan, without a deadline', async () => {
      const screen = await played.show('potsdam-1945');
      expect(screen).toContain('U-2: United States, United Kingdom and China to Japan');
      expect(screen).toContain('No date stated: "We shall brook no delay."');
      expect(screen).toContain('carried out the threat, on 6 Aug 1945');
    });

    it('pauses a court order by somebody else’s hand', async () => {
      const screen = await played.show('usaid-payments-2025');
      expect(screen).toContain('Paused on 26 Feb, by John Roberts. Resumed on 6 Mar, 12 days later.');
      expect(played.posts('usaid-payments-2025')[1]).toContain('By: John Roberts');
    });

    it('sets the first date of a deadline that waited for an event, and counts no move', async () => {
      expect(played.heads('gaza-72h-2025')).toEqual([
        'Ultimatum U-12',
        'Deadline set',
        'Deadline passed, outcome not yet recorded',
        'Outcome recorded',
        'Outcome disputed',
      ]);
      const screen = await played.show('gaza-72h-2025');
      expect(screen).toContain(
        'Stated without a date on 29 Sep: "within 72 hours of Israel publicly accepting this agreement"',
      );
      expect(screen).toContain(
        '1. Mon 13 Oct 2025, 12:00 in Jerusalem, "Monday 13 October, noon", stated 10 Oct.',
      );
    });

    it('settles Brexit while no date is in force, between two issuers and two targets', async () => {
      const screen = await played.show('brexit-deal-2020');
      expect(screen).toContain('Boris Johnson and European Commission to European Union and United Kingdom');
      expect(screen).toContain('stated 9 Dec. Paused on 13 Dec.');
      expect(screen).toContain('settled by negotiation (A trade agreement), on 24 Dec');
    });

    it('shows the day of an extension as it was said in another zone', async () => {
      expect(await played.show('nato-actord-1998')).toContain('Moved 10 days later on 16 Oct.');
    });

    it('links the two deadlines of a continuing resolution', async () => {
      expect(await played.show('cr-ladder-2024-i')).toContain('U-7 was split from this one');
      expect(await played.show('cr-ladder-2024-ii')).toContain('Split from U-6');
      expect(await played.show('cr-ladder-2024-ii')).toContain('on 23 Mar, after the deadline');
    });

    it('lets a deadline pass that was extended before, where the server learned of it an hour later', async () => {
      expect(await played.show('columbia-2025')).toContain(
        'Passed on 20 Mar, but an earlier statement had already changed it. Moved 1 day later on 20 Mar.',
      );
    });

    it('says that Israel acted on the threat against Iran', async () => {
      expect(await played.show('trump-iran-60-days-2025')).toContain('Israel: did something else instead');
    });

    it('counts a new hour that was stated seven hours too late as a revival', async () => {
      const screen = await played.show('rambouillet-1999');
      expect(screen).toContain('A new one followed on 20 Feb, after it had passed.');
      expect(screen).toMatch(/Kosovo Albanians: met the demand .*, on 18 Mar, after the deadline/);
    });
  },
);
