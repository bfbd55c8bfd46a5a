import { DateTime } from 'luxon';
import type { Assumption } from '../domain/reading-facts.js';
import type { Bound, DatedReading, Reading } from '../domain/reading.js';
import type { Anchor } from './anchor.js';
import { instantOf, isoDay, localDay, ymd, type Day } from './calendar.js';
import type { Undated } from './refuse.js';
import type { Days, TimeOfDay } from './span.js';

export interface Said extends Undated {
  readonly bound: Exclude<Bound, 'not-before'>;
  readonly orSooner: boolean;
  readonly assumed: readonly Assumption[];
}

type Dated = Pick<DatedReading, 'earliest' | 'latest' | 'precision' | 'edtf' | 'openBeginning'>;

function dated(said: Said, reading: Dated, assumed: readonly Assumption[]): Reading {
  const { words, zone, zoneFrom, bound, orSooner } = said;
  return { words, zone, zoneFrom, bound, orSooner, ...reading, assumed: [...said.assumed, ...assumed] };
}

function edtfOf({ first, last, precision }: Days): string {
  if (precision === 'month') return isoDay(first).slice(0, 7);
  return first === last ? isoDay(last) : `${isoDay(first)}/${isoDay(last)}`;
}

/** Whole days: `latest` is the next local midnight after the last one; of `before` and `effective` the first moment. */
export function readingOfDays(said: Said, days: Days, { zone }: Anchor): Reading {
  const first = instantOf(days.first, 0, zone);
  // "Before the end of August" is over when August is; "before August" when it begins.
  if (said.bound === 'effective' || (said.bound === 'before' && !days.open)) {
    const edtf = said.bound === 'before' ? `../${isoDay(days.first - 1)}` : `${isoDay(days.first)}/..`;
    const point = { earliest: first, latest: first, precision: 'day', edtf, openBeginning: true } as const;
    return dated(said, point, days.assumed);
  }
  const latest = instantOf(days.last + 1, 0, zone);
  const { precision, open } = days;
  const whole = {
    earliest: first,
    latest,
    precision,
    edtf: edtfOf(days),
    openBeginning: open || said.bound === 'before',
  };
  return dated(said, whole, days.assumed);
}

const iso = (at: number, { zone }: Anchor) =>
  DateTime.fromMillis(at, { zone }).toISO({ suppressMilliseconds: true }) ?? '..';

/** An instant: it belongs to its deadline. Two make a window that ends with the second. */
export function readingOfInstants(
  said: Said,
  from: number,
  to: number,
  anchor: Anchor,
  open: boolean,
  assumed: readonly Assumption[],
): Reading {
  const same = from === to;
  return dated(
    said,
    {
      earliest: from,
      latest: to,
      precision: same ? 'instant' : 'window',
      edtf: same ? iso(to, anchor) : `${iso(from, anchor)}/${iso(to, anchor)}`,
      openBeginning: open || said.bound !== 'by',
    },
    assumed,
  );
}

/** The instant of a time of day. A time that the clocks skip moves on, one that comes twice is the first; both are said. */
export function instantAt(
  day: Day,
  time: TimeOfDay,
  { zone }: Anchor,
): { readonly at: number; readonly assumed: readonly Assumption[] } {
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
  at: number,
  wanted: { readonly day: Day; readonly seconds: number },
  zone: Anchor['zone'],
): boolean {
  const { year, month, day } = ymd(wanted.day);
  const utc = Date.UTC(year, month - 1, day) + wanted.seconds * 1000;
  const later = utc - Math.round(zone.offset(at + 3 * 3_600_000) * 60_000);
  return later > at && Math.round(zone.offset(later) * 60_000) === utc - later;
}
