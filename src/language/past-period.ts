/** Whole months and years in figures, and the period before this one, as the time when something happened. */
import type { Anchor } from './anchor.js';
import { calendarDay, monthEnd } from './calendar.js';
import { unit } from './rules/stretches.js';
import { daysFrom, monthFrom, type DaySpan } from './span.js';

/** A year of four digits, alone but for the words that languages put beside it. */
const YEAR =
  /^(?:(?:in|the|year|im|jahr|en|l'an|année|año|в|у|од) ){0,3}((?:1[5-9]|20|21)\d\d)(?: (?:р|рік|року|році|г|год|года|году))?\.?$/;
const LAST =
  /^(?:(?:in|the|at|on) )*(?:last (?<kind>week|weekend|month|quarter|year)|(?<behind>week|weekend|month|quarter|year) last)$/;

const MONTH = /^(\d{4})-(\d\d)$/;

/** The days of "2024" or "2024-07" (`written` in lower case) or of "last month" (`plain`, in the words of the rules); null for all others. */
export function pastPeriod(written: string, plain: string, anchor: Anchor): DaySpan | null {
  const [, ofYear, month] = MONTH.exec(written) ?? [];
  const start = calendarDay(Number(ofYear), Number(month), 1);
  if (start !== null) return monthFrom(start, monthEnd(start));
  const year = Number(YEAR.exec(written)?.[1] ?? Number.NaN);
  const [first, last] = [calendarDay(year, 1, 1), calendarDay(year, 12, 31)];
  if (first !== null && last !== null) return daysFrom(first, last);
  const groups = LAST.exec(plain)?.groups;
  const kind = groups?.['kind'] ?? groups?.['behind'];
  return kind === undefined ? null : unit(anchor, kind, -1);
}
