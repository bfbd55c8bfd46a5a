import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { DEFAULT_OFFSETS, type ReminderOffset } from '../../src/domain/guild.js';
import type { DatedReading } from '../../src/domain/reading.js';
import { milestonesOf, parseReminders } from '../../src/domain/reminders.js';
import { day, days, instant, startOf, WASHINGTON } from './support.js';

const offsets = (text: string): readonly ReminderOffset[] => {
  const read = parseReminders(text);
  if (!read.ok) throw new Error(text);
  return read.value;
};

const laid = (reading: DatedReading, text: string, zone: string = WASHINGTON) =>
  milestonesOf(reading, offsets(text), zone).map(({ offset, due, expires }) => {
    const grace = (expires - due) / 60_000;
    return `${offset.unit}-${offset.count} ${DateTime.fromMillis(due, { zone }).toFormat('ccc d LLL HH:mm')} + ${grace} min`;
  });

test('a deadline on a day is reminded of at 09:00 in the channel’s zone, and not by the hour', () => {
  expect(laid(day('2025-08-08'), '7d 1d 6h 0')).toEqual([
    'days-7 Fri 1 Aug 09:00 + 360 min',
    'days-1 Thu 7 Aug 09:00 + 360 min',
  ]);
});

test('a window counts from its last day; "before" and "effective from" count from the day before', () => {
  expect(laid(days('2025-08-07', '2025-08-09'), '1d')).toEqual(['days-1 Fri 8 Aug 09:00 + 360 min']);
  expect(laid(startOf('2026-01-20', 'before'), '1d')).toEqual(['days-1 Sun 18 Jan 09:00 + 360 min']);
  expect(laid(startOf('2026-02-01', 'effective'), '1d')).toEqual(['days-1 Fri 30 Jan 09:00 + 360 min']);
});

test('a reminder goes out on the issuer’s date, in the morning of the channel', () => {
  expect(laid(day('2025-08-08'), '1d', 'Asia/Tokyo')).toEqual(['days-1 Thu 7 Aug 09:00 + 360 min']);
  expect(laid(day('2025-08-08', { zone: 'Asia/Tokyo' }), '1d')).toEqual(['days-1 Thu 7 Aug 09:00 + 360 min']);
});

test('a deadline at an instant counts calendar days in its zone and hours as elapsed time', () => {
  expect(laid(instant('2026-03-08T12:00'), '1d 24h 6h 1h')).toEqual([
    'hours-24 Sat 7 Mar 11:00 + 15 min',
    'days-1 Sat 7 Mar 12:00 + 255 min',
    'hours-6 Sun 8 Mar 06:00 + 75 min',
    'hours-1 Sun 8 Mar 11:00 + 15 min',
  ]);
});

test('a reminder expires after a quarter of the time to the next one, at most six hours', () => {
  expect(laid(instant('2025-08-08T18:00'), '7d 12h')).toEqual([
    'days-7 Fri 1 Aug 18:00 + 360 min',
    'hours-12 Fri 8 Aug 06:00 + 180 min',
  ]);
});

test.each([
  ['7d 1d 0', DEFAULT_OFFSETS],
  ['0, 1d, 7d', DEFAULT_OFFSETS],
  ['7 days, 1 day, passed', DEFAULT_OFFSETS],
  ['1d 1d 0 0d', DEFAULT_OFFSETS.slice(1)],
  [
    '6 hours 1d',
    [
      { unit: 'days', count: 1 },
      { unit: 'hours', count: 6 },
    ],
  ],
])('the reminders "%s" are read', (text, expected) => {
  expect(parseReminders(text)).toEqual({ ok: true, value: expected });
});

test.each([
  ['7d soon', 'soon'],
  ['7', '7'],
  ['7w', '7w'],
  ['367d', '367d'],
  ['241h', '241h'],
  ['-1d', '-1d'],
  ['', ''],
  ['1d 2d 3d 4d 5d 6d 7d 8d 9d 10d 11d', '11d'],
])('the reminders "%s" are refused because of "%s"', (given, offset) => {
  expect(parseReminders(given)).toEqual({ ok: false, refusal: { why: 'bad-reminders', given, offset } });
});
