/** The limits of what is read as a schedule: hours, minutes, days and steps at their first and last values. */
import { describe, expect, test } from 'vitest';
import { isSchedule, nextFire, nextFires, parseSchedule } from '../../src/domain/cron/index.js';
import { plainText } from '../../src/wording/plain-text.js';
import { english } from '../../src/wording/index.js';
import { scheduleText } from '../../src/wording/schedule.js';

test.each([
  ['daily at midday', '0 12 * * *'],
  ['daily at midnight', '0 0 * * *'],
  ['12am', '0 0 * * *'],
  ['12pm', '0 12 * * *'],
  ['1 am', '0 1 * * *'],
  ['1 a.m.', '0 1 * * *'],
  ['1 a.m', '0 1 * * *'],
  ['1 a m', '0 1 * * *'],
  ['11.59pm', '59 23 * * *'],
  ['23:59', '59 23 * * *'],
  ['daily at 0:59', '59 0 * * *'],
  ['at 09', '0 9 * * *'],
  ['at 10', '0 10 * * *'],
  ['at 9pm', '0 21 * * *'],
  ['on the 31st at 09:00', '0 9 31 * *'],
  ['on the first', '0 9 1 * *'],
  ['mondays to fridays', '0 9 * * 1-5'],
  ['mon  through  fri', '0 9 * * 1-5'],
  ['mon – wed', '0 9 * * 1-3'],
  ['monday   09:00', '0 9 * * 1'],
  ['  daily  ', '0 9 * * *'],
  ['  0 9 * * *  ', '0 9 * * *'],
  ['every 24 hours', '0 0 * * *'],
  ['every 60 minutes', '0 * * * *'],
  ['every 20 minutes', '*/20 * * * *'],
  ['weekdays hourly', '0 * * * 1-5'],
  ['daily 18:00 and 9:00', '0 9,18 * * *'],
  ['every month', '0 9 1 * *'],
  ['0 9 1-31/2 * *', '0 9 */2 * *'],
  ['0 9 ? * 1', '0 9 * * 1'],
  ['0 9 */1 * 1', '0 9 * * 1'],
  ['0 9 2-20/5 * *', '0 9 2,7,12,17 * *'],
  ['0 9 1/5 * *', '0 9 */5 * *'],
  ['0 9 */40 * *', '0 9 1 * *'],
  ['0 9 * * 0-7', '0 9 * * 0-6'],
  ['0,20,40 * * * *', '*/20 * * * *'],
])('%s is the schedule %s', (words, cron) => {
  expect(parseSchedule(words)).toEqual({ ok: true, value: cron });
});

test.each([
  '13pm',
  '0am',
  '9:60',
  '24:00',
  'x9:00',
  '9:00x',
  'on the 32nd at 09:00',
  'on the 0th',
  'x1st',
  '1stx',
  'every day monday',
  '0 9 * * monday',
  '0 9 * * mo',
  '60 9 * * *',
  '0 24 * * *',
  '0 9 32 * *',
  '0 9 * 13 *',
  '0 9 * 0 *',
  '0 9 * * 8',
  '0 9 5-1 * *',
  '0 9 1,x * *',
  '0 9 x,1 * *',
  '0 9 1x * *',
  '0 9 x1 * *',
  '100 9 * * *',
  'x0 9 * * *',
  '0 9 1/100 * *',
  '0 9 * *',
  '',
  ' ',
])('"%s" is no schedule', (words) => {
  expect(parseSchedule(words)).toMatchObject({ ok: false, refusal: { reason: 'unreadable' } });
});

test.each([
  ['0 */5 * * *', 'every day at 00:00, 05:00, 10:00, 15:00 and 20:00'],
  ['0 */8 * * *', 'every 8 hours'],
  ['5 * * * *', 'every day at :05 of every hour'],
  ['0,15 9 * * *', 'every day at 09:00 and 09:15'],
  ['5,35 */6 * * *', 'every day at :05 and :35 of the hours 00, 06, 12 and 18'],
  ['15 */6 * * *', 'every day at 00:15, 06:15, 12:15 and 18:15'],
  ['0,30 9-17 * * 1-5', 'every weekday at :00 and :30 of the hours 09 to 17'],
  ['0 9-15 * * *', 'every day at :00 of the hours 09 to 15'],
])('the schedule %s reads "%s"', (cron, text) => {
  expect(plainText(scheduleText(english, cron))).toBe(text);
});

describe('the next fire', () => {
  const at = (iso: string) => Date.parse(iso);
  const first = (cron: string, after: string, zone = 'UTC') =>
    new Date(nextFire(cron, zone, at(after))).toISOString();

  test('is after the instant that is given, never at it', () => {
    expect(first('0 9 * * *', '2025-09-01T09:00:00Z')).toBe('2025-09-02T09:00:00.000Z');
    expect(first('0 9 * * *', '2025-09-01T08:59:59.999Z')).toBe('2025-09-01T09:00:00.000Z');
  });

  test('keeps to its weekday, and to its date or its weekday where both are given', () => {
    expect(first('0 9 * * 1', '2025-09-02T00:00:00Z')).toBe('2025-09-08T09:00:00.000Z');
    expect(first('0 9 * * 0', '2025-09-02T00:00:00Z')).toBe('2025-09-07T09:00:00.000Z');
    const both = nextFires('0 9 10 * 1', 'UTC', at('2025-09-02T00:00:00Z'), 3);
    expect(both.map((one) => new Date(one).getUTCDate())).toEqual([8, 10, 15]);
    expect(first('0 9 10 * *', '2025-09-10T10:00:00Z')).toBe('2025-10-10T09:00:00.000Z');
  });

  test('may be years away, and is refused for what is no schedule or no zone', () => {
    expect(first('0 0 29 2 *', '2096-03-01T00:00:00Z')).toBe('2104-02-29T00:00:00.000Z');
    expect(() => nextFire('never', 'UTC', 0)).toThrow('Not a schedule: never');
    expect(() => nextFire('0 9 * * *', 'Mars/Olympus', 0)).toThrow('Not a time zone: Mars/Olympus');
  });

  test.each([
    ['0 9 * * *', true],
    ['0 0 29 2 *', true],
    ['0 0 30 2 *', false],
    ['never', false],
  ])('of %s there is one: %s', (cron, is) => {
    expect(isSchedule(cron)).toBe(is);
  });
});
