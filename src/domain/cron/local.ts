/** Wall-clock time of a zone and the instants behind it, across changes of the clocks. */
import { DAY, MINUTE } from '../durations.js';
import { DateTime, type Zone } from 'luxon';
import type { RecordInstant } from '../instant.js';

/** The offsets of each zone at the beginnings of days in UTC, in ms: to ask the runtime for one takes longer than all else here. */
const OFFSETS = new WeakMap<Zone, Map<number, number>>();
const MOST_DAYS = 20_000;

const askedOffset = (instant: RecordInstant, zone: Zone): number => Math.round(zone.offset(instant) * MINUTE);

/** The offset at the beginning of a day in UTC, counted from 1970-01-01. */
function offsetOfDay(day: number, zone: Zone): number {
  const days = OFFSETS.get(zone) ?? new Map<number, number>();
  OFFSETS.set(zone, days);
  const known = days.get(day);
  if (known !== undefined) return known;
  const offset = askedOffset(day * DAY, zone);
  if (days.size >= MOST_DAYS) days.clear();
  days.set(day, offset);
  return offset;
}

/** How far the clocks of a zone are ahead of UTC at an instant, in ms. */
export function offsetAt(instant: RecordInstant, zone: Zone): number {
  const day = Math.floor(instant / DAY);
  const offset = offsetOfDay(day, zone);
  // No zone has changed its offset and back within two days.
  return offset === offsetOfDay(day + 1, zone) ? offset : askedOffset(instant, zone);
}

/** The zone of a name; throws where there is none, since nothing is stored without that check. */
export function zoneOf(name: string): Zone {
  const { zone, isValid } = DateTime.fromMillis(0, { zone: name });
  if (!isValid) throw new RangeError(`Not a time zone: ${name}`);
  return zone;
}

/** Local wall-clock time of an instant, as ms since 1970 of the local calendar. */
export function localOf(instant: RecordInstant, zone: Zone): number {
  return instant + offsetAt(instant, zone);
}

/** The first instant in `(from, to]` that has the offset of `to`. */
function changeWithin(from: RecordInstant, to: RecordInstant, zone: Zone): number {
  const offset = offsetAt(to, zone);
  let [before, after] = [from, to];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle, zone) === offset) after = middle;
    else before = middle;
  }
  return after;
}

/**
 * The first instant at which clocks of the zone read `local` or later: the first of two where it is repeated, the end
 * of the gap where it is skipped. `local` is ms since 1970 of the local calendar.
 */
export function firstInstant(local: number, zone: Zone): RecordInstant {
  const offsets = [offsetAt(local - DAY, zone), offsetAt(local + DAY, zone)];
  // No zone has changed its offset and back within two days.
  if (offsets[0] === offsets[1]) return local - (offsets[0] ?? 0);
  const candidates = offsets.map((offset) => local - offset);
  const real = candidates.filter((instant) => localOf(instant, zone) === local);
  if (real.length > 0) return Math.min(...real);
  return changeWithin(Math.min(...candidates), Math.max(...candidates), zone);
}
