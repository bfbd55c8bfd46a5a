/** Rules for dates: "8 August", "08/09/2025", "the 15th". */
import { days, fault, follows, isWhole, rule, type Match, type MatchPosition, type Rule } from '../atom.js';
import { calendarDay } from '../calendar.js';
import type { AtomOf } from '../phrase.js';
import { oneDay } from '../span.js';
import {
  between,
  dateIn,
  dayOfYear,
  daysOfMonth,
  fullYear,
  numericDate,
  ofMonth,
  onWeekday,
  dayOrNull,
  dayOfNumber,
  shortYear,
  weekdayOn,
} from './month-days.js';
import { bare, MONTH, monthOf, WEEKDAY, weekdayNumber, YEAR } from './words.js';

const D = '(\\d{1,2})(?:th)?';
const IN_YEAR = `(?:(?: ,)?(?: of| in)? (${bare(YEAR)}|(?:the )?(?:this|next|following|coming) year))?`;
const NO_TIME = '(?! (?:am|pm|oclock|second|minute|hour|day|week|month|year)\\b)';
const RANGE = '(?:-|to|or|and|through|until)';
/** "On 15 at 8:00": the next day of that number. */
function onDay([, d]: Match, place: MatchPosition): ReturnType<Rule['make']> {
  if (!follows(place, /\bon$/)) return null;
  return { kind: 'days', of: 'ordinal', resolve: (anchor) => dayOfNumber(anchor, Number(d)) };
}

const ASKS =
  /(?:\b(?:on|by|before|until|from|between|since|is|due|deadline|effective|to|and|through)(?: the)?|\d\/\d{1,2} -|(?:day|\b(?:noon|midnight|[ap]m|oclock|close-of-business))(?: ,)?)$/;

/** Two numbers are a date only where something asks for one: "1/2" alone is a half. */
function pair(match: Match, place: MatchPosition): ReturnType<Rule['make']> {
  const [, a = '', b = ''] = match;
  const timed = /^ (?:at |@|\d{1,2}:|(?:to|-|and|through|until) \d{1,2}\/)/.test(
    place.text.slice(place.to, place.to + 12),
  );
  if (!(follows(place, ASKS) || timed || isWhole(place))) return null;
  return { kind: 'days', of: 'date', resolve: (anchor) => numericDate(anchor, a, b) };
}

/** "30th, 7am": the day at which a phrase begins, and its hour. */
const opens = ({ text, from, to }: MatchPosition): boolean =>
  from === 0 &&
  /^(?: ,)?(?: at)? (?:\d{1,2}(?::\d{2})? [ap]m|\d{1,2}:\d{2}|noon|midnight)\b/.test(text.slice(to, to + 20));

/** "Friday 7.6"; of "Friday, 17.30" the numbers are an hour. */
function weekdayPair([, name, a = '', b = '']: Match): ReturnType<Rule['make']> {
  if (Math.min(Number(a), Number(b)) > 12) return null;
  const resolve: AtomOf<'days'>['resolve'] = (anchor) =>
    onWeekday(numericDate({ ...anchor, order: null }, a, b), weekdayNumber(name), numericDate(anchor, a, b));
  return { kind: 'days', of: 'date', resolve };
}

const NO_DATE = fault((given) => ({ kind: 'not-a-date', given }));
/** Figures that are no date, where one is asked for. */
const asked = (_: Match, place: MatchPosition): ReturnType<Rule['make']> =>
  follows(place, ASKS) || isWhole(place) ? NO_DATE : null;

const SEPARATED = '(?: [/-])? ';
const ENDS =
  '(?= ?$| [.,;:!?)(]| (?:at|by|or|from|until|between|if|unless|when|before|after|for|in|is|as|will|with|this|next|noon|midnight|to|\\d)\\b)(?! (?:or|-|to|and) (?:the )?\\d)';

/** Dates of the calendar: with the month in words or in figures. */
export const DATES: readonly Rule[] = [
  days(`(?:the )?ides of ${MONTH}${IN_YEAR}`, 'date', ([, m, y], anchor) =>
    dayOrNull(dateIn(anchor, monthOf(m), [3, 5, 7, 10].includes(monthOf(m)) ? 15 : 13, y)),
  ),
  days('(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})', 'date', ([, y = '', m, d]) =>
    dayOrNull(calendarDay(Number(y), Number(m), Number(d))),
  ),
  rule('(20\\d{2})(0\\d|1[0-2])([0-3]\\d)', ([, y, m, d], place) =>
    isWhole(place) || follows(place, /\b(?:by|on|before|until|due|deadline)$/)
      ? { kind: 'days', of: 'date', resolve: () => dayOrNull(calendarDay(Number(y), Number(m), Number(d))) }
      : null,
  ),
  days(`(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})`, 'date', ([, a = '', mark, b = '', y = ''], anchor) =>
    // "10.11.12" is a version as well; with a number above 12 it can only be a date.
    y.length === 2 && mark !== '/' && anchor.order === null && Math.max(Number(a), Number(b)) <= 12
      ? null
      : numericDate(anchor, a, b, fullYear(y)),
  ),
  rule('\\d{1,8}([/.-])\\d{1,8}\\1\\d{1,8}', asked),
  rule(`(?!${YEAR})\\d{3,8}(?:th)?(?: of)? ${MONTH}(?:(?: ,)? ${YEAR})?`, asked),
  rule('(\\d{1,2})/(\\d{1,2})', pair),
  rule(`${WEEKDAY}(?: ,)? (\\d{1,2})(?:[./]| - )(\\d{1,2})(?! (?:clock-hour|am|pm|oclock)\\b)`, weekdayPair),
  days(
    `${MONTH}(?: ,)? (?:the )?${D} ${RANGE} (?:the )?${D}${NO_TIME}(?! ${bare(MONTH)})${IN_YEAR}`,
    'range',
    ([, m, a, b, y], anchor) => between(anchor, [monthOf(m), Number(a)], [monthOf(m), Number(b)], y),
  ),
  days(`(?:the )?${D} ${RANGE} (?:the )?${D} (?:of )?${MONTH}${IN_YEAR}`, 'range', ([, a, b, m, y], anchor) =>
    between(anchor, [monthOf(m), Number(a)], [monthOf(m), Number(b)], y),
  ),
  days(
    `(?:the |next )?${D}(?: \\.)?(?: day)?(?: of)? (?:the month of )?${MONTH}${IN_YEAR}`,
    'date',
    ([, d, m, y], anchor) => dayOrNull(dateIn(anchor, monthOf(m), Number(d), y)),
  ),
  days(`${MONTH}(?: ,)? (?:the )?${D}${NO_TIME}${IN_YEAR}`, 'date', ([, m, d, y], anchor) =>
    dayOrNull(dateIn(anchor, monthOf(m), Number(d), y)),
  ),
  days(
    `${D}${SEPARATED}${MONTH}(?:${SEPARATED}${YEAR}| [/-] (\\d{2}))?`,
    'date',
    ([, d, m, y, short], anchor) => dayOrNull(dateIn(anchor, monthOf(m), Number(d), y ?? shortYear(short))),
  ),
  days(`${D}(?: of)? ${MONTH}(?: ,)? (\\d{2})(?= ?$| [.,;!?)])`, 'date', ([, d, m, short = ''], anchor) => {
    const year = fullYear(short);
    const day = dateIn(anchor, monthOf(m), Number(d), year);
    return day === null ? null : oneDay(day, [{ kind: 'short-year', given: short, year: Number(year) }]);
  }),
  days(`${MONTH} [/-] ${D}(?: [/-] (\\d{4}|\\d{2}))?`, 'date', ([, m, d, y], anchor) =>
    dayOrNull(dateIn(anchor, monthOf(m), Number(d), shortYear(y))),
  ),
  days(`${MONTH} [/-] (\\d{4}) [/-] (\\d{1,2})`, 'date', ([, m, y = '', d]) =>
    dayOrNull(calendarDay(Number(y), monthOf(m), Number(d))),
  ),
  days(`${YEAR}(?: ,)? ${MONTH}(?: ,)? (?:the )?${D}${NO_TIME}`, 'date', ([, y, m, d], anchor) =>
    dayOrNull(dateIn(anchor, monthOf(m), Number(d), y)),
  ),
  days(
    `(\\d{4}) [/-] (?:(\\d{1,2}) [/-] ${MONTH}|${MONTH} [/-] (\\d{1,2}))`,
    'date',
    ([, y = '', d1, m1, m2, d2]) => dayOrNull(calendarDay(Number(y), monthOf(m1 ?? m2), Number(d1 ?? d2))),
  ),
  days(
    `(?:the )?${WEEKDAY}(?: ,)? (?:the )?(\\d{1,2})th(?! (?:of |day )?${bare(MONTH)})(?! of)`,
    'date',
    ([, name, d], anchor) => weekdayOn(anchor, weekdayNumber(name), Number(d)),
  ),
  days(
    `(?:the )?${D}(?: day)? of (?:the )?(this|next|current|coming|following|next coming|this coming) month`,
    'date',
    ([, d = '', which = ''], anchor) => ofMonth(anchor, d, which),
  ),
  days(
    `(?:the )?${WEEKDAY}(?: ,)? (?:the )?(\\d{1,2})(?=$| (?:at|from|until|by|before|[.!?])(?: |$))`,
    'date',
    ([, name, d], anchor) => weekdayOn(anchor, weekdayNumber(name), Number(d)),
  ),
  days(
    `(?:between |from )?(?:the )?${D} (?:-|to|and|until|through) (?:the )?${D} (?:(?:of|in) )?(?:the )?(this|next|current|coming|following) month`,
    'range',
    ([, a = '', b = '', which = ''], anchor) =>
      daysOfMonth(ofMonth(anchor, a, which), ofMonth(anchor, b, which)),
  ),
  rule(
    `(?:the )?(\\d{1,2})(?=(?: ,)? (?:(?:at|from|between|by|until|before) )?(?:noon|midnight|\\d{1,2}(?: am| pm|:)))`,
    onDay,
  ),
  rule('(?:the )?(\\d{1,2})(?=$| [.,;!?])', (match, place) =>
    follows(place, /(?:\b(?:am|pm|noon|midnight)|:\d\d) on$/) ? onDay(match, place) : null,
  ),
  days('(?:the )?(\\d{1,2})th(?: day)? of (?:the|that) month', 'ordinal', ([, d], anchor) =>
    dayOfNumber(anchor, Number(d)),
  ),
  days(
    '(?:the )?(\\d{1,3})th(?: day)? of (?:(?:the|this) )?((?:next|coming|following) )?year(?! \\d)',
    'date',
    ([, d, which], { today }) => dayOfYear(today, Number(d), which !== undefined),
  ),
  rule(`(the )?(\\d{1,2})th${ENDS}`, ([, the, d], place) =>
    the !== undefined || follows(place, /\b(?:on|by|until|before|due)$/) || opens(place)
      ? { kind: 'days', of: 'ordinal', resolve: (anchor) => dayOfNumber(anchor, Number(d)) }
      : null,
  ),
];
