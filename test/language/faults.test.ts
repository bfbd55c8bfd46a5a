import { describe, expect, it } from 'vitest';
import { findDeadlines, readDeadline, readMoment, type ReadingContext } from '../../src/language/index.js';
import { reasonOf as say } from './say.js';

/** Wednesday 6 August 2025, 18:00 in Washington. */
const SAID: ReadingContext = {
  at: Date.parse('2025-08-06T22:00:00Z'),
  clock: true,
  zone: 'America/New_York',
  zoneFrom: 'issuer',
};
const readIn = (words: string) => readDeadline(words, SAID);
const reasonOf = (words: string) => {
  const result = readIn(words);
  return result.kind === 'read' ? `read as ${result.reading.edtf}` : say(result);
};
const edtf = (words: string) => {
  const result = readIn(words);
  return result.kind === 'read' ? result.reading.edtf : result.kind;
};

describe('a day that the calendar does not have is refused by name', () => {
  it.each([
    ['by February 30', 'I can\'t read "30 February" as a date: February has at most 29 days.'],
    ['29 February 2027', 'I can\'t read "29 February 2027" as a date: February 2027 has 28 days.'],
    ['31 June', 'I can\'t read "31 June" as a date: June has 30 days.'],
    ['by June 31st at noon', 'I can\'t read "31 June" as a date: June has 30 days.'],
    ['the 31st of June', 'I can\'t read "31 June" as a date: June has 30 days.'],
    ['Friday 31 June', 'I can\'t read "31 June" as a date: June has 30 days.'],
    ['the day after 31 June', 'I can\'t read "31 June" as a date: June has 30 days.'],
    ['between 28 June and 31 June', 'I can\'t read "31 June" as a date: June has 30 days.'],
    ['28 to 31 June', 'I can\'t read "31 June" as a date: June has 30 days.'],
    ['by 31/06', 'I can\'t read "31 June" as a date: June has 30 days.'],
    ['06/31/2026', 'I can\'t read "31 June" as a date: June has 30 days.'],
    ['31/04/2026 17:00', 'I can\'t read "31 April" as a date: April has 30 days.'],
    ['30.02.2026', 'I can\'t read "30 February 2026" as a date: February 2026 has 28 days.'],
    ['2027-02-29', 'I can\'t read "29 February 2027" as a date: February 2027 has 28 days.'],
    ['2027-02-29T10:00', 'I can\'t read "29 February 2027" as a date: February 2027 has 28 days.'],
    ['2026-13-05', 'There is no month 13: a year has 12.'],
    ['1/32/2026', 'I can\'t read "32 January" as a date: January has 31 days.'],
    ['June 0', 'I can\'t read "0 June" as a date: June has 30 days.'],
    ['the 31st of next month', 'I can\'t read "the 31st of next month" as a date.'],
    ['by the 32nd', 'I can\'t read "the 32nd" as a date.'],
    ['bis 31. Juni', 'I can\'t read "31 June" as a date: June has 30 days.'],
    ['bis zum 31. 6. 2026', 'I can\'t read "31 June" as a date: June has 30 days.'],
    ['avant le 30 février 2026', 'I can\'t read "30 February 2026" as a date: February 2026 has 28 days.'],
    ['antes del 31 de junio', 'I can\'t read "31 June" as a date: June has 30 days.'],
    ['до 31 червня', 'I can\'t read "31 June" as a date: June has 30 days.'],
    ['до 31.06', 'I can\'t read "31 June" as a date: June has 30 days.'],
    ['до 31 апреля', 'I can\'t read "31 April" as a date: April has 30 days.'],
  ])('%s', (words, reason) => {
    expect(reasonOf(words)).toBe(reason);
    expect(readIn(words).kind).toBe('not-a-deadline');
  });

  it.each([
    ['by 29 February', '2028-02-29'],
    ['29 February 2028', '2028-02-29'],
    ['31/05/2026', '2026-05-31'],
    ['bis zum 8. 9. 2026', '2026-09-08'],
  ])('and %s is read', (words, expected) => {
    expect(edtf(words)).toBe(expected);
  });

  it('is refused by name in the day of a statement, too', () => {
    expect(readMoment('31 June', { now: SAID.at, zone: 'UTC' })).toEqual({
      kind: 'unreadable',
      reason: { kind: 'no-such-day', day: 31, month: 6, year: null, days: 30 },
    });
  });
});

describe('a number at a date that is no part of it is named', () => {
  const noYear = (year: string) => `I can't read "${year}" as a year. Give four digits, from 1900 to 2199.`;

  it.each([
    ['by 5 March 20266', noYear('20266')],
    ['5 March 202', noYear('202')],
    ['by 1 January 12026', noYear('12026')],
    ['by 5 March 275760', noYear('275760')],
    ['March 5, 0226', noYear('0226')],
    ['by 5 March, 20266 at noon', noYear('20266')],
    ['by 31 December 9999', noYear('9999')],
    ['by 1 January 2200', noYear('2200')],
    ['On 3 September 1783 the treaty was signed in Paris', noYear('1783')],
    ['by Easter 20266', noYear('20266')],
    ['by 5 March (20266)', noYear('20266')],
    ['by 5 March.20266', noYear('20266')],
    ['bis 5. März 20266', noYear('20266')],
    ['le 5 mars 20266', noYear('20266')],
    ['el 5 de marzo de 20266', noYear('20266')],
    ['до 5 березня 20266', noYear('20266')],
    ['до 5 марта 20266', noYear('20266')],
    ['by 5/3/20266', 'I can\'t read "5/3/20266" as a date.'],
    ['by 5/3/202', 'I can\'t read "5/3/202" as a date.'],
    ['am 5.3.20266', 'I can\'t read "5.3.20266" as a date.'],
    ['20266-03-05', 'I can\'t read "20266-03-05" as a date.'],
    ['by 2026-03-055', 'I can\'t read "2026-03-055" as a date.'],
    ['by 115 April', 'I can\'t read "115 April" as a date.'],
  ])('%s', (words, reason) => {
    expect(reasonOf(words)).toBe(reason);
  });

  it.each(['5 March 2026 7', '2026-03-05 7', '5 March 2026/7', 'by tomorrow 25'])('%s', (words) => {
    expect(reasonOf(words)).toMatch(/^I can't read the number "\d+" after the date\./);
  });

  it.each([
    ['by March 5 300 workers must leave', '2026-03-05'],
    ['By Friday 20 of the 30 hostages must be released', '2025-08-08'],
    ['Pay by 5 March 2026. 2. Leave', '2026-03-05'],
    ['5 March 2026, 17:00', '2026-03-05T17:00:00-05:00'],
    ['on March 5, 2,000 people must go', '2026-03-05'],
    ['by 5 Mar 26', '2026-03-05'],
  ])('is accepted where it counts something else: %s', (words, expected) => {
    expect(edtf(words)).toBe(expected);
  });

  it('says that a year has only two digits', () => {
    const result = readIn('by 5 Mar 26');
    expect(result.kind === 'read' ? result.reading.assumed : []).toEqual([
      { kind: 'short-year', given: '26', year: 2026 },
    ]);
  });
});

describe('a time of day that there is not is refused by name', () => {
  it.each([
    ['25:00', '"25:00" isn\'t a time of day: a day ends at 24:00.'],
    ['24:30', '"24:30" isn\'t a time of day: a day ends at 24:00.'],
    ['25:00 on Friday', '"25:00" isn\'t a time of day: a day ends at 24:00.'],
    ['by 25:00 tomorrow', '"25:00" isn\'t a time of day: a day ends at 24:00.'],
    ['half past 25', '"half past 25" isn\'t a time of day: a day ends at 24:00.'],
    ['at 25 on Friday', '"25" isn\'t a time of day: a day ends at 24:00.'],
    ['by 2530 GMT', '"2530" isn\'t a time of day: a day ends at 24:00.'],
    ['13 p.m. Friday', '"13 p.m." isn\'t a time of day: with a.m. or p.m., hours go from 1 to 12.'],
    ['0 am', '"0 am" isn\'t a time of day: with a.m. or p.m., hours go from 1 to 12.'],
    ['17:00 pm', '"17:00 pm" isn\'t a time of day: with a.m. or p.m., hours go from 1 to 12.'],
    ['Friday 17:75', '"17:75" isn\'t a time of day: minutes have two digits and go up to 59.'],
    ['Friday at 12:345', '"12:345" isn\'t a time of day: minutes have two digits and go up to 59.'],
    ['12:12:99', '"12:12:99" isn\'t a time of day: minutes have two digits and go up to 59.'],
    ['Freitag 25 Uhr', '"25 Uhr" isn\'t a time of day: a day ends at 24:00.'],
    ['Freitag um 25.30 Uhr', '"25.30 Uhr" isn\'t a time of day: a day ends at 24:00.'],
    ['Friday at 25h', '"25h" isn\'t a time of day: a day ends at 24:00.'],
    ['vendredi à 25 h', '"25 h" isn\'t a time of day: a day ends at 24:00.'],
    ['a las 25:00', '"25:00" isn\'t a time of day: a day ends at 24:00.'],
    ['п’ятниця 25:00', '"25:00" isn\'t a time of day: a day ends at 24:00.'],
    ['в пятницу в 25:00', '"25:00" isn\'t a time of day: a day ends at 24:00.'],
  ])('%s', (words, reason) => {
    expect(reasonOf(words)).toBe(reason);
    expect(readIn(words).kind).toBe('not-a-deadline');
  });

  it.each([
    ['24:00 on Friday', '2025-08-09T00:00:00-04:00'],
    ['0:30 am on Friday', '2025-08-08T00:30:00-04:00'],
    ['23:59:59 on Friday', '2025-08-08T23:59:59-04:00'],
    ['within 2500 hours', '2025-11-18T21:00:00-05:00'],
  ])('and %s is one', (words, expected) => {
    expect(edtf(words)).toBe(expected);
  });
});

describe('a zone that is not known', () => {
  it.each([
    ['by 5 pm XYZT', 'XYZT'],
    ['5 pm NPT on Friday', 'NPT'],
    ['5 pm (XYZT) on Friday', 'XYZT'],
    ['5 pm, XYZT', 'XYZT'],
    ['by 5 pm Friday XYZT', 'XYZT'],
    ['17:00 npt', 'npt'],
    ['5:30 pm on Friday Mars/Phobos', 'Mars/Phobos'],
    ['17h00 Europe/Nowhere', 'Europe/Nowhere'],
    ['5:30 pm on Friday Narnia time', 'Narnia time'],
    ['5 pm Narnia time on Friday', 'Narnia time'],
    ['5pm Mars/Phobos', 'Mars/Phobos'],
    ['5 pm mars/phobos', 'mars/phobos'],
    ['18 Uhr XYZT', 'XYZT'],
    ['о 18:00 XYZT', 'XYZT'],
  ])('is asked about: %s', (words, name) => {
    expect(readIn(words).kind).toBe('ambiguous');
    expect(reasonOf(words)).toBe(
      `I don't know the time zone "${name}". Name a city, or a zone such as Europe/Kyiv.`,
    );
  });

  it.each([
    '17:00 UTC+15',
    'Friday 5 pm GMT-13',
    '17:00 +15:00',
    '5 pm UTC+5:50',
    '5 pm UTC+12345',
    '5 pm Friday +15:00',
    '5 pm Friday UTC + 15',
  ])('is refused where no clock is so far from UTC: %s', (words) => {
    expect(readIn(words).kind).toBe('not-a-deadline');
    expect(reasonOf(words)).toMatch(/isn't a time zone: offsets from UTC go from −12:00 to \+14:00\.$/);
  });

  it.each([
    ['17:00 UTC+14 on Friday', '2025-08-08T17:00:00+14:00'],
    ['5 pm europe/kyiv on Friday', '2025-08-08T17:00:00+03:00'],
    ['5:30 pm on Friday +03:00', '2025-08-08T17:30:00+03:00'],
    ['5 pm Friday CET', '2025-08-08T17:00:00+02:00'],
    ['by 5 pm Friday the EU leaders must act', '2025-08-08T17:00:00-04:00'],
    ['At 5 pm NATO leaders meet and must agree by Friday', '2025-08-08'],
    ['PAY BY 5 PM PLEASE', '2025-08-07T17:00:00-04:00'],
  ])('and %s has one that is', (words, expected) => {
    const [first] = findDeadlines(words, SAID);
    expect(first?.result.kind === 'read' ? first.result.reading.edtf : first?.result.kind).toBe(expected);
  });
});

describe('what can’t be read beside a date that can', () => {
  it('is reported if it may be the deadline', () => {
    expect(reasonOf('They must pay by 31 June, he said on Friday.')).toBe(
      'I can\'t read "31 June" as a date: June has 30 days.',
    );
  });

  it('is ignored if another date is clearly the deadline', () => {
    expect(edtf('The paper dated 31 June says that they must pay by Friday.')).toBe('2025-08-08');
  });

  it.each(['They won 98:95 on Friday', 'Version 10.11.12 is due on Friday', 'It is a 30:70 split by Friday'])(
    'is no date: %s',
    (words) => {
      expect(edtf(words)).toBe('2025-08-08');
    },
  );
});
