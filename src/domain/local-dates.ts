/** Local dates of the record as they were named, in EDTF (ISO 8601-2). */
import { DateTime } from 'luxon';
import { namedDate } from './calendar-days.js';
import type { RecordInstant } from './instant.js';
import { isDated, type DatedReading, type Reading } from './reading.js';
import { daysOf, localDate, precisionOf, type When } from './when.js';
import { localTime, zoneOrUtc } from './zone.js';

/** A local date and time with its offset from UTC: `2025-07-14T11:00:00-04:00`. */
function localInstant(instant: RecordInstant, zone: string): string {
  const local = localTime(instant, zoneOrUtc(zone));
  return local.toISO({ suppressMilliseconds: true }) ?? '';
}

/** When something was said or done, with no more precision than is known: `2025-07-14`, `2025-07`, `2025`. */
export function edtfOf(when: When, zone: string): string {
  const precision = precisionOf(when, zone);
  if (precision === 'instant') return localInstant(when.start, zone);
  const { first, last } = daysOf(when, zone);
  const from = localDate(first, zone);
  switch (precision) {
    case 'day':
      return from;
    case 'month':
      return localDate((when.start + when.end) / 2, zone).slice(0, -'-01'.length);
    case 'year':
      return localDate((when.start + when.end) / 2, zone).slice(0, -'-01-01'.length);
    case 'span':
      return `${from}/${localDate(last, zone)}`;
  }
}

/** The date that a deadline names, `2025-09-02`: its last day, or the date itself of an instant and of `before`. */
export function dateNamed(reading: DatedReading, zone: string): string {
  return DateTime.fromMillis(namedDate(reading, zone), { zone: 'UTC' }).toISODate() ?? '';
}

/** The first and the last local day of a deadline, in its own zone; null without a date. */
export function localDaysOf(reading: Reading): { readonly first: string; readonly last: string } | null {
  if (!isDated(reading)) return null;
  const last = dateNamed(reading, reading.zone);
  const first = reading.openBeginning ? last : localDate(reading.earliest, reading.zone);
  return { first: first < last ? first : last, last };
}
