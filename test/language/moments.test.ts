import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { readDeadline, readMoment, type ReadingContext } from '../../src/language/index.js';
import { precisionOf } from '../../src/domain/when.js';

const ZONE = 'America/New_York';
/** Wednesday 6 August 2025, 18:00 in Washington. */
const NOW = Date.parse('2025-08-06T22:00:00Z');

function moment(words: string): string {
  const read = readMoment(words, { now: NOW, zone: ZONE });
  if (read.kind !== 'read') return read.reason.kind;
  const local = (at: number) => DateTime.fromMillis(at, { zone: ZONE }).toFormat("yyyy-MM-dd'T'HH:mm");
  const { start, end } = read.when;
  const precision = precisionOf(read.when, ZONE);
  if (precision === 'instant') return `instant ${local(start)}`;
  return `${precision} ${local(start).slice(0, 10)}/${local(end).slice(0, 10)}`;
}

describe('when something was said or done', () => {
  it.each([
    ['14 July 2025', 'day 2025-07-14/2025-07-15'],
    ['yesterday', 'day 2025-08-05/2025-08-06'],
    ['14 July 2025 18:00', 'instant 2025-07-14T18:00'],
    ['July 2025', 'month 2025-07-01/2025-08-01'],
    ['in July 2025', 'month 2025-07-01/2025-08-01'],
    ['June 2025', 'month 2025-06-01/2025-07-01'],
    ['June', 'month 2025-06-01/2025-07-01'],
    ['December', 'month 2024-12-01/2025-01-01'],
    ['2025-07', 'month 2025-07-01/2025-08-01'],
    ['07/2025', 'month 2025-07-01/2025-08-01'],
    ['last month', 'month 2025-07-01/2025-08-01'],
    ['2024', 'year 2024-01-01/2025-01-01'],
    ['in 2024', 'year 2024-01-01/2025-01-01'],
    ['1803', 'year 1803-01-01/1804-01-01'],
    ['last year', 'year 2024-01-01/2025-01-01'],
    ['last week', 'span 2025-07-28/2025-08-04'],
    ['early July 2025', 'span 2025-07-01/2025-07-11'],
    ['Q3 2024', 'span 2024-07-01/2024-10-01'],
    ['3 to 5 July 2025', 'span 2025-07-03/2025-07-06'],
    ['Juli 2025', 'month 2025-07-01/2025-08-01'],
    ['im Jahr 2024', 'year 2024-01-01/2025-01-01'],
    ['juillet 2025', 'month 2025-07-01/2025-08-01'],
    ['julio de 2025', 'month 2025-07-01/2025-08-01'],
    ['липень 2025', 'month 2025-07-01/2025-08-01'],
    ['июль 2025 г.', 'month 2025-07-01/2025-08-01'],
    ['2024 год', 'year 2024-01-01/2025-01-01'],
    ['2024 рік', 'year 2024-01-01/2025-01-01'],
  ])('%s is kept with just that precision', (words, expected) => {
    expect(moment(words)).toBe(expected);
  });
});

describe('words of a deadline said on a day that is not known', () => {
  const june = readMoment('June 2025', { now: NOW, zone: ZONE });
  if (june.kind !== 'read') throw new Error('June 2025 is not read');
  const said: ReadingContext = {
    at: june.when.start,
    until: june.when.end,
    clock: false,
    zone: ZONE,
    zoneFrom: 'issuer',
  };
  const read = (words: string) => {
    const result = readDeadline(words, said);
    if (result.kind === 'not-a-deadline') return result.reason.kind;
    return result.kind === 'read' ? result.reading.edtf : result.kind;
  };

  it.each([
    'in 50 days',
    'within 48 hours',
    'by Friday',
    'a week from Monday',
    'tomorrow',
    'the end of next week',
  ])('can not be counted from it: %s', (words) => {
    expect(read(words)).toBe('statement-day-unknown');
  });

  it.each([
    ['by 20 August', '2025-08-20'],
    ['by 5 June', '2025-06-05'],
    ['20 August 2026', '2026-08-20'],
    ['the end of the month', '2025-06-30'],
    ['Labor Day', '2025-09-01'],
    ['in the coming days', 'vague'],
    ['as early as August', 'lower-bound'],
    ['within 50 days; reported as 20 August 2025', 'ambiguous'],
  ])('are read where they name the date: %s', (words, expected) => {
    expect(read(words)).toBe(expected);
  });
});
