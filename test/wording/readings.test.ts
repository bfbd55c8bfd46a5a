import { describe, expect, it } from 'vitest';
import { drawText } from '../../src/discord/draw.js';
import { plainText } from '../../src/wording/plain-text.js';
import type { Assumption, ReadFault } from '../../src/domain/reading-facts.js';
import { english } from '../../src/wording/index.js';
import { assumptionText, faultText } from '../../src/wording/readings.js';

const assumed = (assumption: Assumption) => plainText(assumptionText(english, assumption));
const fault = (reason: ReadFault) => plainText(faultText(english, reason));

describe('the words of a reading', () => {
  it.each<[Assumption, string]>([
    [{ kind: 'part-of-day', part: 'evening', from: 64_800, to: 86_400 }, '"evening" means 18:00 to 24:00'],
    [{ kind: 'skipped-time', named: 9000, used: 10_800 }, 'the clocks skip 02:30 that day, so 03:00 is used'],
    [
      { kind: 'zone-in-force', zone: 'America/New_York', given: 'EST', byTheLetter: 'later' },
      'the time in force in Washington that day; EST taken literally would be an hour later',
    ],
    [{ kind: 'portion', portion: 'middle', of: 'period' }, 'the middle means the middle third'],
    [{ kind: 'numbered-week', week: 2 }, 'week 2 means days 8 to 14'],
    [{ kind: 'text', text: 'Noon was assumed.' }, 'Noon was assumed'],
  ])('say the assumption %j', (assumption, expected) => {
    expect(assumed(assumption)).toBe(expected);
  });

  it.each<[ReadFault, string]>([
    [
      { kind: 'no-such-day', day: 31, month: 6, year: null, days: 30 },
      'I can\'t read "31 June" as a date: June has 30 days.',
    ],
    [
      { kind: 'no-such-day', day: 30, month: 2, year: null, days: 29 },
      'I can\'t read "30 February" as a date: February has at most 29 days.',
    ],
    [
      { kind: 'no-such-day', day: 29, month: 2, year: 2027, days: 28 },
      'I can\'t read "29 February 2027" as a date: February 2027 has 28 days.',
    ],
    [{ kind: 'no-such-month', month: 13 }, 'There is no month 13: a year has 12.'],
  ])('say the fault %j', (reason, expected) => {
    expect(fault(reason)).toBe(expected);
  });

  it('show what a person typed as typed, and cut it', () => {
    const given = `**${'x'.repeat(500)}**`;
    expect(drawText(faultText(english, { kind: 'not-a-date', given }))).toMatch(
      /^I can't read "\\\*\\\*x{77}…" as a date\.$/,
    );
  });
});
