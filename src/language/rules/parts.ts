import type { Anchor } from '../anchor.js';
import { monthStart, plusMonths, type Day } from '../calendar.js';
import { choice, daysFrom, endOf, oneDay, readingsOf, type Days, type Found } from '../span.js';
import { AHEAD, monthly, period, unit, yearIn } from './stretches.js';

const PART_OF: Readonly<Record<string, string>> = { early: 'beginning', mid: 'middle', late: 'last part' };

/** Early, in the middle, late: thirds, with the chosen days said. */
export function third(which: string, whole: Days): Days {
  const length = whole.last - whole.first + 1;
  const month = whole.precision === 'month';
  const cut = (part: number) => {
    if (length > 360) return monthStart(whole.first, part * 4) - whole.first;
    return month ? part * 10 : Math.round((length * part) / 3);
  };
  const from = whole.first + (which === 'early' ? 0 : cut(which === 'mid' ? 1 : 2));
  const to = which === 'late' ? whole.last : whole.first + cut(which === 'early' ? 1 : 2) - 1;
  const said = month
    ? { early: 'the 1st to the 10th', mid: 'the 11th to the 20th', late: 'the 21st to the end' }[which]
    : `the ${{ early: 'first', mid: 'middle', late: 'last' }[which]} third of it`;
  return daysFrom(from, to, [...whole.assumed, `the ${PART_OF[which] ?? which} is read as ${said}`]);
}

export function half(which: string, whole: Days): Days {
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
export function fiscalEnd(text: string, anchor: Anchor): Found {
  const stated = yearIn(text, anchor);
  const ahead = AHEAD.test(text) ? 1 : 0;
  const ends = [3, 6, 9, 12].map((month) => {
    const end = endOf(monthly(anchor, month, 1, stated));
    return oneDay(plusMonths(end.last, stated === undefined ? 12 * ahead : 0));
  });
  return choice(ends, 'The fiscal year ends in another month in each country.');
}

/** What is left of the present stretch of that kind. */
export function restOf(anchor: Anchor, kind: string): Days {
  const whole = unit(anchor, kind, 0);
  return daysFrom(Math.min(anchor.today, whole.last), whole.last);
}

/** The day that is so far ahead: a week, a month, a year from now. */
const fromNow = ({ today }: Anchor, kind: string): Day =>
  kind === 'week' ? today + 7 : plusMonths(today, { month: 1, quarter: 3 }[kind] ?? 12);

const lengthOf = (kind: string) => (kind === 'week' ? '7 days' : `a ${kind} from now`);

const either = (days: readonly Day[], reason: string): Found =>
  choice(
    days.map((day) => ({ ...oneDay(day), open: true })),
    reason,
  );

/** "Within the week" may mean this one, or as long as one. */
export const within = (anchor: Anchor, kind: string): Found =>
  either(
    [unit(anchor, kind, 0).last, fromNow(anchor, kind)],
    `"Within the ${kind}" may mean this ${kind}, or ${lengthOf(kind)}.`,
  );

/** "In the next month" may mean as long as one, or the one of the calendar. */
export const overNext = (anchor: Anchor, kind: string, { last }: Days): Found =>
  either(
    [fromNow(anchor, kind), last],
    `"The next ${kind}" may be ${lengthOf(kind)}, or that of the calendar.`,
  );

/** The last day; a week ends on Friday for some and on Sunday for others. */
export function ending(text: string, anchor: Anchor): Found {
  const whole = period(text, anchor);
  if (!/\bweek(?: next| after next)?$/.test(text)) return endOf(whole);
  const friday = { ...oneDay(whole.first + 4), open: true };
  const both = [friday, endOf(whole)].filter(({ last }) => last >= anchor.today);
  return both.length === 1 ? endOf(whole) : choice(both, 'A week may end on Friday or on Sunday.');
}

/** "By 2030", "by September", "by the weekend" may mean the beginning or the end. */
export function byStretch(found: Found): Found {
  const [whole, other] = readingsOf(found);
  if (whole === undefined || other !== undefined) return found;
  const start = { ...oneDay(whole.first - 1, whole.assumed), open: true };
  return choice([start, endOf(whole)], BY);
}

const BY = '"By" a stretch of time may mean its beginning or its end.';
