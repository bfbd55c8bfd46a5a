/** When something was said or done: an instant, a day, a month, a year or a span of days in a zone. */
import { HOUR } from './durations.js';
import { localTime } from './zone.js';
import type { RecordInstant } from './instant.js';

export { isZone } from './zone.js';

/**
 * When something was said or done: an interval of integer ms UTC. An instant has `start === end`; a day, a month, a year
 * or a span of days in the issuer's zone has an exclusive `end`. In doubt the earlier reading, `start`, holds (rules 2).
 */
export interface When {
  readonly start: RecordInstant;
  readonly end: RecordInstant;
}

/** An instant, ms UTC, as an interval without length. */
export function at(instant: RecordInstant): When {
  return { start: instant, end: instant };
}

/** Whether the hour is not known. */
export function isInterval(when: When): boolean {
  return when.end > when.start;
}

/** The longest day there is, with the clocks set back. */
const LONGEST_DAY = 26 * HOUR;

/** Whether the day is known, with its hour or without. */
export function isDayKnown(when: When): boolean {
  return when.end - when.start <= LONGEST_DAY;
}

/** The last instant that it can have been, ms UTC. */
export function latestOf({ start, end }: When): RecordInstant {
  return Math.max(start, end - 1);
}

/** How precisely it is known when something was. */
export type WhenPrecision = 'instant' | 'day' | 'month' | 'year' | 'span';

/** No place is further ahead of UTC. */
const FURTHEST_AHEAD = 14;
/** From here on a midnight can be that of a place ahead of UTC or behind it. */
const FURTHEST_BEHIND = 12;

/** How far, in hours, the zone in which `instant` is midnight lies ahead of UTC; of two, the one next to `offset`. */
function offsetOfMidnight(instant: RecordInstant, offset: number): number {
  const ahead = (24 - ((((instant / HOUR) % 24) + 24) % 24)) % 24;
  const behind = ahead - 24;
  if (ahead < FURTHEST_BEHIND) return ahead;
  if (ahead > FURTHEST_AHEAD) return behind;
  return Math.abs(ahead - offset) <= Math.abs(behind - offset) ? ahead : behind;
}

/** The midnight in `zone` of the date that begins at `instant`, a midnight there or in another zone. */
function sameMidnight(instant: RecordInstant, zone: string) {
  const here = localTime(instant, zone);
  if (here.startOf('day').toMillis() === instant) return here;
  const ahead = offsetOfMidnight(instant, here.offset / 60);
  const { year, month, day } = localTime(instant + ahead * HOUR, 'UTC');
  return here.set({ year, month, day }).startOf('day');
}

/** Intervals are read in one zone and may be shown in another: so far apart two midnights may lie. */
const ZONES_APART = 14 * HOUR;

/** Whether an interval is the whole month, or year, that holds the middle of it. */
function isWhole({ start, end }: When, unit: 'month' | 'year', zone: string): boolean {
  const first = localTime((start + end) / 2, zone).startOf(unit);
  const next = first.plus({ [unit]: 1 });
  return Math.abs(first.toMillis() - start) <= ZONES_APART && Math.abs(next.toMillis() - end) <= ZONES_APART;
}

/** How precisely it is known, by the calendar of `zone`: a month and a year are whole ones. */
export function precisionOf(when: When, zone: string): WhenPrecision {
  if (!isInterval(when)) return 'instant';
  if (isDayKnown(when)) return 'day';
  if (isWhole(when, 'month', zone)) return 'month';
  return isWhole(when, 'year', zone) ? 'year' : 'span';
}

/**
 * The first and the last day of an interval, as their midnights in `zone` (ms UTC). A day is the one that was meant,
 * although it was read in another zone and begins at another hour here.
 */
export function daysOf(
  { start, end }: When,
  zone: string,
): { readonly first: RecordInstant; readonly last: RecordInstant } {
  const last = sameMidnight(end, zone).minus({ days: 1 });
  return { first: sameMidnight(start, zone).toMillis(), last: last.toMillis() };
}

/** The local day in `zone` that holds `instant`, its end exclusive. */
export function dayOf(instant: RecordInstant, zone: string): When {
  const start = localTime(instant, zone).startOf('day');
  return { start: start.toMillis(), end: start.plus({ days: 1 }).startOf('day').toMillis() };
}

/** The local date `YYYY-MM-DD` of `instant` in `zone`. */
export function localDate(instant: RecordInstant, zone: string): string {
  return localTime(instant, zone).toFormat('yyyy-MM-dd');
}
