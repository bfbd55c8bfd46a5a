/** Rules for weekdays: "next Friday", "the last Friday of October". */
import type { Anchor } from '../anchor.js';
import { days, follows, rule, type Rule } from '../atom.js';
import { mondayOf, monthEnd, monthStart, weekdayOf, yearStart, dateOf, type Day } from '../calendar.js';
import { alternatives, daysFrom, oneDay, type DaySpan, type Interpretation } from '../span.js';
import { period } from './stretches.js';
import { bare, MONTH, monthOf, NEXT, WEEKDAY, weekdayNumber, YEAR } from './words.js';

const WEEK_OF = `((?:the )?(?:this|next|current|coming|following))`;

/** "Friday", "this Friday", "next Friday": what people may mean, and a question where they mean two things. */
function weekday(anchor: Anchor, which: string | undefined, name: string | undefined): Interpretation {
  const { today, back } = anchor;
  const wanted = weekdayNumber(name);
  if (back) return oneDay(today - ((weekdayOf(today) - wanted + 7) % 7));
  const ahead = (wanted - weekdayOf(today) + 7) % 7;
  const coming = today + ahead;
  if (which === 'next' || which === 'this next') {
    const inNextWeek = mondayOf(today) + 7 + wanted - 1;
    if (ahead === 0 || coming === inNextWeek) return oneDay(inNextWeek);
    return alternatives([oneDay(coming), oneDay(inNextWeek)], { kind: 'next-weekday', weekday: wanted });
  }
  if (ahead > 0) return oneDay(coming);
  if (which === 'this' || which === 'current') return oneDay(today);
  if (which !== undefined) return oneDay(today + 7);
  return alternatives([oneDay(today), oneDay(today + 7)], { kind: 'same-weekday', weekday: wanted });
}

const lastOf = ({ today }: Anchor, name: string | undefined): DaySpan => {
  const behind = (weekdayOf(today) - weekdayNumber(name) + 7) % 7;
  return oneDay(today - (behind === 0 ? 7 : behind));
};

/** Weeks from the present one. */
const weeksAhead = (which: string) => (which === 'after next' ? 2 : /this|current/.test(which) ? 0 : 1);

const inWeek = ({ today }: Anchor, which: string, name: string | undefined): DaySpan =>
  oneDay(mondayOf(today) + weeksAhead(which) * 7 + weekdayNumber(name) - 1);

/** The nth weekday from now: the coming one is the first. */
function counted({ today }: Anchor, count: number, name: string | undefined): DaySpan {
  const ahead = (weekdayNumber(name) - weekdayOf(today) + 7) % 7 || 7;
  return oneDay(today + ahead + (count - 1) * 7);
}

/** The month or year in which the nth of something is counted: its first and last day. */
function container(anchor: Anchor, text: string): { readonly first: Day; readonly last: Day } | null {
  const month = new RegExp(`^${MONTH}(?:(?: ,| of)? ${YEAR}| (?:of )?(next) year)?$`).exec(text);
  const { today } = anchor;
  const { year } = dateOf(today);
  if (month !== null) {
    const given = month[2] === undefined ? (month[3] === undefined ? undefined : year + 1) : Number(month[2]);
    const start = (of: number) => Date.UTC(of, monthOf(month[1]) - 1, 1) / 86_400_000;
    const first = start(given ?? year);
    const over = given === undefined && monthEnd(first) < today;
    const begin = over ? start(year + 1) : first;
    return { first: begin, last: monthEnd(begin) };
  }
  if (/quarter|week|q\d/.test(text)) return period(text, anchor);
  const ahead = /next|following|coming/.test(text) ? 1 : 0;
  if (text.endsWith('month')) {
    const first = monthStart(today, ahead);
    return { first, last: monthEnd(first) };
  }
  const named = /^\d{4}$/.test(text) ? Number(text) - year : ahead;
  return { first: yearStart(today, named), last: yearStart(today, named + 1) - 1 };
}

/** The nth (from the end where `fromEnd`) of a kind of day between two days. */
function nth(
  within: { readonly first: Day; readonly last: Day },
  count: number,
  fromEnd: boolean,
  what: string,
): DaySpan | null {
  const { first, last } = within;
  const target = weekdayNumber(what);
  const fits = (day: Day): boolean => {
    if (what === 'day') return true;
    return what === 'workday' ? weekdayOf(day) < 6 : weekdayOf(day) === target;
  };
  let left = count;
  for (let day = fromEnd ? last : first; day >= first && day <= last; day += fromEnd ? -1 : 1) {
    if (fits(day)) left -= 1;
    if (left === 0) return oneDay(day);
  }
  return null;
}

function nthWeek(
  { first, last }: { readonly first: Day; readonly last: Day },
  count: number,
  fromEnd: boolean,
): DaySpan | null {
  if (fromEnd) return daysFrom(last - 7 * count + 1, last - 7 * (count - 1), [{ kind: 'last-week' }]);
  const from = first + (count - 1) * 7;
  return from > last
    ? null
    : daysFrom(from, Math.min(from + 6, last), [{ kind: 'numbered-week', week: count }]);
}

/** "The first ten days of", "the last two weeks of". */
function stretchAt(
  { first, last }: { readonly first: Day; readonly last: Day },
  fromEnd: boolean,
  count: number,
  unit: string,
): DaySpan | null {
  const length = count * (unit === 'week' ? 7 : 1);
  const months = unit === 'month';
  const from = months ? monthStart(last, 1 - count) : last - length + 1;
  const to = months ? monthStart(first, count) - 1 : first + length - 1;
  if (fromEnd) return from < first ? null : daysFrom(from, last);
  return to > last ? null : daysFrom(first, to);
}

function nthWeekend(
  within: { readonly first: Day; readonly last: Day },
  count: number,
  fromEnd: boolean,
): DaySpan | null {
  const saturday = nth(within, count, fromEnd, 'saturday');
  return saturday === null ? null : daysFrom(saturday.first, saturday.first + 1);
}

/** What the nth of something is counted in: "October 2025", "next month", "Q3". */
const CONTAINER = `(${[
  `${bare(MONTH)}(?:(?: ,| of)? ${bare(YEAR)}| (?:of )?next year)?`,
  '(?:this|the|next|the next|the coming|the following|current|the current) (?:week|month|quarter|year)',
  `q[1-4](?: ${bare(YEAR)})?`,
  `(?:the )?[1-4]th quarter(?:(?: of)? ${bare(YEAR)})?`,
  bare(YEAR),
].join('|')})`;
/** "The third", "the last", "the second to last". */
const RANK = '(?:(\\d{1,2})th|(last)|(\\d{1,2})th (?:to )?last)';
/** "Of", "in", or a month right behind: "the last Friday October". */
const WITHIN = `(?: of| in|(?= ${bare(MONTH)}(?! \\d{1,2}(?:th)?(?: |$))))`;

/** "The first Sunday in Advent": counted in something that is not known here. */
const NTH = /(?:^|\b(?:the|on|by|until|before) )[1-5]th$/;

// The order matters: of two rules that match equally much the earlier one is taken.
export const WEEKDAYS: readonly Rule[] = [
  rule(`(?:the )?(?:${NEXT} )?${WEEKDAY}`, ([, which, name], place) =>
    follows(place, NTH)
      ? null
      : { kind: 'days', of: 'weekday', resolve: (anchor) => weekday(anchor, which, name) },
  ),
  days(`(?:the )?${WEEKDAY} (following)(?= ?$| [.,;!?)])`, 'weekday', ([, name, which], anchor) =>
    weekday(anchor, which, name),
  ),
  days('(today|tomorrow) (week|fortnight)', 'day', ([, from, more], { today }) =>
    oneDay(today + (from === 'today' ? 0 : 1) + (more === 'week' ? 7 : 14)),
  ),
  days(`${WEEKDAY} (next|coming)`, 'weekday', ([, name, which], anchor) => weekday(anchor, which, name)),
  days(`(?:last|past) ${WEEKDAY}`, 'day', ([, name], anchor) => lastOf(anchor, name)),
  days(`(?:the )?${WEEKDAY} (?:last|past)(?! \\d)`, 'day', ([, name], anchor) => lastOf(anchor, name)),
  days(`(?:the )?${WEEKDAY} after next`, 'day', ([, name], anchor) => {
    const soon = counted(anchor, 2, name);
    const [coming] = [counted(anchor, 1, name)];
    if (coming.first >= mondayOf(anchor.today) + 7) return soon;
    const reason = { kind: 'weekday-after-next', weekday: weekdayNumber(name) } as const;
    return alternatives([soon, oneDay(soon.first + 7)], reason);
  }),
  days(`${WEEKDAY}(?: ,)?(?: (?:of|in))? ${WEEK_OF} week`, 'day', ([, name, which = ''], anchor) =>
    inWeek(anchor, which, name),
  ),
  days(`(?:the )?${WEEK_OF} week(?: ,)?(?: on)? ${WEEKDAY}`, 'day', ([, which = '', name], anchor) =>
    inWeek(anchor, which, name),
  ),
  days(`${WEEKDAY}(?: ,)?(?: (?:of|in))? (?:the )?week (after next)`, 'day', ([, name, which = ''], anchor) =>
    inWeek(anchor, which, name),
  ),
  days(
    `(?:the )?(1th|last) (\\d{1,2}) (day|week|month)(?: of| in) ${CONTAINER}`,
    'period',
    ([, which, count, unit = '', text = ''], anchor) => {
      const within = container(anchor, text);
      return within === null ? null : stretchAt(within, which === 'last', Number(count), unit);
    },
  ),
  days(`(?:the )?week (\\d)(?: of| in) ${CONTAINER}`, 'date', ([, count, text = ''], anchor) => {
    const within = container(anchor, text);
    return within === null ? null : nthWeek(within, Number(count), false);
  }),
  days(`${WEEKDAY} (week|fortnight)`, 'day', ([, name, more], anchor) =>
    counted(anchor, more === 'week' ? 2 : 3, name),
  ),
  days('(\\d{1,2}) weekend (?:from (?:now|today)|hence)', 'period', ([, count], { today }) => {
    const saturday = mondayOf(today) + 5 + (Number(count) - 1) * 7;
    return daysFrom(saturday, saturday + 1);
  }),
  days(`in (\\d{1,2}) ${WEEKDAY}`, 'day', ([, count, name], anchor) => counted(anchor, Number(count), name)),
  days(`(?:the )?${WEEKDAY} in (an?|\\d{1,2}) (week|fortnight)`, 'day', ([, name, count, unit], anchor) => {
    const weeks = (Number.parseInt(count ?? '', 10) || 1) * (unit === 'week' ? 1 : 2);
    const inThatWeek = oneDay(mondayOf(anchor.today) + weeks * 7 + weekdayNumber(name) - 1);
    return alternatives([inThatWeek, counted(anchor, weeks + 1, name)], { kind: 'weeks-from' });
  }),
  days(`(\\d{1,2}) ${WEEKDAY} (?:from (?:now|today)|hence)`, 'day', ([, count, name], anchor) =>
    counted(anchor, Number(count), name),
  ),
  days(
    `(?:the )?${RANK} (${bare(WEEKDAY)}|day|workday|week|weekend)${WITHIN} ${CONTAINER}`,
    'date',
    ([, count, last, back, what = '', text = ''], anchor) => {
      const within = container(anchor, text);
      if (within === null) return null;
      const fromEnd = last !== undefined || back !== undefined;
      const number = Number(count ?? back ?? 1);
      if (what === 'week') return nthWeek(within, number, fromEnd);
      return what === 'weekend' ? nthWeekend(within, number, fromEnd) : nth(within, number, fromEnd, what);
    },
  ),
];
