import { describe, expect, it } from 'vitest';
import { readDeadline } from '../../src/language/index.js';
import { ends, SAID } from './ends.js';

const read = (cases: readonly (readonly [string, string])[]) =>
  it.each(cases)('%s: %s', (words, expected) => {
    expect(ends(words)).toBe(expected);
  });

describe('hours and days beside each other', () => {
  read([
    ["10 o'clock", '2025-08-06T22:00'],
    ['10pm to 3am', '2025-08-07T03:00'],
    ['between 7pm and 9 tomorrow', '2025-08-07T21:00'],
    ['Aug 20 2025, 0815', '2025-08-20T08:15'],
    ['tomorrow 0815', '2025-08-07T08:15'],
    ['the 2nd of next year', '2026-01-02'],
    ['the 300th day of the year', '2025-10-27'],
    ['rent is due on the 5th of every month', 'unreadable'],
    ['the second Sunday of Lent', 'unreadable'],
    ['sales rose year on year', 'unreadable'],
    ['work, week in, week out', 'unreadable'],
  ]);
});

describe('ranges and counts from a day', () => {
  read([
    ['tomorrow from nine to ten fifteen am', '2025-08-07T10:15'],
    ['three weekends from now', '2025-08-24'],
    ['two Tuesdays after Labor Day', '2025-09-09'],
    ['3 Mondays before Christmas', '2025-12-08'],
    ['20/8-25/8', '2025-08-25'],
    ['the month after this', '2025-09-30'],
    ['day-to-day business', 'unreadable'],
  ]);
});

describe('what may be a length or one of the calendar', () => {
  read([
    ['in the next week', '2025-08-13 or 2025-08-17'],
    ['within the next month', '2025-09-06 or 2025-09-30'],
    ['over the coming year', '2026-08-06 or 2026-12-31'],
    ['next month', '2025-09-30'],
    ['in the next two weeks', '2025-08-20'],
    ['in the 2040s', '2049-12-31'],
    ['by the 2030s', '2029-12-31 or 2039-12-31'],
    ['music of the 1980s', 'unreadable'],
    ['Saturday 15:00 (Moscow)', '2025-08-09T08:00'],
    ['as soon as possible', 'no-date'],
    ['ASAP', 'no-date'],
    ['as soon as possible, by Friday at the latest', '2025-08-08'],
  ]);
});

describe('odd notations', () => {
  read([
    ['21 Aug 1930hrs', '2025-08-21T19:30'],
    ['21 Aug 19.30 hrs', '2025-08-21T19:30'],
    ['14.09 hours', '2025-08-07T14:09'],
    ['7:45 p', '2025-08-06T19:45'],
    ['7:45p', '2025-08-06T19:45'],
    ['21.08.2025-04.09.2025', '2025-09-04'],
    ['in 2:15 hours', '2025-08-06T20:15'],
    ['within 2h15', '2025-08-06T20:15'],
    ['in two hours twenty', '2025-08-06T20:20'],
    ['an hour and 1/4 from now', '2025-08-06T19:15'],
    ['twenty to nine this evening', '2025-08-06T20:40'],
    ['tomorrow, 4 to 5 in the afternoon', '2025-08-07T17:00'],
    ['week 3 of September', '2025-09-21'],
    ['earlier this month', 'past'],
    ['last Easter', 'past'],
    ['three days back', 'past'],
    ['in three days back in Rome', '2025-08-09'],
    ['the generals met for three hours', 'unreadable'],
  ]);
});

describe('compositions', () => {
  read([
    ['12 November next year', '2026-11-12'],
    ['12 November of this year', '2025-11-12'],
    ['November 12 to 14 next year', '2026-11-14'],
    ['the seventh of this coming month', '2025-09-07'],
    ['19th, 9am', '2025-08-19T09:00'],
    ['in three and one half hours', '2025-08-06T21:30'],
    ['the final quarter of the year', '2025-12-31'],
    ['the last 5 days of September', '2025-09-30'],
    ['the first three weeks of September', '2025-09-21'],
    ['the first 2 months of next year', '2026-02-28'],
    ['the last three months of 2026', '2026-12-31'],
    ['the weekend after next', '2025-08-24'],
    ['20250820T140000Z', '2025-08-20T10:00'],
    ['by 20250820', '2025-08-20'],
    ['invoice 20250820', 'unreadable'],
    ['eom September', '2025-09-30'],
    ['end of play Friday', '2025-08-08T17:00'],
  ]);
});

describe('short forms and days of others', () => {
  read([
    ['June next year', '2026-06-30'],
    ['march next year', '2026-03-31'],
    ['2015 today', '2025-08-06T20:15'],
    ['tomorrow 1730', '2025-08-07T17:30'],
    ['twenty hundred hours', '2025-08-06T20:00'],
    ['before or on 20 August', '2025-08-20'],
    ['by the next day', '2025-08-07'],
    ['sat night', '2025-08-09'],
    ['the week after Labor Day', '2025-09-08'],
    ['the week before Labor Day', '2025-08-31'],
  ]);
});

describe('a city behind a time', () => {
  read([
    ['Saturday 15:00 London', '2025-08-09T10:00'],
    ['5 pm Tokyo on Saturday', '2025-08-09T04:00'],
    ['at 5 pm Boston workers leave', '2025-08-07T17:00'],
    ['8 pm Easter Monday', '2026-04-06T20:00'],
    ['tomorrow at 9 am, Paris permitting', '2025-08-07T09:00'],
  ]);
});

describe('a time of the morning that was over', () => {
  it('is read as the evening, and the reading says so', () => {
    expect(readDeadline('9:45 today', SAID)).toMatchObject({
      reading: { assumed: [{ kind: 'evening' }] },
    });
  });
});

describe('what is over, and what comes after so many', () => {
  read([
    ['9:45 today', '2025-08-06T21:45'],
    ['17:30 today', 'past'],
    ['in two Mondays', '2025-08-18'],
    ['Friday in two weeks', '2025-08-22'],
    ['Monday in a week', '2025-08-11 or 2025-08-18'],
    ['in as little as three days', 'lower-bound'],
    ['before the third quarter is over', '2025-09-30'],
    ['before October ends', '2025-10-31'],
  ]);
});
