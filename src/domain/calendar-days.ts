/** Calendar days between deadlines. */
import type { DateTime } from 'luxon';
import { DAY } from './durations.js';
import type { RecordInstant } from './instant.js';
import type { DatedReading } from './reading.js';
import { localTime } from './zone.js';

/** Midnight UTC (ms) of a local date; `Date.UTC` takes the years before 100 for those of the last century. */
const midnight = ({ year, month, day }: DateTime): number =>
  year < 100 ? new Date(0).setUTCFullYear(year, month - 1, day) : Date.UTC(year, month - 1, day);

/** Midnight UTC (ms) of the local date a deadline names, so that dates can be subtracted (rules 3). */
export function namedDate(reading: DatedReading, zone: string): number {
  const pointed = reading.precision === 'instant' || reading.bound !== 'by';
  const local =
    reading.precision === 'instant'
      ? localTime(reading.latest, zone)
      : localTime(pointed ? reading.latest : reading.latest - 1, reading.zone);
  return midnight(local);
}

/**
 * Calendar days from one deadline to another, negative when earlier. Dates that were named count as named; instants
 * take their date in `zone`, that of the first deadline.
 */
export function daysBetween(from: DatedReading, to: DatedReading, zone: string): number {
  return Math.round((namedDate(to, zone) - namedDate(from, zone)) / DAY);
}

/** Calendar days of the deadline's zone from the date it names to `instant` (ms UTC), negative before it. */
export function daysAfter(deadline: DatedReading, instant: RecordInstant): number {
  const date = midnight(localTime(instant, deadline.zone));
  return Math.round((date - namedDate(deadline, deadline.zone)) / DAY);
}

/** Last deadline minus first, in calendar days; null where no date was ever named. */
export function slipOf(readings: readonly DatedReading[]): number | null {
  const first = readings[0];
  const last = readings.at(-1);
  if (first === undefined || last === undefined) return null;
  return first === last ? 0 : daysBetween(first, last, first.zone);
}
