import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import { nextFire, nextFires, parseSchedule } from '../../src/domain/cron/index.js';
import { plainText } from '../../src/wording/plain-text.js';
import { english } from '../../src/wording/index.js';
import { scheduleText } from '../../src/wording/schedule.js';

function ms(iso: string): number {
  return DateTime.fromISO(iso, { zone: 'utc' }).toMillis();
}

function local(instants: readonly number[], zone: string): readonly string[] {
  return instants.map((at) => DateTime.fromMillis(at, { zone }).toFormat('yyyy-MM-dd HH:mm ZZ'));
}

describe('a schedule as people type it', () => {
  test.each([
    ['every day at 09:00', '0 9 * * *', 'every day at 09:00'],
    ['daily 9am', '0 9 * * *', 'every day at 09:00'],
    ['daily', '0 9 * * *', 'every day at 09:00'],
    ['09:00', '0 9 * * *', 'every day at 09:00'],
    ['at 9', '0 9 * * *', 'every day at 09:00'],
    ['every day at noon', '0 12 * * *', 'every day at 12:00'],
    ['every day at 9:30 and 18:30', '30 9,18 * * *', 'every day at 09:30 and 18:30'],
    ['at 9 and 18', '0 9,18 * * *', 'every day at 09:00 and 18:00'],
    ['weekdays at 9, 12 and 18', '0 9,12,18 * * 1-5', 'every weekday at 09:00, 12:00 and 18:00'],
    ['twice a day', '0 9,18 * * *', 'every day at 09:00 and 18:00'],
    ['twice daily on weekends', '0 9,18 * * 0,6', 'every Saturday and Sunday at 09:00 and 18:00'],
    ['every two hours', '0 */2 * * *', 'every 2 hours'],
    ['weekdays 18:00', '0 18 * * 1-5', 'every weekday at 18:00'],
    ['Monday to Friday at 6 p.m.', '0 18 * * 1-5', 'every weekday at 18:00'],
    ['Mondays 09:00', '0 9 * * 1', 'every Monday at 09:00'],
    ['mon, wed, fri at 8:30', '30 8 * * 1,3,5', 'every Monday, Wednesday and Friday at 08:30'],
    ['every week on Friday at 18:00', '0 18 * * 5', 'every Friday at 18:00'],
    ['weekly', '0 9 * * 1', 'every Monday at 09:00'],
    ['weekends at 10:00', '0 10 * * 0,6', 'every Saturday and Sunday at 10:00'],
    ['sat-sun 10:00', '0 10 * * 0,6', 'every Saturday and Sunday at 10:00'],
    ['on the 1st and 15th at 09:00', '0 9 1,15 * *', 'on the 1st and 15th of every month at 09:00'],
    ['monthly', '0 9 1 * *', 'on the 1st of every month at 09:00'],
    ['every 6 hours', '0 */6 * * *', 'every 6 hours'],
    ['every hour', '0 * * * *', 'every hour'],
    ['hourly on weekdays', '0 * * * 1-5', 'every hour, every weekday'],
    ['every 30 minutes', '0,30 * * * *', 'every 30 minutes'],
    ['every half hour', '0,30 * * * *', 'every 30 minutes'],
    ['@daily', '0 0 * * *', 'every day at 00:00'],
    ['@weekly', '0 0 * * 0', 'every Sunday at 00:00'],
    ['@yearly', '0 0 1 1 *', 'on the 1st in January at 00:00'],
    ['*/15 * * * *', '*/15 * * * *', 'every 15 minutes'],
    ['0  9  *  *  MON-FRI', '0 9 * * 1-5', 'every weekday at 09:00'],
    ['0 9 * * 7', '0 9 * * 0', 'every Sunday at 09:00'],
    ['0 9 * * fri-sun', '0 9 * * 0,5-6', 'every Friday, Saturday and Sunday at 09:00'],
    [
      '0 9 * jan,jul 1-5/2',
      '0 9 * 1,7 1,3,5',
      'every Monday, Wednesday and Friday in January and July at 09:00',
    ],
    ['0 9 1 * 1', '0 9 1 * 1', 'on the 1st of every month and every Monday at 09:00'],
    ['0 9-17 * * *', '0 9-17 * * *', 'every day at :00 of the hours 09 to 17'],
  ])('%s is %s: %s', (words, cron, text) => {
    expect(parseSchedule(words)).toEqual({ ok: true, value: cron });
    expect(plainText(scheduleText(english, cron))).toBe(text);
  });

  test.each([
    ['hello', 'unreadable'],
    ['', 'unreadable'],
    ['every', 'unreadable'],
    ['constructor', 'unreadable'],
    ['9', 'unreadable'],
    ['every day at 25:00', 'unreadable'],
    ['every 2nd Monday at 09:00', 'alternating'],
    ['every other Tuesday', 'alternating'],
    ['biweekly on Fridays', 'alternating'],
    ['every 3 days at 09:00', 'alternating'],
    ['every two weeks', 'alternating'],
    ['last Friday of the month 17:00', 'nth-day'],
    ['the first Monday of every month', 'nth-day'],
    ['the last day of the month', 'nth-day'],
    ['three times a day', 'unreadable'],
    ['Mondays 09:00 and Thursdays 10:00', 'mixed'],
    ['every day at 09:00 and 18:30', 'mixed'],
    ['every 7 hours', 'uneven'],
    ['every 45 minutes', 'uneven'],
    ['every 90 minutes', 'uneven'],
    ['every 0 minutes', 'uneven'],
    ['every 6 hours at 09:00', 'unreadable'],
    ['0 0 9 * * *', 'unreadable'],
    ['0 22-2 * * *', 'unreadable'],
    ['0 9 L * *', 'unreadable'],
    ['0 9 0 * *', 'unreadable'],
    ['*/0 * * * *', 'unreadable'],
    ['* * * * *', 'too-often'],
    ['every minute', 'too-often'],
    ['every 5 minutes', 'too-often'],
    ['0,14 9 * * *', 'too-often'],
    ['50 23,0 * * *', null],
    ['0,59 * * * *', 'too-often'],
    ['0 0 30 2 *', 'never'],
    ['0 0 29 2 *', null],
  ])('%s is refused as %s', (words, reason) => {
    const read = parseSchedule(words);
    expect(read.ok ? null : read.refusal).toEqual(
      reason === null ? null : { why: 'bad-schedule', given: words, reason },
    );
  });
});

describe('across a change of the clocks', () => {
  test('a fire in the skipped hour comes once, at the end of the gap', () => {
    const fires = nextFires('30 2 * * *', 'America/New_York', ms('2026-03-07T00:00Z'), 3);
    expect(local(fires, 'America/New_York')).toEqual([
      '2026-03-07 02:30 -05:00',
      '2026-03-08 03:00 -04:00',
      '2026-03-09 02:30 -04:00',
    ]);
  });

  test('several fires in the skipped hour become one', () => {
    const fires = nextFires('*/15 2 * * *', 'America/New_York', ms('2026-03-08T06:00Z'), 2);
    expect(local(fires, 'America/New_York')).toEqual(['2026-03-08 03:00 -04:00', '2026-03-09 02:00 -04:00']);
  });

  test('a fire in the repeated hour comes once, in the first of the two', () => {
    const fires = nextFires('30 1 * * *', 'America/New_York', ms('2026-10-31T12:00Z'), 2);
    expect(local(fires, 'America/New_York')).toEqual(['2026-11-01 01:30 -04:00', '2026-11-02 01:30 -05:00']);
    const between = ms('2026-11-01T06:10Z');
    expect(local([nextFire('30 1 * * *', 'America/New_York', between)], 'America/New_York')).toEqual([
      '2026-11-02 01:30 -05:00',
    ]);
  });

  test('a fire in a skipped half hour (Lord Howe) or a skipped day (Apia) comes once', () => {
    const howe = nextFires('15 2 * * *', 'Australia/Lord_Howe', ms('2026-10-03T00:00Z'), 2);
    expect(local(howe, 'Australia/Lord_Howe')).toEqual([
      '2026-10-04 02:30 +11:00',
      '2026-10-05 02:15 +11:00',
    ]);
    const apia = nextFires('0 9 * * *', 'Pacific/Apia', ms('2011-12-29T00:00Z'), 3);
    expect(local(apia, 'Pacific/Apia')).toEqual([
      '2011-12-29 09:00 -10:00',
      '2011-12-31 00:00 +14:00',
      '2011-12-31 09:00 +14:00',
    ]);
  });

  test('a fire at 09:00 stays at 09:00', () => {
    const fires = nextFires('0 9 * * *', 'Europe/Berlin', ms('2026-03-28T00:00Z'), 2);
    expect(local(fires, 'Europe/Berlin')).toEqual(['2026-03-28 09:00 +01:00', '2026-03-29 09:00 +02:00']);
  });
});

test('a fire on the 29th of February is found eight years away', () => {
  expect(nextFire('0 0 29 2 *', 'UTC', ms('1896-03-01T00:00Z'))).toBe(ms('1904-02-29T00:00Z'));
});

test('an unreadable schedule or an unknown zone throws', () => {
  expect(() => nextFire('0 0 30 2 *', 'UTC', 0)).toThrow(RangeError);
  expect(() => nextFire('0 0 * * *', 'Nowhere/Land', 0)).toThrow(RangeError);
});
