import type { Anchor } from '../anchor.js';
import { days, follows, isWhole, rule, type Rule } from '../atom.js';
import {
  civil,
  mondayOf,
  monthEnd,
  monthStart,
  quarterStart,
  weekdayOf,
  yearStart,
  ymd,
  type Day,
} from '../civil.js';
import { choice, daysFrom, each, endOf, monthFrom, oneDay, type Days, type Found } from '../span.js';
import { bare, MONTH, monthOf, YEAR } from './words.js';

const WHICH = '(?:the )?(this|next|current|coming|following|running)(?: the)?(?: coming)?';
export const SEASON = '(spring|summer|autumn|winter)';
const SEASONS = ['spring', 'summer', 'autumn', 'winter'];

const QUARTER = `(?:the )?[1-4]th quarter(?:(?: of| in)?(?: (?:the )?(?:${bare(YEAR)}|(?:this|next) year|year)))?`;

/** A named stretch of the calendar. */
const PERIOD = [
  `${bare(MONTH)}(?! \\d{1,2}(?:th)?\\b)(?:(?: ,| of| -)? ${bare(YEAR)}| (?:of )?(?:this|next) year)?`,
  `${bare(WHICH)} (?:week|month|quarter|year|weekend|decade|${bare(SEASON)})`,
  `(?:week|month|quarter|year|weekend) (?:next|coming|after next)`,
  `(?:the )?(?:week|month|quarter|year|weekend|decade|${bare(SEASON)})(?: (?:of )?${bare(YEAR)})?`,
  `q[1-4](?: (?:of |- |/ )?${bare(YEAR)})?|${bare(YEAR)} (?:- )?q[1-4]`,
  QUARTER,
  `h[12](?: (?:of |- )?${bare(YEAR)})?|${bare(YEAR)} (?:- )?h[12]`,
  bare(YEAR),
].join('|');

const monthsFrom = (first: Day, months: number): Days => daysFrom(first, monthStart(first, months) - 1);

/** The period of that kind, `ahead` of the present one. */
function unit({ today }: Anchor, kind: string, ahead: number): Days {
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
    case 'decade': {
      const first = civil(Math.floor(ymd(today).year / 10) * 10 + ahead * 10, 1, 1) ?? today;
      return monthsFrom(first, 120);
    }
    default:
      return monthsFrom(yearStart(today, ahead), 12);
  }
}

/** The stretch of `months` that begins in `month` of the year given, or the next that is not over. */
function monthly({ today, back }: Anchor, month: number, months: number, year: number | undefined): Days {
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
function period(text: string, anchor: Anchor): Days {
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
  const kind = /(weekend|week|month|quarter|decade)\b/.exec(text)?.[1] ?? 'year';
  if (kind === 'year' && year !== undefined) return monthsFrom(civil(year, 1, 1) ?? anchor.today, 12);
  return unit(anchor, kind, ahead);
}

const PART_OF: Readonly<Record<string, string>> = { early: 'beginning', mid: 'middle', late: 'last part' };

/** Early, in the middle, late: thirds, with the chosen days said. */
function third(which: string, whole: Days): Days {
  const length = whole.last - whole.first + 1;
  const month = whole.precision === 'month';
  const cut = (part: number) => (month ? part * 10 : Math.round((length * part) / 3));
  const from = whole.first + (which === 'early' ? 0 : cut(which === 'mid' ? 1 : 2));
  const to = which === 'late' ? whole.last : whole.first + cut(which === 'early' ? 1 : 2) - 1;
  const said = month
    ? { early: 'the 1st to the 10th', mid: 'the 11th to the 20th', late: 'the 21st to the end' }[which]
    : `the ${{ early: 'first', mid: 'middle', late: 'last' }[which]} third of it`;
  return daysFrom(from, to, [...whole.assumed, `the ${PART_OF[which] ?? which} is read as ${said}`]);
}

function half(which: string, whole: Days): Days {
  const length = whole.last - whole.first + 1;
  const middle =
    whole.precision === 'month'
      ? whole.first + 15
      : length > 360
        ? monthStart(whole.first, 6)
        : whole.first + Math.round(length / 2);
  return which === '1th' ? daysFrom(whole.first, middle - 1) : daysFrom(middle, whole.last);
}

/** The last day; a week ends on Friday for some and on Sunday for others. */
function ending(text: string, anchor: Anchor): Found {
  const whole = period(text, anchor);
  if (!/\bweek(?: next| after next)?$/.test(text)) return endOf(whole);
  const friday = { ...oneDay(whole.first + 4), open: true };
  const both = [friday, endOf(whole)].filter(({ last }) => last >= anchor.today);
  return both.length === 1 ? endOf(whole) : choice(both, 'A week may end on Friday or on Sunday.');
}

/** "By 2030" may mean its beginning or its end. */
function byYear(whole: Days): Found {
  const start = { ...oneDay(whole.first - 1), open: true };
  return choice([start, endOf(whole)], '"By" a year may mean its beginning or its end.');
}

const NAMES_ONE =
  /\b(?:by|in|before|until|during|within|effective|through|month of|between|and|to|from|until the|after|since|early|late|mid|or|-)$/;
const FOR = /\b(?:for|for the)$/;

/** Stretches of the calendar: weeks, months, quarters, seasons, years, their parts and ends. */
export const PERIODS: readonly Rule[] = [
  days(`(?:the )?end (?:of )?(?:the )?(?:around )?(${PERIOD})`, 'day', ([, text = ''], anchor) =>
    ending(text, anchor),
  ),
  days('(?:the )?(week|month|quarter|year) end', 'day', ([, text = ''], anchor) => ending(text, anchor)),
  days(
    `(?:the )?(?:very )?(early|mid|late) (?:the )?(${PERIOD})`,
    'period',
    ([, which = '', text = ''], anchor) => third(which, period(text, anchor)),
  ),
  days(
    `(?:the )?(1th|2th) half (?:of|in) (?:the )?(${PERIOD})`,
    'period',
    ([, which = '', text = ''], anchor) => half(which, period(text, anchor)),
  ),
  days('later (?:this|the|in the|this same) (week|month|quarter|year)', 'period', ([, kind = ''], anchor) => {
    const whole = unit(anchor, kind, 0);
    return daysFrom(Math.min(anchor.today, whole.last), whole.last);
  }),
  days(`(?:next|coming) ${MONTH}(?! \\d)`, 'period', ([, name], anchor) => nextMonth(monthOf(name), anchor)),
  rule('(\\d{1,2})/(\\d{4})', ([, month, year], place) =>
    Number(month) > 0 && Number(month) <= 12 && (follows(place, NAMES_ONE) || isWhole(place))
      ? { kind: 'days', of: 'period', resolve: (anchor) => monthly(anchor, Number(month), 1, Number(year)) }
      : null,
  ),
  days('(?:the )?rest of (?:the |this )?(week|month|quarter|year)', 'period', ([, kind = ''], anchor) => {
    const whole = unit(anchor, kind, 0);
    return daysFrom(Math.min(anchor.today, whole.last), whole.last);
  }),
  days('later (?:today|this day)', 'day', (_, { today }) => oneDay(today)),
  days('(?:the )?(week|month|quarter|year) after next', 'period', ([, kind = ''], anchor) =>
    unit(anchor, kind, 2),
  ),
  rule(
    `(?:${bare(WHICH)} (week|month|quarter|year|weekend|decade|${bare(SEASON)})|(?:the )?(?:week|month|quarter|year|weekend) (?:next|coming))`,
    (match, place) => {
      const [text = '', kind] = match;
      // "Work for the coming quarter" says how long and not by when.
      if (follows(place, FOR) && kind !== 'weekend') return null;
      return {
        kind: 'days',
        of: /week\b/.test(text) ? 'week' : 'period',
        resolve: (anchor) => rest(text, anchor),
      };
    },
  ),
  rule('(?:the )?weekend', (_, place) =>
    follows(place, /\b(?:by|before|until|over|during|this|on|at|of)$/) || isWhole(place)
      ? { kind: 'days', of: 'period', resolve: (anchor) => period('weekend', anchor) }
      : null,
  ),
  rule(
    `(?:${bare(MONTH)}(?! (?:\\d{1,2}(?:th)?|the \\d{1,2}th)\\b)(?:(?: ,| of| -)? ${bare(YEAR)}| (?:of )?(?:this|next) year)?|q[1-4](?: (?:of |- |/ )?${bare(YEAR)})?|h[12](?: (?:of |- )?${bare(YEAR)})?|${bare(YEAR)} (?:- )?h[12]|${bare(YEAR)} (?:- )?q[1-4]|${QUARTER})`,
    (match, place) => {
      const [text = ''] = match;
      if (!(follows(place, NAMES_ONE) || isWhole(place))) return null;
      return { kind: 'days', of: 'period', resolve: (anchor) => period(text, anchor) };
    },
  ),
  days(`(?:the )?${bare(SEASON)} (?:of )?${bare(YEAR)}`, 'period', ([text = ''], anchor) =>
    period(text, anchor),
  ),
  rule(SEASON, ([, name = ''], place) =>
    follows(place, /\b(?:by|in|before|until|by the|in the|before the|until the|during the)$/)
      ? { kind: 'days', of: 'period', resolve: (anchor) => period(name, anchor) }
      : null,
  ),
  rule(YEAR, ([, year = ''], place) => {
    if (follows(place, /\b(?:by|until)$/))
      return { kind: 'days', of: 'period', resolve: (anchor) => byYear(period(year, anchor)) };
    return follows(place, /\b(?:before|in|during|after|since|from|effective)$/)
      ? { kind: 'days', of: 'period', resolve: (anchor) => period(year, anchor) }
      : null;
  }),
];

/** "Next March", said in February, may be the coming one or that of next year. */
function nextMonth(month: number, anchor: Anchor): Found {
  const coming = monthly(anchor, month, 1, undefined);
  const { year } = ymd(anchor.today);
  const later = monthly(anchor, month, 1, year + 1);
  if (coming.first <= anchor.today) return later;
  return ymd(coming.first).year > year
    ? coming
    : choice([coming, later], '"Next" may be the coming one or that of next year.');
}

/** What is left of the present one: nothing is due in the part that is over. */
function rest(text: string, anchor: Anchor): Found {
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
