import { describe, expect, test } from 'vitest';
import { dateOf, ending, inWords, shownEnd } from '../../src/discord/views/dates.js';
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
    ['a day', friday, 'Fri 8 Aug 2025, end of day in Washington', 'with Fri 8 Aug 2025 in Washington'],
    [
      'or sooner',
      { ...friday, orSooner: true },
      'Fri 8 Aug 2025, end of day in Washington, or sooner',
      'with Fri 8 Aug 2025 in Washington',
    ],
    [
      'before a day',
      { ...friday, bound: 'before', earliest: start, latest: start },
      'before Fri 8 Aug 2025 in Washington',
      'before Fri 8 Aug 2025 in Washington',
    ],
    [
      'from a day',
      { ...friday, bound: 'effective', earliest: start, latest: start },
      'Fri 8 Aug 2025, from the start of the day in Washington',
      'at the start of Fri 8 Aug 2025 in Washington',
    ],
    ['an instant', six, 'Fri 8 Aug 2025, 18:00 in Washington', 'at 18:00 on Fri 8 Aug 2025 in Washington'],
    [
      'a window',
      until('x', '2025-08-07', '2025-08-09'),
      '7 to 9 Aug 2025, ends with Sat 9 Aug in Washington',
      'with Sat 9 Aug 2025 in Washington',
    ],
    [
      'a window over the end of a year',
      until('x', '2025-12-30', '2026-01-02'),
      '30 Dec 2025 to 2 Jan 2026, ends with Fri 2 Jan in Washington',
      'with Fri 2 Jan 2026 in Washington',
    ],
    [
      'a window without a beginning',
      { ...until('x', '2025-08-01', '2025-08-31'), openBeginning: true },
      'Sun 31 Aug 2025, end of day in Washington',
      'with Sun 31 Aug 2025 in Washington',
    ],
    [
      'a month',
      { ...until('x', '2025-08-01', '2025-08-31'), precision: 'month' },
      'Aug 2025, ends with Sun 31 Aug in Washington',
      'with Sun 31 Aug 2025 in Washington',
    ],
    [
      'a day elsewhere',
      { ...friday, zone: 'Europe/Moscow', latest: instant('2025-08-08T21:00:00Z') },
      'Fri 8 Aug 2025, end of day in Moscow',
      'with Fri 8 Aug 2025 in Moscow',
    ],
  ];
  test.each(cases)('%s', (_name, reading, words, end) => {
    expect(inWords(reading)).toBe(words);
    expect(ending(reading, true)).toBe(end);
  });
});

test('the last minute of a day is shown, an instant as it is', () => {
  expect(shownEnd(friday)).toBe(friday.latest - 60_000);
  expect(shownEnd(six)).toBe(six.latest);
  expect(dateOf(six)).toBe('Fri 8 Aug 2025, 18:00');
});
