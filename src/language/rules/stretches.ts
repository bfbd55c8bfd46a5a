import type { Anchor } from '../anchor.js';
import {
  civil,
  mondayOf,
  monthEnd,
  monthStart,
  plusMonths,
  quarterStart,
  weekdayOf,
  yearStart,
  ymd,
  type Day,
} from '../civil.js';
import {
  choice,
  daysFrom,
  each,
  endOf,
  monthFrom,
  oneDay,
  readingsOf,
  type Days,
  type Found,
} from '../span.js';
import { MONTH, monthOf } from './words.js';

export const SEASON = '(spring|summer|autumn|winter)';
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

const monthsFrom = (first: Day, months: number): Days => daysFrom(first, monthStart(first, months) - 1);

/** A decade or a century, as the calendar's figures change. */
function yearsFrom(today: Day, years: number, ahead: number): Days {
  const first = civil((Math.floor(ymd(today).year / years) + ahead) * years, 1, 1) ?? today;
  return monthsFrom(first, years * 12);
}

/** The period of that kind, `ahead` of the present one. */
export function unit({ today }: Anchor, kind: string, ahead: number): Days {
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
): Days {
  const start = (of: number): Days => {
    const first = civil(of, month, 1) ?? today;
    return months === 1 ? monthFrom(first, monthEnd(first)) : monthsFrom(first, months);
  };
  if (year !== undefined) return start(year);
  const { year: present } = ymd(today);
  if (back) return start(present).first > today ? start(present - 1) : start(present);
  const running = start(present - 1);
  if (running.last >= today && month + months > 13) return running;
  return start(present).last < today ? start(present + 1) : start(present);
}

/** The seasons of the north, in whole months. */
function season(anchor: Anchor, name: string, ahead: number | undefined, year: number | undefined): Days {
  const found = monthly(anchor, SEASONS.indexOf(name) * 3 + 3, 3, year);
  const later =
    ahead === 1 && found.first <= anchor.today
      ? monthly(anchor, SEASONS.indexOf(name) * 3 + 3, 3, ymd(found.first).year + 1)
      : found;
  return { ...later, assumed: ['seasons are read as the whole months they have in the north'] };
}

const AHEAD = /\b(?:next|coming|following)\b/;

function yearIn(text: string, { today }: Anchor): number | undefined {
  const stated = /\b(\d{4})\b/.exec(text)?.[1];
  if (stated !== undefined) return Number(stated);
  if (/\bnext year$/.test(text)) return ymd(today).year + 1;
  return /\b(?:this|the) year$/.test(text) ? ymd(today).year : undefined;
}

/** The stretch of the calendar that such words name. */
export function period(text: string, anchor: Anchor): Days {
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
  if (kind === 'year' && year !== undefined) return monthsFrom(civil(year, 1, 1) ?? anchor.today, 12);
  return unit(anchor, kind, ahead);
}

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

/** "Within the week" may mean this one, or as long as one. */
export function within(anchor: Anchor, kind: string): Found {
  const { last } = unit(anchor, kind, 0);
  const from = anchor.today;
  const length = kind === 'week' ? from + 7 : plusMonths(from, { month: 1, quarter: 3 }[kind] ?? 12);
  const open = [last, length].map((day) => ({ ...oneDay(day), open: true }));
  return choice(
    open,
    `"Within the ${kind}" may mean this ${kind}, or ${kind === 'week' ? '7 days' : `a ${kind} from now`}.`,
  );
}

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

/** "Next March", said in February, may be the coming one or that of next year. */
export function nextMonth(month: number, anchor: Anchor): Found {
  const coming = monthly(anchor, month, 1, undefined);
  const { year } = ymd(anchor.today);
  const later = monthly(anchor, month, 1, year + 1);
  if (coming.first <= anchor.today) return later;
  return ymd(coming.first).year > year
    ? coming
    : choice([coming, later], '"Next" may be the coming one or that of next year.');
}

/** What is left of the present one: nothing is due in the part that is over. */
export function rest(text: string, anchor: Anchor): Found {
  const whole = period(text, anchor);
  if (/\bnext weekend$/.test(text) && anchor.today < whole.first - 7) {
    const coming = daysFrom(whole.first - 7, whole.last - 7);
    return choice([coming, whole], '"Next weekend" could be either.');
  }
  const running = /\b(?:this|current|running)\b/.test(text) && whole.precision === 'window';
  return each(whole, (one) =>
    running && one.first < anchor.today && one.last >= anchor.today ? { ...one, first: anchor.today } : one,
  );
}

/** The week that holds a day, Monday to Sunday. */
export const weekOf = (base: Days): Days => {
  const monday = base.first - weekdayOf(base.first) + 1;
  return daysFrom(monday, monday + 6);
};
