/** Makes readings of days and times: instants in ms UTC, and their precision. */
import type { Assumption } from '../domain/reading-facts.js';
import type { Bound, DatedReading, Reading } from '../domain/reading.js';
import type { Anchor } from './anchor.js';
import { instantOf, isoDay, localDay, dateOf, type Day } from './calendar.js';
import type { ReadingOrigin } from './refuse.js';
import type { DaySpan, TimeOfDay } from './span.js';
import { offsetAt } from '../domain/cron/local.js';
import { HOUR, MINUTE } from '../domain/durations.js';
import type { RecordInstant } from '../domain/instant.js';

export interface ReadingFrame extends ReadingOrigin {
  readonly bound: Exclude<Bound, 'not-before'>;
  readonly orSooner: boolean;
  readonly assumed: readonly Assumption[];
}

type DatedFields = Pick<DatedReading, 'earliest' | 'latest' | 'precision' | 'edtf' | 'openBeginning'>;

function dated(frame: ReadingFrame, reading: DatedFields, assumed: readonly Assumption[]): Reading {
  const { words, zone, zoneFrom, bound, orSooner } = frame;
  return { words, zone, zoneFrom, bound, orSooner, ...reading, assumed: [...frame.assumed, ...assumed] };
}

function edtfOf({ first, last, precision }: DaySpan): string {
  if (precision === 'month') return isoDay(first).slice(0, 7);
  return first === last ? isoDay(last) : `${isoDay(first)}/${isoDay(last)}`;
}

/** Whole days: `latest` is the next local midnight after the last one; of `before` and `effective` the first moment. */
export function readingOfDays(frame: ReadingFrame, days: DaySpan, { zone }: Anchor): Reading {
  const first = instantOf(days.first, 0, zone);
  // "Before the end of August" is over when August is; "before August" when it begins.
  if (frame.bound === 'effective' || (frame.bound === 'before' && !days.open)) {
    const edtf = frame.bound === 'before' ? `../${isoDay(days.first - 1)}` : `${isoDay(days.first)}/..`;
    const point = { earliest: first, latest: first, precision: 'day', edtf, openBeginning: true } as const;
    return dated(frame, point, days.assumed);
  }
  const latest = instantOf(days.last + 1, 0, zone);
  const { precision, open } = days;
  const whole = {
    earliest: first,
    latest,
    precision,
    edtf: edtfOf(days),
    openBeginning: open || frame.bound === 'before',
  };
  return dated(frame, whole, days.assumed);
}

const two = (value: number) => String(value).padStart(2, '0');

/** `2025-08-08T12:00:00-04:00`, with `Z` where the zone is UTC itself. */
function iso(at: RecordInstant, { zone }: Anchor): string {
  const offset = offsetAt(at, zone);
  const local = new Date(at + offset).toISOString().replace(/(?:\.000)?Z$/, '');
  if (offset === 0 && zone.isUniversal) return `${local}Z`;
  const minutes = Math.floor(Math.abs(offset) / MINUTE);
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** An instant: it belongs to its deadline. Two make a window that ends with the second. */
export function readingOfInstants(
  frame: ReadingFrame,
  from: number,
  to: number,
  anchor: Anchor,
  open: boolean,
  assumed: readonly Assumption[],
): Reading {
  const same = from === to;
  return dated(
    frame,
    {
      earliest: from,
      latest: to,
      precision: same ? 'instant' : 'window',
      edtf: same ? iso(to, anchor) : `${iso(from, anchor)}/${iso(to, anchor)}`,
      openBeginning: open || frame.bound !== 'by',
    },
    assumed,
  );
}

/** The instant of a time of day. A time that the clocks skip moves on, one that comes twice is the first; both are said. */
export function instantAt(
  day: Day,
  time: TimeOfDay,
  { zone }: Anchor,
): { readonly at: RecordInstant; readonly assumed: readonly Assumption[] } {
  const at = instantOf(day, time.seconds, zone);
  const local = localDay(at, zone);
  const wanted = { day: day + Math.floor(time.seconds / 86_400), seconds: time.seconds % 86_400 };
  const skipped = local.day !== wanted.day || local.seconds !== wanted.seconds;
  const twice = !skipped && comesTwice(at, wanted, zone);
  return {
    at,
    assumed: [
      ...time.assumed,
      ...(skipped ? [{ kind: 'skipped-time', named: wanted.seconds, used: local.seconds } as const] : []),
      ...(twice ? [{ kind: 'repeated-time', named: wanted.seconds } as const] : []),
    ],
  };
}

/** Whether the same wall clock is read again within the day: after the clocks went back. */
function comesTwice(
  at: RecordInstant,
  wanted: { readonly day: Day; readonly seconds: number },
  zone: Anchor['zone'],
): boolean {
  const { year, month, day } = dateOf(wanted.day);
  const utc = Date.UTC(year, month - 1, day) + wanted.seconds * 1000;
  const later = utc - offsetAt(at + 3 * HOUR, zone);
  return later > at && offsetAt(later, zone) === utc - later;
}
