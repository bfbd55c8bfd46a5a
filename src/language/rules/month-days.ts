/** The days that dates of the calendar name. */
import type { ReadFault } from '../../domain/reading-facts.js';
import type { Anchor } from '../anchor.js';
import { calendarDay, monthStart, plusMonths, weekdayOf, yearStart, dateOf, type Day } from '../calendar.js';
import { alternatives, daysFrom, oneDay, type DaySpan, type Interpretation } from '../span.js';

const MOST_YEARS = 9;

/** The day of the year given; without one the next that is not before the statement, or the last where it looks back. */
export function dateIn(anchor: Anchor, month: number, day: number, year?: string): Day | null {
  const { today, back } = anchor;
  const first = dateOf(today).year;
  if (year?.endsWith('year') === true)
    return calendarDay(first + (year.startsWith('this') ? 0 : 1), month, day);
  if (year !== undefined) return calendarDay(Number(year), month, day);
  for (let ahead = 0; ahead < MOST_YEARS; ahead += 1) {
    const found = calendarDay(back ? first - ahead : first + ahead, month, day);
    if (found !== null && (back ? found <= today : found >= today)) return found;
  }
  return null;
}

export const dayOrNull = (day: Day | null): DaySpan | null => (day === null ? null : oneDay(day));

/** In a year that is not named February may have 29 days. */
const LEAP_YEAR = 2000;

/** Why the calendar has no such day ("31 June"); null where it has. */
export function noSuchDay(day: number, month: number, year: number | null): ReadFault | null {
  if (month < 1 || month > 12) return { kind: 'no-such-month', month };
  const of = year ?? LEAP_YEAR;
  if (calendarDay(of, month, day) !== null) return null;
  const days = new Date(Date.UTC(of, month, 0)).getUTCDate();
  return { kind: 'no-such-day', day, month, year, days };
}

/** Both days of a range; without a year the end follows the beginning over New Year. */
export function between(
  anchor: Anchor,
  from: readonly [number, number],
  to: readonly [number, number],
  year?: string,
) {
  const last = dateIn(anchor, to[0], to[1], year);
  if (last === null) return null;
  const first = calendarDay(dateOf(last).year, from[0], from[1]);
  if (first === null) return null;
  return first > last ? daysFrom(plusMonths(first, -12), last) : daysFrom(first, last);
}

export const fullYear = (year: string) => (year.length === 2 ? `20${year}` : year);
export const shortYear = (year: string | undefined) => (year === undefined ? undefined : fullYear(year));

/** Three numbers: which is the day is settled by the locale or by a day above 12, or asked back. */
export function numericDate(anchor: Anchor, a: string, b: string, year?: string): Interpretation | null {
  const monthFirst = dateIn(anchor, Number(a), Number(b), year);
  const dayFirst = dateIn(anchor, Number(b), Number(a), year);
  if (anchor.order !== null) {
    const [wanted, other] = anchor.order === 'day-month' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
    if (wanted === null || other === null || wanted === other) return dayOrNull(wanted ?? other);
    return oneDay(wanted, [{ kind: 'number-order', first: anchor.order === 'day-month' ? 'day' : 'month' }]);
  }
  if (monthFirst === null || dayFirst === null || monthFirst === dayFirst)
    return dayOrNull(monthFirst ?? dayFirst);
  return alternatives([oneDay(dayFirst), oneDay(monthFirst)], { kind: 'number-order' });
}

/** The next day that has both this number and this weekday. */
export function weekdayOn(anchor: Anchor, weekday: number, day: number): DaySpan | null {
  const { today, back } = anchor;
  for (let ahead = 0; ahead < 48; ahead += 1) {
    const { year, month } = dateOf(monthStart(today, back ? -ahead : ahead));
    const found = calendarDay(year, month, day);
    if (found === null || weekdayOf(found) !== weekday) continue;
    if (back ? found <= today : found >= today) return oneDay(found);
  }
  return null;
}

/** "The 15th": the next day of that number. */
export function dayOfNumber({ today, back }: Anchor, day: number): DaySpan | null {
  for (let ahead = 0; ahead < 12; ahead += 1) {
    const { year, month } = dateOf(monthStart(today, back ? -ahead : ahead));
    const found = calendarDay(year, month, day);
    if (found !== null && (back ? found <= today : found >= today)) return oneDay(found);
  }
  return null;
}

/** "The 15th of this month", "of next month"; null where that month has no such day. */
export function ofMonth({ today }: Anchor, day: string, which: string): DaySpan | null {
  const { year, month } = dateOf(monthStart(today, /next|coming|following/.test(which) ? 1 : 0));
  return dayOrNull(calendarDay(year, month, Number(day)));
}

/** "The 1st of next year", "the 100th day of the year": of the present one, or the next where it is over. */
export function dayOfYear(today: Day, count: number, next: boolean): DaySpan | null {
  if (count > 365) return null;
  const day = yearStart(today, next ? 1 : 0) + count - 1;
  return oneDay(day < today ? yearStart(today, 1) + count - 1 : day);
}

export const daysOfMonth = (first: DaySpan | null, last: DaySpan | null): DaySpan | null =>
  first === null || last === null || first.first > last.last ? null : daysFrom(first.first, last.last);

/** Of several readings the one that falls on the weekday named beside it. */
export function onWeekday(
  found: Interpretation | null,
  weekday: number,
  otherwise: Interpretation | null,
): Interpretation | null {
  if (found?.kind !== 'choice') return found;
  const fitting = found.of.filter(({ last }) => weekdayOf(last) === weekday);
  const [only] = fitting;
  return fitting.length === 1 && only !== undefined ? only : otherwise;
}
