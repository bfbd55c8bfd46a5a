/** Dates and zones as posts show them. */
import type { DateTime } from 'luxon';
import { placeOf } from '../../domain/place.js';
import type { DatedReading } from '../../domain/reading.js';
import type { When } from '../../domain/when.js';
import { localTime } from '../../domain/zone.js';

const MINUTE = 60_000;

/** A view asks for the same few instants again and again, and each look at a zone's clock takes longer than the rest. */
const KNOWN = new Map<string, DateTime>();
const MOST_KNOWN = 1000;

function local(instant: number, zone: string): DateTime {
  const key = `${instant} ${zone}`;
  const known = KNOWN.get(key);
  if (known !== undefined) return known;
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  const found = localTime(instant, zone).setLocale('en-US');
  KNOWN.set(key, found);
  return found;
}

/** `Tue 2 Sep 2025`. */
export function longDay(instant: number, zone: string): string {
  return local(instant, zone).toFormat('ccc d LLL yyyy');
}

/** `2 Sep`, with the year when it is not that of `near`. */
export function shortDay(instant: number, zone: string, near: number): string {
  const day = local(instant, zone);
  return day.toFormat(day.year === local(near, zone).year ? 'd LLL' : 'd LLL yyyy');
}

/** `Thu 7 Aug`, with the year when it is not that of `near`. */
export function weekday(instant: number, zone: string, near: number): string {
  return `${local(instant, zone).toFormat('ccc')} ${shortDay(instant, zone, near)}`;
}

/** `09:00`. */
export function clock(instant: number, zone: string): string {
  return local(instant, zone).toFormat('HH:mm');
}

/** `10 Aug 2025 18:02 UTC`, for citing. */
export function cited(instant: number): string {
  return `${local(instant, 'UTC').toFormat('d LLL yyyy HH:mm')} UTC`;
}

/** Ticks by itself in the reader's own zone. */
export function relative(instant: number): string {
  return `<t:${Math.floor(instant / 1000)}:R>`;
}

/** The last minute that still belongs to it; an instant and a day on which something begins are as they are. */
export function shownEnd(reading: DatedReading): number {
  const exclusive =
    reading.bound !== 'effective' && (reading.precision !== 'instant' || reading.bound === 'before');
  return exclusive ? reading.latest - MINUTE : reading.latest;
}

/** The instant whose local date is the one that was named. */
export function namedInstant(reading: DatedReading): number {
  return reading.bound === 'by' ? shownEnd(reading) : reading.latest;
}

function isMidnight(instant: number, zone: string): boolean {
  const day = local(instant, zone);
  return day.startOf('day').toMillis() === instant;
}

/** Whether it ends at an hour and not with a day. */
function hasHour(reading: DatedReading): boolean {
  return reading.precision === 'instant' || !isMidnight(reading.latest, reading.zone);
}

/** `7 to 9 Aug 2025`, `30 Aug to 2 Sep 2025`, `30 Dec 2025 to 2 Jan 2026`. */
function span(reading: DatedReading): string {
  const from = local(reading.earliest, reading.zone);
  const to = local(shownEnd(reading), reading.zone);
  if (from.hasSame(to, 'day')) return longDay(shownEnd(reading), reading.zone);
  const sameMonth = from.hasSame(to, 'month');
  const start = from.hasSame(to, 'year')
    ? from.toFormat(sameMonth ? 'd' : 'd LLL')
    : from.toFormat('d LLL yyyy');
  return `${start} to ${to.toFormat('d LLL yyyy')}`;
}

function windowDay(reading: DatedReading): string {
  const { zone, earliest, latest } = reading;
  if (reading.openBeginning) return longDay(shownEnd(reading), zone);
  if (!hasHour(reading)) return span(reading);
  return `${longDay(earliest, zone)}, ${clock(earliest, zone)}, to ${longDay(latest, zone)}, ${clock(latest, zone)}`;
}

function bare(reading: DatedReading): string {
  const { zone, precision } = reading;
  const named = namedInstant(reading);
  if (precision === 'month' && !reading.openBeginning) return local(named, zone).toFormat('LLL yyyy');
  if (precision === 'window') return windowDay(reading);
  const day = longDay(named, zone);
  return hasHour(reading) ? `${day}, ${clock(named, zone)}` : day;
}

/** The deadline as a date: `Tue 2 Sep 2025`, `7 to 9 Aug 2025`, `before Mon 20 Jan 2025`. */
export function dateOf(reading: DatedReading): string {
  return (reading.bound === 'before' ? 'before ' : '') + bare(reading);
}

/** The deadline in words, in its own zone: `Tue 2 Sep 2025, end of day in Washington`. */
export function inWords(reading: DatedReading): string {
  const { zone, bound, precision } = reading;
  const place = placeOf(zone);
  const sooner = reading.orSooner ? ', or sooner' : '';
  const date = dateOf(reading);
  if (hasHour(reading) || bound === 'before') return `${date} in ${place}${sooner}`;
  if (bound === 'effective') return `${date}, from the start of the day in ${place}`;
  if (precision === 'day' || reading.openBeginning) return `${date}, end of day in ${place}${sooner}`;
  return `${date}, ends with ${weekday(shownEnd(reading), zone, reading.latest)} in ${place}${sooner}`;
}

/** How it ends, after `It ends` or `It ended`: `with Fri 8 Aug 2025 in Washington`. */
export function ending(reading: DatedReading, year: boolean): string {
  const { zone } = reading;
  const named = namedInstant(reading);
  const day = year ? longDay(named, zone) : local(named, zone).toFormat('ccc d LLL');
  const place = placeOf(zone);
  if (hasHour(reading)) return `at ${clock(named, zone)} on ${day} in ${place}`;
  if (reading.bound === 'before') return `before ${day} in ${place}`;
  if (reading.bound === 'effective') return `at the start of ${day} in ${place}`;
  return `with ${day} in ${place}`;
}

/** `on 6 Aug`, the day on which something was said or done. */
export function onDay(when: When, zone: string, near: number): string {
  return `on ${shortDay(when.start, zone, near)}`;
}

/** `24 days earlier`, `1 day later`, `the same day`. */
export function shift(days: number): string {
  if (days === 0) return 'the same day';
  const count = Math.abs(days);
  return `${count} ${count === 1 ? 'day' : 'days'} ${days < 0 ? 'earlier' : 'later'}`;
}
