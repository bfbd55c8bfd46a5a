import type { Anchor } from '../anchor.js';
import { days, follows, isWhole, rule, type Match, type Place, type Rule } from '../atom.js';
import { civil, monthStart, plusMonths, weekdayOf, yearStart, ymd, type Day } from '../civil.js';
import { choice, daysFrom, oneDay, type Days, type Found } from '../span.js';
import { bare, MONTH, monthOf, WEEKDAY, weekdayNumber, YEAR } from './words.js';

const D = '(\\d{1,2})(?:th)?';
const IN_YEAR = `(?:(?: ,)?(?: of| in)? ${YEAR})?`;
const NO_TIME = '(?! (?:am|pm|oclock|second|minute|hour|day|week|month|year)\\b)';
const RANGE = '(?:-|to|or|and|through|until)';
const MOST_YEARS = 9;

/** The day of the year given; without one the next that is not before the statement, or the last where it looks back. */
function dateIn(anchor: Anchor, month: number, day: number, year?: string): Day | null {
  if (year !== undefined) return civil(Number(year), month, day);
  const { today, back } = anchor;
  const first = ymd(today).year;
  for (let ahead = 0; ahead < MOST_YEARS; ahead += 1) {
    const found = civil(back ? first - ahead : first + ahead, month, day);
    if (found !== null && (back ? found <= today : found >= today)) return found;
  }
  return null;
}

const one = (day: Day | null): Days | null => (day === null ? null : oneDay(day));

/** Both days of a range; without a year the end follows the beginning over New Year. */
function between(
  anchor: Anchor,
  from: readonly [number, number],
  to: readonly [number, number],
  year?: string,
) {
  const last = dateIn(anchor, to[0], to[1], year);
  if (last === null) return null;
  const first = civil(ymd(last).year, from[0], from[1]);
  if (first === null) return null;
  return first > last ? daysFrom(plusMonths(first, -12), last) : daysFrom(first, last);
}

const fullYear = (year: string) => (year.length === 2 ? `20${year}` : year);
const shortYear = (year: string | undefined) => (year === undefined ? undefined : fullYear(year));

const ORDER = {
  'day-month': 'the first number is taken for the day',
  'month-day': 'the first number is taken for the month',
};

/** Three numbers: which is the day is settled by the locale or by a day above 12, or asked back. */
function numeric(anchor: Anchor, a: string, b: string, year?: string): Found | null {
  const monthFirst = dateIn(anchor, Number(a), Number(b), year);
  const dayFirst = dateIn(anchor, Number(b), Number(a), year);
  if (anchor.order !== null) {
    const [wanted, other] = anchor.order === 'day-month' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
    if (wanted === null || other === null || wanted === other) return one(wanted ?? other);
    return oneDay(wanted, [ORDER[anchor.order]]);
  }
  if (monthFirst === null || dayFirst === null || monthFirst === dayFirst) return one(monthFirst ?? dayFirst);
  return choice([oneDay(dayFirst), oneDay(monthFirst)], 'The day and the month could be either way round.');
}

/** The next day that has both this number and this weekday. */
function weekdayOn(anchor: Anchor, weekday: number, day: number): Days | null {
  const { today, back } = anchor;
  for (let ahead = 0; ahead < 48; ahead += 1) {
    const { year, month } = ymd(monthStart(today, back ? -ahead : ahead));
    const found = civil(year, month, day);
    if (found === null || weekdayOf(found) !== weekday) continue;
    if (back ? found <= today : found >= today) return oneDay(found);
  }
  return null;
}

/** "The 15th": the next day of that number. */
function ordinal({ today, back }: Anchor, day: number): Days | null {
  for (let ahead = 0; ahead < 12; ahead += 1) {
    const { year, month } = ymd(monthStart(today, back ? -ahead : ahead));
    const found = civil(year, month, day);
    if (found !== null && (back ? found <= today : found >= today)) return oneDay(found);
  }
  return null;
}

function ofMonth({ today }: Anchor, day: string, which: string): Days | null {
  const { year, month } = ymd(monthStart(today, /next|coming|following/.test(which) ? 1 : 0));
  return one(civil(year, month, Number(day)));
}

/** "The 1st of next year", "the 100th day of the year": of the present one, or the next where it is over. */
function dayOfYear(today: Day, count: number, next: boolean): Days | null {
  if (count > 365) return null;
  const day = yearStart(today, next ? 1 : 0) + count - 1;
  return oneDay(day < today ? yearStart(today, 1) + count - 1 : day);
}

/** "On 15 at 8:00": the next day of that number. */
function onDay([, d]: Match, place: Place): ReturnType<Rule['make']> {
  if (!follows(place, /\bon$/)) return null;
  return { kind: 'days', of: 'ordinal', resolve: (anchor) => ordinal(anchor, Number(d)) };
}

const daysOfMonth = (first: Days | null, last: Days | null): Days | null =>
  first === null || last === null || first.first > last.last ? null : daysFrom(first.first, last.last);

const ASKS =
  /(?:\b(?:on|by|before|until|from|between|since|is|due|deadline|effective|to|and|through)|\d\/\d{1,2} -|day|day ,)$/;

/** Two numbers are a date only where something asks for one: "1/2" alone is a half. */
function pair(match: Match, place: Place): ReturnType<Rule['make']> {
  const [, a = '', b = ''] = match;
  const timed = /^ (?:at |@|\d{1,2}:|(?:to|-|and|through|until) \d{1,2}\/)/.test(
    place.text.slice(place.to, place.to + 12),
  );
  if (!(follows(place, ASKS) || timed || isWhole(place))) return null;
  return { kind: 'days', of: 'date', resolve: (anchor) => numeric(anchor, a, b) };
}

const SEPARATED = '(?: [/-])? ';
const ENDS =
  '(?= ?$| [.,;:!?)(]| (?:at|by|or|from|until|between|if|unless|when|before|after|for|in|is|as|will|with|this|next|noon|midnight|\\d)\\b)(?! (?:or|-|to|and) (?:the )?\\d)';

/** Dates of the calendar: with the month in words or in figures. */
export const DATES: readonly Rule[] = [
  days('(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})', 'date', ([, y = '', m, d]) =>
    one(civil(Number(y), Number(m), Number(d))),
  ),
  days(`(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})`, 'date', ([, a = '', mark, b = '', y = ''], anchor) =>
    // "10.11.12" is a version as well; with a number above 12 it can only be a date.
    y.length === 2 && mark !== '/' && anchor.order === null && Math.max(Number(a), Number(b)) <= 12
      ? null
      : numeric(anchor, a, b, fullYear(y)),
  ),
  rule('(\\d{1,2})/(\\d{1,2})', pair),
  days(
    `${WEEKDAY}(?: ,)? (\\d{1,2})(?:[./]| - )(\\d{1,2})(?! (?:clock-hour|am|pm|oclock)\\b)`,
    'date',
    ([, name, a = '', b = ''], anchor) =>
      onWeekday(numeric({ ...anchor, order: null }, a, b), weekdayNumber(name), numeric(anchor, a, b)),
  ),
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
    ([, d, m, y], anchor) => one(dateIn(anchor, monthOf(m), Number(d), y)),
  ),
  days(`${MONTH}(?: ,)? (?:the )?${D}${NO_TIME}${IN_YEAR}`, 'date', ([, m, d, y], anchor) =>
    one(dateIn(anchor, monthOf(m), Number(d), y)),
  ),
  days(
    `${D}${SEPARATED}${MONTH}(?:${SEPARATED}(\\d{4})| [/-] (\\d{2}))?`,
    'date',
    ([, d, m, y, short], anchor) => one(dateIn(anchor, monthOf(m), Number(d), y ?? shortYear(short))),
  ),
  days(`${MONTH} [/-] ${D}(?: [/-] (\\d{4}|\\d{2}))?`, 'date', ([, m, d, y], anchor) =>
    one(dateIn(anchor, monthOf(m), Number(d), shortYear(y))),
  ),
  days(`${MONTH} [/-] (\\d{4}) [/-] (\\d{1,2})`, 'date', ([, m, y = '', d]) =>
    one(civil(Number(y), monthOf(m), Number(d))),
  ),
  days(`${YEAR}(?: ,)? ${MONTH}(?: ,)? (?:the )?${D}${NO_TIME}`, 'date', ([, y, m, d], anchor) =>
    one(dateIn(anchor, monthOf(m), Number(d), y)),
  ),
  days(
    `(\\d{4}) [/-] (?:(\\d{1,2}) [/-] ${MONTH}|${MONTH} [/-] (\\d{1,2}))`,
    'date',
    ([, y = '', d1, m1, m2, d2]) => one(civil(Number(y), monthOf(m1 ?? m2), Number(d1 ?? d2))),
  ),
  days(
    `(?:the )?${WEEKDAY}(?: ,)? (?:the )?(\\d{1,2})th(?! (?:of |day )?${bare(MONTH)})(?! of)`,
    'date',
    ([, name, d], anchor) => weekdayOn(anchor, weekdayNumber(name), Number(d)),
  ),
  days(
    `(?:the )?${D}(?: day)? of (?:the )?(this|next|current|coming|following|next coming) month`,
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
    ordinal(anchor, Number(d)),
  ),
  days(
    '(?:the )?(\\d{1,3})th(?: day)? of (?:the |this )?(next|coming|following|year)(?: year)?(?! \\d)',
    'date',
    ([, d, which], { today }) => dayOfYear(today, Number(d), which !== 'year'),
  ),
  rule(`(the )?(\\d{1,2})th${ENDS}`, ([, the, d], place) =>
    the !== undefined || follows(place, /\b(?:on|by|until|before|due)$/)
      ? { kind: 'days', of: 'ordinal', resolve: (anchor) => ordinal(anchor, Number(d)) }
      : null,
  ),
];

/** Of several readings the one that falls on the weekday named beside it. */
export function onWeekday(found: Found | null, weekday: number, otherwise: Found | null): Found | null {
  if (found?.kind !== 'choice') return found;
  const fitting = found.of.filter(({ last }) => weekdayOf(last) === weekday);
  const [only] = fitting;
  return fitting.length === 1 && only !== undefined ? only : otherwise;
}
