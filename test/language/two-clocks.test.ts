import { describe, expect, it } from 'vitest';
import { readDeadline, type ReadingContext } from '../../src/language/index.js';
import { SAID } from './ends.js';
import { reasonOf, summaryOf } from './say.js';

const read = (words: string, context: ReadingContext = SAID) => {
  const result = readDeadline(words, context);
  const readings =
    result.kind === 'read' ? [result.reading] : result.kind === 'ambiguous' ? result.candidates : [];
  return readings.map(({ latest }) => new Date(latest ?? 0).toISOString().slice(0, 16)).join(' or ');
};

describe('one time told by two clocks', () => {
  it.each([
    ['by 10 a.m. (1400 GMT) on Monday', '2025-08-11T14:00'],
    ['by 8 p.m. ET (0000 GMT Tuesday) on Monday', '2025-08-12T00:00'],
    ['noon ET/1600 GMT Monday', '2025-08-11T16:00'],
    ['5 pm Friday ET (2100 GMT)', '2025-08-08T21:00'],
    ['до 10:00 (14:00 по Гринвичу) понедельника', '2025-08-11T14:00'],
    ['bis Montag 10 Uhr (16 Uhr MESZ)', '2025-08-11T14:00'],
    ["jusqu'à lundi 10 heures (14h GMT)", '2025-08-11T14:00'],
  ])('keeps the day beside it: %s', (words, expected) => {
    expect(read(words)).toBe(expected);
  });

  it.each([
    ['by 2:01 a.m. local on 27 August (8:01 p.m. EDT on the 26th)', '2025-08-27T00:01'],
    ['by 2:01 a.m. local time on 27 August (8:01 p.m. EDT on 26 August)', '2025-08-27T00:01'],
    ['by 9 a.m. local Friday (0700 GMT)', '2025-08-08T07:00'],
  ])('fits the two days together: %s', (words, expected) => {
    expect(read(words, { ...SAID, zone: 'Europe/Brussels' })).toBe(expected);
  });

  it('takes the other clock where the first is that of a place that is not named', () => {
    expect(read('by 10 a.m. (0800 GMT) on Monday')).toBe('2025-08-11T08:00');
  });

  it('asks where the two disagree', () => {
    const result = readDeadline('8 p.m. ET on Friday (2300 GMT)', SAID);
    expect(read('8 p.m. ET on Friday (2300 GMT)')).toBe('2025-08-09T00:00 or 2025-08-08T23:00');
    expect(reasonOf(result)).toBe('The two times named are not the same moment.');
  });
});

describe('hours that the calendar does not fix', () => {
  it.each([
    ['before dawn on Sunday', 'before Sun 10 Aug 2025 06:00, Washington'],
    ['by sunset on Friday', 'Fri 8 Aug 2025 18:00, Washington'],
    ['by the close of trading on Friday', 'Fri 8 Aug 2025 16:00, Washington'],
    ['until Monday morning', 'Mon 11 Aug 2025 06:00 to 12:00, Washington'],
    ['Friday evening', 'Fri 8 Aug 2025 18:00 to 24:00, Washington'],
  ])('%s is shown as %s', (words, shown) => {
    expect(summaryOf(readDeadline(words, SAID), SAID.at).replace(/, in .*/, '')).toBe(shown);
  });

  it('asks when an exchange closes that is none of the best known', () => {
    const context = { ...SAID, zone: 'Europe/Warsaw' };
    expect(readDeadline('by the close of trading on Friday', context).kind).toBe('ambiguous');
  });
});

describe('a count from a date that its sentence names', () => {
  it.each([
    ['The 60-day clock started on July 31.', '2025-09-30T04:00'],
    ['45 days from July 30', '2025-09-14T04:00'],
    ['In a letter dated 4 August, the company was given 45 days.', '2025-09-19T04:00 or 2025-09-21T04:00'],
    ['Trump on Tuesday gave the generals two weeks.', '2025-08-20T04:00 or 2025-08-21T04:00'],
  ])('%s', (words, expected) => {
    expect(read(words)).toBe(expected);
  });
});

describe('what is no length, no year and no zone', () => {
  it.each([
    ['in -5 days', 'not-a-length'],
    ['in 10 000 000 days', 'not-a-length'],
    ['25:00 on Friday', 'hour-out-of-range'],
    ['13 p.m. Friday', 'twelve-hour-clock'],
  ])('%s: %s', (words, kind) => {
    expect(readDeadline(words, SAID)).toMatchObject({ kind: 'not-a-deadline', reason: { kind } });
  });

  it('asks about a zone that it does not know, and keeps the hour', () => {
    expect(readDeadline('1700 QQQT on Monday', SAID)).toMatchObject({
      kind: 'ambiguous',
      candidates: [{ edtf: '2025-08-11T17:00:00-04:00' }],
      reason: { kind: 'unknown-zone', given: 'QQQT' },
    });
  });
});

describe('an abbreviation of several zones', () => {
  it.each([
    ['5 pm IST on Friday', 'Asia/Jerusalem', '2025-08-08T14:00'],
    ['5 pm IST on Friday', 'Asia/Kolkata', '2025-08-08T11:30'],
    ['5 pm CST on Friday', 'Asia/Shanghai', '2025-08-08T09:00'],
    ['5 pm CST on Friday', 'America/New_York', '2025-08-08T22:00'],
    ['5 pm BST on Friday', 'Asia/Dhaka', '2025-08-08T11:00'],
    ['5 pm BST on Friday', 'Europe/Berlin', '2025-08-08T16:00'],
    ['5 pm EST on Friday', 'Australia/Sydney', '2025-08-08T07:00'],
  ])('is that of the place: %s in %s', (words, zone, expected) => {
    expect(read(words, { ...SAID, zone })).toBe(expected);
  });

  it.each([
    ['6 p.m. IST in Jerusalem on Friday', '2025-08-08T15:00'],
    ['by 6 p.m. Jerusalem time (IST) on Friday', '2025-08-08T15:00'],
    ['5 pm CST in Shanghai on Friday', '2025-08-08T09:00'],
    ['5 pm BST (Dhaka) on Friday', '2025-08-08T11:00'],
    ['noon IST in New Delhi on Friday', '2025-08-08T06:30'],
  ])('is that of the place beside it: %s', (words, expected) => {
    expect(read(words, { ...SAID, zone: 'UTC' })).toBe(expected);
  });

  it('is asked about where the place does not tell', () => {
    expect(readDeadline('5 pm IST on Friday', { ...SAID, zone: 'UTC' })).toMatchObject({
      kind: 'ambiguous',
      candidates: [{ zone: 'Asia/Kolkata' }, { zone: 'Asia/Jerusalem' }, { zone: 'Europe/Dublin' }],
      reason: { kind: 'zone-abbreviation', given: 'IST' },
    });
  });
});
