import { describe, expect, test } from 'vitest';
import { drawText } from '../../src/discord/draw.js';
import { dateOf, deadlineText, endText, shownEnd } from '../../src/wording/dates.js';
import { english } from '../../src/wording/index.js';
import type { DatedReading } from '../../src/domain/reading.js';
import { day, instant, until } from './support.js';

const friday = until('x', '2025-08-08');
const start = day('2025-08-08').start;
const six: DatedReading = {
  ...friday,
  precision: 'instant',
  earliest: instant('2025-08-08T22:00:00Z'),
  latest: instant('2025-08-08T22:00:00Z'),
};

describe('a deadline in words', () => {
  const cases: readonly (readonly [string, DatedReading, string, string])[] = [
    [
      'a day',
      friday,
      'Fri 8 Aug 2025, end of day in Washington',
      'the end of Fri 8 Aug 2025, Washington time',
    ],
    [
      'or sooner',
      { ...friday, orSooner: true },
      'Fri 8 Aug 2025, end of day in Washington, or sooner',
      'the end of Fri 8 Aug 2025, Washington time',
    ],
    [
      'before a day',
      { ...friday, bound: 'before', earliest: start, latest: start },
      'before Fri 8 Aug 2025 in Washington',
      'before Fri 8 Aug 2025, Washington time',
    ],
    [
      'from a day',
      { ...friday, bound: 'effective', earliest: start, latest: start },
      'Fri 8 Aug 2025, from the start of the day in Washington',
      'the start of Fri 8 Aug 2025, Washington time',
    ],
    [
      'an instant that is approximate',
      { ...six, approximate: true },
      'about Fri 8 Aug 2025, 18:00 in Washington',
      'about 18:00 on Fri 8 Aug 2025, Washington time',
    ],
    ['an instant', six, 'Fri 8 Aug 2025, 18:00 in Washington', '18:00 on Fri 8 Aug 2025, Washington time'],
    [
      'a window',
      until('x', '2025-08-07', '2025-08-09'),
      '7 to 9 Aug 2025, until the end of Sat 9 Aug, Washington time',
      'the end of Sat 9 Aug 2025, Washington time',
    ],
    [
      'a window over the end of a year',
      until('x', '2025-12-30', '2026-01-02'),
      '30 Dec 2025 to 2 Jan 2026, until the end of Fri 2 Jan, Washington time',
      'the end of Fri 2 Jan 2026, Washington time',
    ],
    [
      'a window without a beginning',
      { ...until('x', '2025-08-01', '2025-08-31'), openBeginning: true },
      'Sun 31 Aug 2025, end of day in Washington',
      'the end of Sun 31 Aug 2025, Washington time',
    ],
    [
      'a month',
      { ...until('x', '2025-08-01', '2025-08-31'), precision: 'month' },
      'Aug 2025, until the end of Sun 31 Aug, Washington time',
      'the end of Sun 31 Aug 2025, Washington time',
    ],
    [
      'a day elsewhere',
      { ...friday, zone: 'Europe/Moscow', latest: instant('2025-08-08T21:00:00Z') },
      'Fri 8 Aug 2025, end of day in Moscow',
      'the end of Fri 8 Aug 2025, Moscow time',
    ],
  ];
  test('a day that is approximate', () => {
    const about: DatedReading = { ...friday, approximate: true };
    expect(drawText(deadlineText(english, about))).toBe('about Fri 8 Aug 2025, end of day in Washington');
    expect(drawText(endText(english, about, 'runsUntil', { year: false }))).toBe(
      'Until about Fri 8 Aug, Washington time',
    );
    expect(drawText(dateOf(english, { ...about, bound: 'before', earliest: start, latest: start }))).toBe(
      'before about Fri 8 Aug 2025',
    );
  });

  test.each(cases)('%s', (_name, reading, words, end) => {
    const ended = end.startsWith('before') ? `It ended ${end}` : `It ended at ${end}`;
    expect(drawText(deadlineText(english, reading))).toBe(words);
    expect(drawText(endText(english, reading, 'ended', { year: true }))).toBe(ended);
  });
});

test('the end of a day is shown as its last minute, an instant as it is and with its zone', () => {
  expect(shownEnd(friday)).toBe(friday.latest - 60_000);
  expect(shownEnd(six)).toBe(six.latest);
  expect(drawText(dateOf(english, six))).toBe('Fri 8 Aug 2025, 18:00 in Washington');
});

// In Nuuk the clocks skip from 23:00 to 24:00 on 30 March 2024.
describe('a span that begins late on the day before one whose last hour the clocks skip', () => {
  const [zone, earliest] = ['America/Nuuk', instant('2024-03-29T23:30:00-02:00')];

  test('names both days', () => {
    const latest = instant('2024-03-31T00:00:00-01:00');
    const reading: DatedReading = { ...six, zone, earliest, latest, precision: 'window' };
    expect(drawText(deadlineText(english, reading))).toBe(
      '29 to 30 Mar 2024, until the end of Sat 30 Mar, Nuuk time',
    );
  });

  test('has both dates where it ends at an hour of the next day', () => {
    const { hours } = english.readings.dates;
    expect(drawText(hours(earliest, instant('2024-03-30T12:00:00-02:00'), zone))).toBe(
      'Fri 29 Mar 2024 23:30 to Sat 30 Mar 2024 12:00',
    );
  });

  test('has one date where it ends at midnight', () => {
    const { hours } = english.readings.dates;
    expect(drawText(hours(earliest, instant('2024-03-30T00:00:00-02:00'), zone))).toBe(
      'Fri 29 Mar 2024 23:30 to 24:00',
    );
  });
});
