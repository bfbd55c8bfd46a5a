/** The days of weeks, months, quarters, seasons and years. */
import type { Anchor } from '../anchor.js';
import {
  calendarDay,
  mondayOf,
  monthEnd,
  monthStart,
  quarterStart,
  weekdayOf,
  yearStart,
  dateOf,
  type Day,
} from '../calendar.js';
import { alternatives, daysFrom, mapSpans, monthFrom, type DaySpan, type Interpretation } from '../span.js';
import { MONTH, monthOf } from './words.js';

export const SEASON = '(spring|summer|autumn|winter)';
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

const monthsFrom = (first: Day, months: number): DaySpan => daysFrom(first, monthStart(first, months) - 1);

/** "The 2030s". */
export const decadeFrom = (year: number): DaySpan => {
  const first = yearStart(calendarDay(year, 1, 1) ?? 0, 0);
  return monthsFrom(first, 120);
};

/** A decade or a century, as the calendar's figures change. */
function yearsFrom(today: Day, years: number, ahead: number): DaySpan {
  const first = calendarDay((Math.floor(dateOf(today).year / years) + ahead) * years, 1, 1) ?? today;
  return monthsFrom(first, years * 12);
}

/** The period of that kind, `ahead` of the present one. */
export function unit({ today }: Anchor, kind: string, ahead: number): DaySpan {
  switch (kind) {
    case 'week': {
      const monday = mondayOf(today) + ahead * 7;
      return daysFrom(monday, monday + 6);
    }
    case 'weekend': {
      const saturday = mondayOf(today) + 5 + ahead * 7;
      return daysFrom(saturday, saturday + 1);
    }
    case 'month': {
      const first = monthStart(today, ahead);
      return monthFrom(first, monthEnd(first));
    }
    case 'quarter':
      return monthsFrom(quarterStart(today, ahead), 3);
    case 'decade':
      return yearsFrom(today, 10, ahead);
    case 'century':
      return yearsFrom(today, 100, ahead);
    default:
      return monthsFrom(yearStart(today, ahead), 12);
  }
}

/** The stretch of `months` that begins in `month` of the year given, or the next that is not over. */
export function monthly(
  { today, back }: Anchor,
  month: number,
  months: number,
  year: number | undefined,
): DaySpan {
  const start = (of: number): DaySpan => {
    const first = calendarDay(of, month, 1) ?? today;
    return months === 1 ? monthFrom(first, monthEnd(first)) : monthsFrom(first, months);
  };
  if (year !== undefined) return start(year);
  const { year: present } = dateOf(today);
  if (back) return start(present).first > today ? start(present - 1) : start(present);
  const running = start(present - 1);
  if (running.last >= today && month + months > 13) return running;
  return start(present).last < today ? start(present + 1) : start(present);
}

/** The seasons of the north, in whole months. */
function season(anchor: Anchor, name: string, ahead: number | undefined, year: number | undefined): DaySpan {
  const found = monthly(anchor, SEASONS.indexOf(name) * 3 + 3, 3, year);
  const later =
    ahead === 1 && found.first <= anchor.today
      ? monthly(anchor, SEASONS.indexOf(name) * 3 + 3, 3, dateOf(found.first).year + 1)
      : found;
  return { ...later, assumed: [{ kind: 'northern-seasons' }] };
}

export const AHEAD = /\b(?:next|coming|following)\b/;

/** The year that the words name, as a number or as "this year", "next year"; undefined where they name none. */
export function yearIn(text: string, { today }: Anchor): number | undefined {
  const stated = /\b(\d{4})\b/.exec(text)?.[1];
  if (stated !== undefined) return Number(stated);
  if (/\bnext year$/.test(text)) return dateOf(today).year + 1;
  return /\b(?:this|the) year$/.test(text) ? dateOf(today).year : undefined;
}

/** The stretch of the calendar that such words name. */
export function period(text: string, anchor: Anchor): DaySpan {
  const year = yearIn(text, anchor);
  const month = new RegExp(`\\b${MONTH}\\b`).exec(text)?.[1];
  if (month !== undefined) return monthly(anchor, monthOf(month), 1, year);
  const quarter = /\bq([1-4])|\b([1-4])th quarter/.exec(text);
  if (quarter !== null) return monthly(anchor, Number(quarter[1] ?? quarter[2]) * 3 - 2, 3, year);
  const halfOf = /\bh([12])\b/.exec(text)?.[1];
  if (halfOf !== undefined) return monthly(anchor, halfOf === '1' ? 1 : 7, 6, year);
  const ahead = text.endsWith('after next') ? 2 : AHEAD.test(text) ? 1 : 0;
  const named = new RegExp(SEASON).exec(text)?.[1];
  if (named !== undefined) return season(anchor, named, ahead, year);
  const kind = /(weekend|week|month|quarter|decade|century)\b/.exec(text)?.[1] ?? 'year';
  if (kind === 'year' && year !== undefined) return monthsFrom(calendarDay(year, 1, 1) ?? anchor.today, 12);
  return unit(anchor, kind, ahead);
}

/** "Next March", said in February, may be the coming one or that of next year. */
export function nextMonth(month: number, anchor: Anchor): Interpretation {
  const coming = monthly(anchor, month, 1, undefined);
  const { year } = dateOf(anchor.today);
  const later = monthly(anchor, month, 1, year + 1);
  if (coming.first <= anchor.today) return later;
  return dateOf(coming.first).year > year ? coming : alternatives([coming, later], { kind: 'next-month' });
}

/** The rest of the current month, quarter or year: nothing is due in the part that is over. */
export function rest(text: string, anchor: Anchor): Interpretation {
  const whole = period(text, anchor);
  if (/\bnext weekend$/.test(text) && anchor.today < whole.first - 7) {
    const coming = daysFrom(whole.first - 7, whole.last - 7);
    return alternatives([coming, whole], { kind: 'next-weekend' });
  }
  const running = /\b(?:this|current|running)\b/.test(text) && whole.precision === 'window';
  return mapSpans(whole, (span) =>
    running && span.first < anchor.today && span.last >= anchor.today
      ? { ...span, first: anchor.today }
      : span,
  );
}

/** The week that holds a day, Monday to Sunday. */
export const weekOf = (base: DaySpan): DaySpan => {
  const monday = base.first - weekdayOf(base.first) + 1;
  return daysFrom(monday, monday + 6);
};
