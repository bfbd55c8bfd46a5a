/** Parts of a period: its beginning, its end, what is left of it. */
import type { AmbiguityReason, Period, Portion } from '../../domain/reading-facts.js';
import type { Anchor } from '../anchor.js';
import { monthStart, plusMonths, type Day } from '../calendar.js';
import {
  alternatives,
  daysFrom,
  endOf,
  oneDay,
  spansOf,
  type DaySpan,
  type Interpretation,
} from '../span.js';
import { AHEAD, monthly, period, unit, yearIn } from './stretches.js';

const PORTION: Readonly<Record<string, Portion>> = { early: 'beginning', mid: 'middle', late: 'end' };

/** Early, in the middle, late: thirds. */
export function third(which: string, whole: DaySpan): DaySpan {
  const length = whole.last - whole.first + 1;
  const month = whole.precision === 'month';
  const cut = (part: number) => {
    if (length > 360) return monthStart(whole.first, part * 4) - whole.first;
    return month ? part * 10 : Math.round((length * part) / 3);
  };
  const from = whole.first + (which === 'early' ? 0 : cut(which === 'mid' ? 1 : 2));
  const to = which === 'late' ? whole.last : whole.first + cut(which === 'early' ? 1 : 2) - 1;
  const portion = PORTION[which] ?? 'middle';
  return daysFrom(from, to, [...whole.assumed, { kind: 'portion', portion, of: month ? 'month' : 'period' }]);
}

/** The first or second half of a month, a year, or any other span of days. */
export function half(which: string, whole: DaySpan): DaySpan {
  const length = whole.last - whole.first + 1;
  const middle =
    whole.precision === 'month'
      ? whole.first + 15
      : length > 360
        ? monthStart(whole.first, 6)
        : whole.first + Math.round(length / 2);
  return which === '1th' ? daysFrom(whole.first, middle - 1) : daysFrom(middle, whole.last);
}

/** The end of the accounts is that of the calendar for some, and of another month for each government. */
export function fiscalEnd(text: string, anchor: Anchor): Interpretation {
  const stated = yearIn(text, anchor);
  const ahead = AHEAD.test(text) ? 1 : 0;
  const ends = [3, 6, 9, 12].map((month) => {
    const end = endOf(monthly(anchor, month, 1, stated));
    return oneDay(plusMonths(end.last, stated === undefined ? 12 * ahead : 0));
  });
  return alternatives(ends, { kind: 'fiscal-year' });
}

/** What is left of the present stretch of that kind. */
export function restOf(anchor: Anchor, kind: string): DaySpan {
  const whole = unit(anchor, kind, 0);
  return daysFrom(Math.min(anchor.today, whole.last), whole.last);
}

/** The day that is so far ahead: a week, a month, a year from now. */
const fromNow = ({ today }: Anchor, kind: Period): Day =>
  kind === 'week' ? today + 7 : plusMonths(today, { month: 1, quarter: 3, year: 12 }[kind]);

const either = (days: readonly Day[], reason: AmbiguityReason): Interpretation =>
  alternatives(
    days.map((day) => ({ ...oneDay(day), open: true })),
    reason,
  );

/** "Within the week" may mean this one, or as long as one. */
export const within = (anchor: Anchor, span: Period): Interpretation =>
  either([unit(anchor, span, 0).last, fromNow(anchor, span)], { kind: 'within-period', period: span });

/** "In the next month" may mean as long as one, or the one of the calendar. */
export const overNext = (anchor: Anchor, span: Period, { last }: DaySpan): Interpretation =>
  either([fromNow(anchor, span), last], { kind: 'next-period', period: span });

/** The last day; a week ends on Friday for some and on Sunday for others. */
export function ending(text: string, anchor: Anchor): Interpretation {
  const whole = period(text, anchor);
  if (!/\bweek(?: next| after next)?$/.test(text)) return endOf(whole);
  const friday = { ...oneDay(whole.first + 4), open: true };
  const both = [friday, endOf(whole)].filter(({ last }) => last >= anchor.today);
  return both.length === 1 ? endOf(whole) : alternatives(both, { kind: 'week-end' });
}

/** "By 2030", "by September", "by the weekend" may mean the beginning or the end. */
export function byStretch(found: Interpretation): Interpretation {
  const [whole, other] = spansOf(found);
  if (whole === undefined || other !== undefined) return found;
  const start = { ...oneDay(whole.first - 1, whole.assumed), open: true };
  return alternatives([start, endOf(whole)], { kind: 'by-period' });
}
