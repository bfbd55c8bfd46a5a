/** Days of the calendar as numbers, and the zones that turn them into instants. */
import { FixedOffsetZone, IANAZone, type Zone } from 'luxon';
import { firstInstant, localOf } from '../domain/cron/local.js';
import { DAY } from '../domain/durations.js';
import type { RecordInstant } from '../domain/instant.js';

/** A day of the calendar, without a zone: days since 1970-01-01. */
export type Day = number;

export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** The day of a date; null where the calendar has none ("30 February"). */
export function calendarDay(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && day > 0 ? date.getTime() / DAY : null;
}

/** The date of a day. */
export function dateOf(day: Day): CalendarDate {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 1 (Monday) to 7. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;
export const mondayOf = (day: Day): Day => day - weekdayOf(day) + 1;

/** The first day of the month that lies `months` after that of `day`. */
export function monthStart(day: Day, months = 0): Day {
  const { year, month } = dateOf(day);
  return Date.UTC(year, month - 1 + months, 1) / DAY;
}

/** The last day of the month. */
export const monthEnd = (day: Day): Day => monthStart(day, 1) - 1;

/** Calendar arithmetic: the same day of another month, or its last one where it is shorter. */
export function plusMonths(day: Day, months: number): Day {
  const start = monthStart(day, months);
  return Math.min(start + dateOf(day).day - 1, monthEnd(start));
}

/** 1 January of the year that lies `years` after that of `day`. */
export function yearStart(day: Day, years = 0): Day {
  return Date.UTC(dateOf(day).year + years, 0, 1) / DAY;
}

/** The first day of the quarter that lies `quarters` after that of `day`. */
export function quarterStart(day: Day, quarters = 0): Day {
  const { year, month } = dateOf(day);
  return Date.UTC(year, Math.floor((month - 1) / 3) * 3 + quarters * 3, 1) / DAY;
}

const pad = (value: number, width: number) => String(value).padStart(width, '0');

/** `YYYY-MM-DD`. */
export function isoDay(day: Day): string {
  const { year, month, day: date } = dateOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

const IANA = new Map(Intl.supportedValuesOf('timeZone').map((zone) => [zone.toLowerCase(), zone]));

/** The IANA name as the list of this machine spells it; null where it is not on the list, as old names are not. */
export const listedZone = (name: string): string | null => IANA.get(name.toLowerCase()) ?? null;

const ZONES = new Map<string, Zone | null>();
const MOST_ZONES = 1000;
/** Longer than the name of any zone. */
const MOST_NAME = 60;

/** The zone of an IANA name or of a fixed offset such as `-02:00` or `UTC+5`; null where there is none. */
export function zoneNamed(name: string): Zone | null {
  if (name.length > MOST_NAME) return null;
  const known = ZONES.get(name);
  if (known !== undefined) return known;
  const zone = findZoneNamed(name.trim());
  if (ZONES.size < MOST_ZONES) ZONES.set(name, zone);
  return zone;
}

function findZoneNamed(name: string): Zone | null {
  const offset = /^(?:utc|gmt)?\s?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(name);
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return minutes > 18 * 60 ? null : FixedOffsetZone.instance(offset[1] === '-' ? -minutes : minutes);
  }
  if (/^(?:z|utc|gmt)$/i.test(name)) return FixedOffsetZone.utcInstance;
  // One spelling of each: luxon keeps every zone that it ever made.
  const listed = listedZone(name);
  if (listed !== null) return IANAZone.create(listed);
  return /^[A-Za-z]/.test(name) && IANAZone.isValidZone(name) ? IANAZone.create(name) : null;
}

/** The first instant (ms UTC) at which clocks of the zone read this time of this day, or later where it is skipped. */
export const instantOf = (day: Day, seconds: number, zone: Zone): number =>
  firstInstant(day * DAY + seconds * 1000, zone);

/** The local calendar day of an instant, and the seconds of it. */
export function localDay(
  instant: RecordInstant,
  zone: Zone,
): { readonly day: Day; readonly seconds: number } {
  const local = localOf(instant, zone);
  const day = Math.floor(local / DAY);
  return { day, seconds: Math.floor((local - day * DAY) / 1000) };
}
