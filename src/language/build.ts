import type { DateTime } from 'luxon';
import type { Bound, DatedReading, Reading } from '../domain/reading.js';
import type { TimeOfDay } from './clock.js';
import type { Undated } from './refuse.js';
import type { Days, Elapsed } from './span.js';

export interface Said extends Undated {
  readonly bound: Exclude<Bound, 'not-before'>;
  readonly orSooner: boolean;
  readonly assumed: readonly string[];
}

const date = (day: DateTime) => day.toFormat('yyyy-MM-dd');

function dated(
  said: Said,
  reading: Pick<DatedReading, 'earliest' | 'latest' | 'precision' | 'edtf' | 'openBeginning'>,
  assumed: readonly string[],
): Reading {
  const { words, zone, zoneFrom, bound, orSooner } = said;
  return { words, zone, zoneFrom, bound, orSooner, ...reading, assumed: [...said.assumed, ...assumed] };
}

/** Whole days: `latest` is the next local midnight after the last one; of `before` and `effective` the first moment. */
export function readingOfDays(said: Said, days: Days): Reading {
  const first = days.first.toMillis();
  if (said.bound !== 'by') {
    const edtf =
      said.bound === 'before' ? `../${date(days.first.minus({ days: 1 }))}` : `${date(days.first)}/..`;
    const point = { earliest: first, latest: first, precision: 'day', edtf, openBeginning: true } as const;
    return dated(said, point, days.assumed);
  }
  const latest = days.last.plus({ days: 1 }).startOf('day').toMillis();
  return dated(
    said,
    { earliest: first, latest, precision: days.precision, edtf: edtfOf(days), openBeginning: days.open },
    days.assumed,
  );
}

function edtfOf(days: Days): string {
  if (days.precision === 'month') return days.first.toFormat('yyyy-MM');
  return days.precision === 'day' ? date(days.last) : `${date(days.first)}/${date(days.last)}`;
}

/** An instant: it belongs to its deadline. */
function instant(said: Said, at: DateTime, assumed: readonly string[], open = false): Reading {
  const edtf = at.toISO({ suppressMilliseconds: true }) ?? '..';
  const millis = at.toMillis();
  return dated(
    said,
    { earliest: millis, latest: millis, precision: 'instant', edtf, openBeginning: open },
    assumed,
  );
}

export function readingOfElapsed(said: Said, { from, to, open, assumed }: Elapsed): Reading {
  if (+from === +to) return instant(said, to, assumed, open);
  const edtf = [from, to].map((one) => one.toISO({ suppressMilliseconds: true })).join('/');
  const window = { earliest: +from, latest: +to, precision: 'window', edtf, openBeginning: open } as const;
  return dated(said, window, assumed);
}

/** A time of day on a day. A time the clocks skip moves on, one that comes twice is the first; both are said. */
export function readingAt(said: Said, day: DateTime, time: TimeOfDay, assumed: readonly string[]): Reading {
  const { hour, minute, second } = time;
  const next = hour === 24 ? day.plus({ days: 1 }).startOf('day') : null;
  const at = next ?? day.set({ hour, minute, second });
  const skipped = next === null && (at.hour !== hour || at.minute !== minute);
  const twice = !skipped && at.getPossibleOffsets().length > 1;
  const shift = [
    ...(skipped
      ? [`the clocks skip ${pad(hour)}:${pad(minute)} that day, so it is ${at.toFormat('HH:mm')}`]
      : []),
    ...(twice ? [`${at.toFormat('HH:mm')} comes twice that day; the first is meant`] : []),
  ];
  const first = twice ? at.getPossibleOffsets()[0] : at;
  return instant(said, first ?? at, [...time.assumed, ...assumed, ...shift]);
}

const pad = (part: number) => String(part).padStart(2, '0');
