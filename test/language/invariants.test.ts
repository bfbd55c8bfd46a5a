import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import type { Reading, ReadResult } from '../../src/domain/reading.js';
import { findDeadlines, readDeadline, readMoment, type ReadingContext } from '../../src/language/index.js';

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone')];
/** Half an hour of summer time, three quarters of an hour, a midnight that is skipped, a day that never was. */
const NASTY = [
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'America/Havana',
  'Pacific/Apia',
  'America/St_Johns',
  'Africa/Casablanca',
  'Asia/Beirut',
  'Antarctica/Troll',
  'Asia/Kathmandu',
];

const zone = fc.constantFrom(...ZONES);
const nasty = fc.constantFrom(...NASTY);
const instant = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2100, 0, 1) });
const PIECES =
  'by|before|until|within|from|to|or|and|the|of|next|this|last|end|Friday|Monday|8|12th|August|May|2025|08/09/2025|10|50|days|hours|a week|half|noon|midnight|8 p.m.|17:00|Moscow time|ET|tomorrow|tonight|at|on|,|.|-|as early as|or sooner|Easter|Q3|early|mid|Freitag|до|bis|second|"|(|ago|after|starting|не позднее|le|48|weekend'.split(
    '|',
  );
const words = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((parts) => parts.join(' ')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 10 }).map((parts) => parts.join('')),
);
const saying = (at: number, of: string, clock = true): ReadingContext => ({
  at,
  clock,
  zone: of,
  zoneFrom: 'issuer',
});
const readingsOf = (result: ReadResult): readonly Reading[] =>
  result.kind === 'read'
    ? [result.reading]
    : result.kind === 'ambiguous'
      ? result.candidates
      : [result.undated];

describe('reading what was said', () => {
  it('returns a value for any words, zone and instant, with ends in order and not in the past', () => {
    fc.assert(
      fc.property(words, zone, instant, fc.boolean(), (text, of, at, clock) => {
        const result = readDeadline(text, saying(at, of, clock));
        for (const { earliest, latest, words: kept } of readingsOf(result)) {
          expect(kept).toBe(text);
          if (earliest === null || latest === null) continue;
          expect(Number.isInteger(earliest) && Number.isInteger(latest)).toBe(true);
          expect(earliest).toBeLessThanOrEqual(latest);
          expect(latest).toBeGreaterThan(at);
        }
        expect(readingsOf(result).length).toBeLessThanOrEqual(4);
      }),
      { numRuns: 3000 },
    );
  });

  it('reports an unknown zone', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), instant, (of, at) => {
        expect(['read', 'ambiguous', 'not-a-deadline']).toContain(
          readDeadline('by Friday', saying(at, of)).kind,
        );
        expect(['read', 'unreadable']).toContain(readMoment('Friday', { now: at, zone: of }).kind);
      }),
    );
  });

  it('returns spans that lie in the text, the likeliest first', () => {
    fc.assert(
      fc.property(words, zone, instant, (text, of, at) => {
        const found = findDeadlines(text, saying(at, of));
        for (const { start, end, words: span } of found) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(text.slice(start, end)).toBe(span);
        }
        const scores = found.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      }),
      { numRuns: 1000 },
    );
  });
});

const CALENDAR = [
  'by Friday',
  'next Tuesday',
  'this Sunday',
  'tomorrow',
  'in 3 days',
  'within two weeks',
  'in 50 days',
  '10 or 12 days',
  'end of the month',
  'by the end of next month',
  'the 15th',
  '20 August',
  'August 7 or 8',
  'before 20 January',
  'by Labor Day',
  'Easter Monday',
  'mid-September',
  'Q3',
  'next week',
  'the last Friday of October',
  'three weeks from tomorrow',
  'in 2 months',
  'the weekend',
  'year-end',
  '10 business days',
  'bis Freitag',
  'in drei Wochen',
  'через 10 днів',
  'avant le 8 août',
];

describe('a phrase of the calendar, without an hour or a zone', () => {
  const local = fc.record({
    year: fc.integer({ min: 1950, max: 2060 }),
    day: fc.integer({ min: 1, max: 365 }),
    minute: fc.integer({ min: 0, max: 1439 }),
  });
  const dates = (text: string, at: DateTime, of: string) =>
    readingsOf(readDeadline(text, saying(at.toMillis(), of)))
      .map(({ edtf }) => edtf)
      .join(' | ');

  it('names the same local date in every zone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CALENDAR), local, zone, (text, { year, day, minute }, of) => {
        const wall = { year, ordinal: day, hour: Math.floor(minute / 60), minute: minute % 60 };
        const here = DateTime.fromObject(wall, { zone: of });
        // Where the clocks skip that time there is no such local reference.
        fc.pre(here.hour === wall.hour && here.minute === wall.minute && here.ordinal === day);
        expect(dates(text, here, of)).toBe(dates(text, DateTime.fromObject(wall, { zone: 'UTC' }), 'UTC'));
      }),
      { numRuns: 3000 },
    );
  });

  it('counts days by the calendar and ends at a local midnight', () => {
    fc.assert(
      fc.property(local, fc.integer({ min: 1, max: 400 }), zone, ({ year, day }, days, of) => {
        const said = DateTime.fromObject({ year, ordinal: day, hour: 12 }, { zone: of });
        const [reading] = readingsOf(readDeadline(`within ${days} days`, saying(said.toMillis(), of)));
        const last = DateTime.fromObject({ year, ordinal: day }, { zone: 'UTC' }).plus({ days });
        const next = last.plus({ days: 1 });
        const { year: y, month, day: d } = next;
        const midnight = DateTime.fromObject({ year: y, month, day: d }, { zone: of });
        // A day that a zone never had (Apia, 30 December 2011) has no midnight to compare with.
        const noon = DateTime.fromObject({ year: y, month, day: d, hour: 12 }, { zone: of });
        fc.pre(said.hour === 12 && midnight.toISODate() === noon.toISODate());
        fc.pre(midnight.toFormat('yyyy-MM-dd') === next.toFormat('yyyy-MM-dd'));
        expect(reading?.edtf).toBe(last.toFormat('yyyy-MM-dd'));
        // Midnight comes twice where the clocks go back to it (Azores, 30 October 2011): the first ends the day.
        const start = midnight.startOf('day');
        // Not `hasSame`, which is wrong before a day whose last hour the clocks skip (Sofia, 3 April 1982).
        const earlier = start.minus({ hours: 1 });
        const first = earlier.toISODate() === start.toISODate() ? earlier : start;
        expect(reading?.latest).toBe(first.toMillis());
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a time of day where the clocks change', () => {
  const day = fc.integer({ min: Date.UTC(2005, 0, 1) / 86_400_000, max: Date.UTC(2030, 0, 1) / 86_400_000 });

  it('is the first instant at which the clocks show it, or the next one after a gap', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 1439 }), nasty, (days, minute, of) => {
        const date = DateTime.fromMillis(days * 86_400_000, { zone: 'UTC' });
        const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        const at = Date.UTC(2004, 0, 1);
        const [reading] = readingsOf(
          readDeadline(`${clock} on ${date.toFormat('d LLLL yyyy')}`, saying(at, of)),
        );
        const read = DateTime.fromMillis(reading?.latest ?? 0, { zone: of });
        const wanted = `${date.toFormat('yyyy-MM-dd')} ${clock}`;
        const found = read.toFormat('yyyy-MM-dd HH:mm');
        const before = read.minus(1).toFormat('yyyy-MM-dd HH:mm');
        const first = before < wanted || read.minus({ hours: 3 }).offset === read.offset;
        const moved =
          before < wanted &&
          found > wanted &&
          reading?.assumed.some(({ kind }) => kind === 'skipped-time') === true;
        expect(found === wanted ? first : moved).toBe(true);
      }),
      { numRuns: 4000 },
    );
  });

  it('does not change counted hours, because they are elapsed time', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 200 }), nasty, (at, hours, of) => {
        const second = Math.floor(at / 1000) * 1000;
        const [reading] = readingsOf(readDeadline(`within ${hours} hours`, saying(second, of)));
        expect(reading?.latest).toBe(second + hours * 3_600_000);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['2024-03-10T02:19:34Z', 42, 'Africa/Casablanca'],
    ['1997-03-15T14:25:10Z', 138, 'Pacific/Chatham'],
    ['1976-09-30T21:46:49Z', 122, 'Asia/Beirut'],
  ])('counts from the moment itself in an hour that the clocks show twice: %s', (said, hours, of) => {
    const at = Date.parse(said);
    const [reading] = readingsOf(readDeadline(`within ${hours} hours`, saying(at, of)));
    expect(reading?.latest).toBe(at + hours * 3_600_000);
  });
});
