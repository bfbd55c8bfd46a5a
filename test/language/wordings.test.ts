import { describe, expect, it } from 'vitest';
import { readDeadline } from '../../src/language/index.js';
import { ends, SAID } from './ends.js';

const read = (cases: readonly (readonly [string, string])[]) =>
  it.each(cases)('%s: %s', (words, expected) => {
    expect(ends(words)).toBe(expected);
  });

describe('lengths of time in short forms', () => {
  read([
    ['in 3h20m', '2025-08-06T21:20'],
    ['in 3h 20m', '2025-08-06T21:20'],
    ['within 45m', '2025-08-06T18:45'],
    ['in 2½ hours', '2025-08-06T20:30'],
    ['in a half hour', '2025-08-06T18:30'],
    ['within fourteen (14) days', '2025-08-20'],
    ['within 14 (fourteen) days', '2025-08-20'],
    ['within 6 mos', '2026-02-06'],
    ['presidents of the 1960 s', 'unreadable'],
    ['a quarter of all exports', 'unreadable'],
    ['two quarters full', 'unreadable'],
  ]);
});

describe('hours beside days', () => {
  read([
    ['4 days before New Year at 10:00', '2025-12-28T10:00'],
    ['the day before Halloween at noon', '2025-10-30T12:00'],
    ['the Monday after Labor Day at 9 am', '2025-09-08T09:00'],
    ['two weeks from Sunday at 7 pm', '2025-08-24T19:00'],
    ['tomorrow 19h', '2025-08-07T19:00'],
    ['in 19h', '2025-08-07T13:00'],
    ['Aug 20th @ 1430', '2025-08-20T14:30'],
    ['half three tomorrow', '2025-08-07T03:30 or 2025-08-07T15:30'],
    ['2300 Zulu', '2025-08-06T19:00'],
    ['Saturday 9am-1pm', '2025-08-09T13:00'],
    ['10:15am-12 tomorrow', '2025-08-07T12:00'],
    ['Aug 20 9am to Aug 22 5pm', '2025-08-22T17:00'],
    ['prices of about 6.50 roubles', 'unreadable'],
  ]);
});

describe('days named in other orders', () => {
  read([
    ['2026 October 9', '2026-10-09'],
    ['2026, October 9th', '2026-10-09'],
    ['9-Oct-26', '2026-10-09'],
    ['9/Oct/26', '2026-10-09'],
    ['3Q26', '2026-09-30'],
    ["Q3 '26", '2026-09-30'],
    ['a fortnight today', '2025-08-20'],
    ['two weeks tomorrow', '2025-08-21'],
    ['a week Saturday', '2025-08-16'],
    ['Monday of the week after next', '2025-08-18'],
    ['the penultimate Friday of October', '2025-10-24'],
    ['the last weekday of November', '2025-11-28'],
    ['by the close of October', '2025-10-31'],
    ['at the turn of the year', '2025-12-31'],
    ['2morrow', '2025-08-07'],
  ]);
});

describe('words for time that name no day', () => {
  read([
    ['every Thursday', 'no-date'],
    ['each day at 9 am', 'no-date'],
    ['every second Tuesday', 'no-date'],
    ['five times a week', 'unreadable'],
    ['once a year', 'unreadable'],
    ['once every 2 weeks', 'unreadable'],
    ['the office is shut on Saturdays', 'unreadable'],
    ['every day until Friday', '2025-08-08'],
    ['two Saturdays from now', '2025-08-16'],
    ['Happy Friday everyone', 'unreadable'],
    ['a happy Thanksgiving to all of you', 'unreadable'],
    ['an article in the Sunday Telegraph', 'unreadable'],
    ['the Christmas tree is up', 'unreadable'],
    ['a five-minute break', 'unreadable'],
    ['a six-week course', 'unreadable'],
    ['a six-week ultimatum', '2025-09-17'],
    ['a 48-hour evacuation order', '2025-08-08T18:00'],
    ['a 60-day cooling-off period', '2025-10-05'],
    ['a 60-day', '2025-10-05'],
    ['she was mayor of the town for 8 years', 'unreadable'],
    ['the tariffs were paused for 60 days', 'unreadable'],
    ['10 working days from Saturday', '2025-08-22'],
    ['hold on a second', 'unreadable'],
    ['they lost 12:20 at home', 'unreadable'],
    ['the vote loses support by 12:20', '2025-08-07T12:20'],
    ['the second of many', 'unreadable'],
  ]);
});

describe('stretches of the calendar', () => {
  read([
    ['by October', '2025-09-30 or 2025-10-31'],
    ['by next month', '2025-08-31 or 2025-09-30'],
    ['by the weekend', '2025-08-08 or 2025-08-10'],
    ['by Q4', '2025-09-30 or 2025-12-31'],
    ['by autumn', '2025-08-31 or 2025-11-30'],
    ['by 2028', '2027-12-31 or 2028-12-31'],
    ['by this month', '2025-08-31'],
    ['by the end of October', '2025-10-31'],
    ['in October', '2025-10-31'],
    ['this October', '2025-10-31'],
    ['October to December 2026', '2026-12-31'],
    ['November-February', '2026-02-28'],
    ['the year 2027', '2027-12-31'],
    ['before the year is over', '2025-12-31'],
    ['before the week is out', '2025-08-10'],
    ['inside the month', '2025-08-31 or 2025-09-06'],
    ['the remainder of the year', '2025-12-31'],
    ['the end of the century', '2099-12-31'],
    ['at the end of the tax year', '2026-03-31 or 2026-06-30 or 2025-09-30 or 2025-12-31'],
    ['the 4th of the month', '2025-09-04'],
  ]);
});

describe('slips of the pen', () => {
  read([
    ['by Thrusday', '2025-08-07'],
    ['on Satturday', '2025-08-09'],
    ['tomorow at noon', '2025-08-07T12:00'],
    ['12 Novmber', '2025-11-12'],
    ['Decemeber 3rd', '2025-12-03'],
    ['a sturdy chair', 'unreadable'],
    ['the joinery in Augusta', 'unreadable'],
  ]);
});

describe('holidays', () => {
  read([
    ['by Anzac Day', '2026-04-25'],
    ['Election Day 2028', '2028-11-07'],
    ['the day after Cyber Monday', '2025-12-02'],
  ]);
});

describe('the hour of the statement, on another day', () => {
  read([
    ['this time on Friday', '2025-08-08T18:00'],
    ['by the same time next month', '2025-09-06T18:00'],
  ]);

  it('is the end of that day if the hour is not known', () => {
    const result = readDeadline('this time tomorrow', { ...SAID, clock: false });
    expect(result).toMatchObject({ reading: { latest: Date.parse('2025-08-08T04:00:00Z') } });
  });
});

describe('days named by others, and limits apart from their day', () => {
  read([
    ['today week', '2025-08-13'],
    ['the last Monday before Halloween', '2025-10-27'],
    ['the Thursday following.', '2025-08-07'],
    ['the last day of the quarter', '2025-09-30'],
    ['the last Friday of Q4 2026', '2026-12-25'],
    ['9/20 - 9/25', '2025-09-25'],
    ['free on Saturday, preferably before 4 pm', '2025-08-09T16:00'],
    ['early next year', '2026-04-30'],
    ['by 7', '2025-08-06T19:00'],
    ['plans for the weekend', '2025-08-10'],
  ]);
});

describe('lengths that belong to something else', () => {
  read([
    ['30 hours a week', 'unreadable'],
    ['$20 a day', 'unreadable'],
    ['a wage of 5 % a year', 'unreadable'],
    ['twelve years of drought', 'unreadable'],
    ["4 months' salary", 'unreadable'],
    ["4 months' notice", '2025-12-06'],
    ['the Thirty Years War', 'unreadable'],
    ['Thirty Days Deadline', '2025-09-05'],
    ['within 3 days of receipt', '2025-08-09 or no date'],
    ['never on a Monday', 'unreadable'],
    ['burning the midnight oil', 'unreadable'],
  ]);
});

describe('hours with a dot, and dates in figures behind an hour', () => {
  read([
    ['by 17.30 on Friday', '2025-08-08T17:30'],
    ['Friday, 17.30', '2025-08-08T17:30'],
    ['at 17.30 euros', 'unreadable'],
    ['COB 12/25', '2025-12-25T17:00'],
    ['noon, 12/25', '2025-12-25T12:00'],
  ]);
});

describe('a date named beside a count', () => {
  read([
    ['72-hour ultimatum expiring Sunday at 9am', '2025-08-10T09:00'],
    ['the offer ends Friday at 5 pm, 48 hours from now', '2025-08-08T17:00'],
  ]);
});
