/** Rules for counts: "48 hours", "10 or 12 days", "a week ago". */
import { fault, follows, rule, type Match, type Meaning, type MatchPosition, type Rule } from '../atom.js';
import { mondayOf, plusMonths, weekdayOf, type Day } from '../calendar.js';
import type { Amount } from '../span.js';
import { bare, UNIT } from './words.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOTHING: Amount = { months: 0, days: 0, workdays: 0, seconds: 0 };
/** Longer than any deadline that was ever stated. */
const MOST = 9999;

/** Whole days of a broken count, the rest as elapsed time: half a day is 12 hours. */
function ofDays(days: number): Partial<Amount> {
  const whole = Math.floor(days);
  return { days: whole, seconds: Math.round((days - whole) * DAY) };
}

/** Whole months of a broken count, the rest in days. */
function ofMonths(months: number): Partial<Amount> {
  const whole = Math.floor(months);
  return { months: whole, days: Math.round((months - whole) * 30) };
}

function amountOf(count: number, unit: string): Amount {
  const make = (): Partial<Amount> => {
    switch (unit) {
      case 'second':
        return { seconds: count };
      case 'minute':
        return { seconds: count * MINUTE };
      case 'hour':
        return { seconds: count * HOUR };
      case 'workday':
        return { workdays: Math.ceil(count) };
      // Half a week is no number of hours: it ends with a day.
      case 'week':
        return { days: Math.ceil(count * 7) };
      case 'fortnight':
        return { days: Math.ceil(count * 14) };
      case 'month':
        return ofMonths(count);
      case 'quarter':
        return ofMonths(count * 3);
      case 'year':
        return ofMonths(count * 12);
      case 'decade':
        return ofMonths(count * 120);
      default:
        return ofDays(count);
    }
  };
  return { ...NOTHING, ...make() };
}

const sum = (a: Amount, b: Amount): Amount => ({
  months: a.months + b.months,
  days: a.days + b.days,
  workdays: a.workdays + b.workdays,
  seconds: a.seconds + b.seconds,
});

const PART: Readonly<Record<string, number>> = {
  half: 0.5,
  quarter: 0.25,
  '3/4': 0.75,
  '1/4': 0.25,
  '1/2': 0.5,
};
const MORE =
  '(?:(?:more|further|additional|coming|full|whole|consecutive|straight|calendar|clear|short) ){0,3}';
const FRACTION = '1/2|1/4|3/4';
/** "2 1/2", "1 and a half", "half an", "a quarter of an", "3 quarters of an". `pieceOf` takes the groups in this order. */
const QUANTITY = `(?:${[
  `(\\d+) (?:and )?(${FRACTION})`,
  '(an?|\\d+(?:\\.\\d+)?)(?: and(?: an?| 1)? (half|quarter))?',
  `(half|quarter|${FRACTION})(?: of)?(?: an?)?`,
  'an? (half|quarter)(?: of)?(?: an?)?',
  '(\\d) quarter(?: of)?(?: an?)?',
].join('|')})`;
const PIECE = `${QUANTITY} ${MORE}${UNIT}(?: and(?: an?)? (half|quarter|1/2|1/4))?`;
const PIECES = new RegExp(PIECE, 'g');

function pieceOf(match: Match): Amount {
  const [, whole, fraction, count, and, part, article, quarters, unit = '', behind] = match;
  const fractionOf = PART[fraction ?? and ?? behind ?? ''] ?? 0;
  if (whole !== undefined) return amountOf(Number(whole) + fractionOf, unit);
  if (quarters !== undefined) return amountOf(Number(quarters) / 4, unit);
  if (count === undefined) return amountOf((PART[part ?? article ?? ''] ?? 1) + fractionOf, unit);
  return amountOf((/^an?$/.test(count) ? 1 : Number(count)) + fractionOf, unit);
}

/** "2 years 1 month 21 days", "an hour and a half". */
/** In days, near enough to see that two lengths are the same. */
const roughly = ({ months, days, workdays, seconds }: Amount): number =>
  months * 30 + days + workdays * 1.4 + seconds / DAY;

/** "Two days, 48 hours" says the same again; all else is a sum. */
const amountIn = (text: string): Amount =>
  [...text.matchAll(PIECES)]
    .map(pieceOf)
    .reduce((all, piece) => (roughly(all) === roughly(piece) ? piece : sum(all, piece)), NOTHING);

const LEAD = '(?:(within|inside|in|over|during|for) )?(?:the )?(?:(next|coming|following|first) )?';
const OPEN = /^(?:within|inside|over|during)/;
/** "From today", "from the date of this order": the statement itself. */
const SPOKEN = 'order|statement|letter|notice|announcement|ultimatum|demand|note|message|proclamation';
const DATED = `${SPOKEN}|speech|address|declaration|executive order|publication|hereof`;
const POINT = '(?:this|the)(?: present| very| current)? (?:point|moment|date|day|time|hour)(?: in time)?';
const STATEMENT = [
  'now|right now|this moment|today',
  `${POINT}(?: (?:of|on) (?:(?:this|the) )?(?:${DATED}))?`,
  // "The order of 13 August" has a date of its own.
  `(?:this|the) (?:${SPOKEN})(?! (?:of|dated|issued on|signed on) )`,
  'date|here',
].join('|');
const BEHIND = `( (?:from|after|of|following|starting|effective|beginning) (?:${STATEMENT})| later| hence| out| away| time)?`;
const AGO = '(?! old)( ago| earlier| back)?';

interface Around {
  readonly lead?: string | undefined;
  readonly next?: string | undefined;
  readonly behind?: string | undefined;
  readonly ago?: string | undefined;
}

const NO_LENGTH = fault((given) => ({ kind: 'not-a-length', given }));

const EXACT = /\b(?:now|hence|point|moment)\b/;

function read(low: Amount, high: Amount, { lead = '', next, behind = '', ago }: Around): Meaning | null {
  if (
    [low, high].some(
      (amount) =>
        amount.months > MOST ||
        amount.days > MOST * 7 ||
        amount.workdays > MOST ||
        amount.seconds > MOST * DAY,
    )
  )
    return null;
  return {
    kind: 'count',
    count: { low, high, open: OPEN.test(lead) || next !== undefined, exact: EXACT.test(behind) },
    past: ago !== undefined && !(ago === ' back' && lead !== ''),
    lasting: lead === 'for',
  };
}

/** "$5 an hour", "3 % a year": a price or a rate. */
const PRICED = /~$/;

const single = (match: Match, place: MatchPosition): Meaning | null => {
  if (follows(place, PRICED)) return null;
  const [, lead, next, text = '', behind, ago] = match;
  const amount = amountIn(text);
  return read(amount, amount, { lead, next, behind, ago });
};

function ranged([, lead, next, low, high, unit = '', behind, ago]: Match): Meaning | null {
  const ends = [Number(low), Number(high)].toSorted((a, b) => a - b);
  return read(amountOf(ends[0] ?? 0, unit), amountOf(ends[1] ?? 0, unit), { lead, next, behind, ago });
}

/** "10 or 12 days", "48 hours", "2 years and 3 months", "a week ago". */
export const COUNTS: readonly Rule[] = [
  // "40 hours a week", "24 hours a day" say how often or how much.
  rule(
    `(?:for )?(?:\\d+(?:\\.\\d+)?) ${bare(UNIT)} (?:an?|every) ${bare(UNIT)}(?! (?:from|after|later|ago))`,
    () => ({
      kind: 'mark',
      mark: 'repeated',
    }),
  ),
  rule(
    `${LEAD}(\\d+(?:\\.\\d+)?)(?: ${bare(UNIT)})? (?:or|to|-|through|until) (\\d+(?:\\.\\d+)?) ${MORE}${UNIT}${BEHIND}${AGO}`,
    ranged,
  ),
  rule(
    `${LEAD}between (\\d+(?:\\.\\d+)?)(?: ${bare(UNIT)})? and (\\d+(?:\\.\\d+)?) ${MORE}${UNIT}${BEHIND}${AGO}`,
    ranged,
  ),
  rule(`${LEAD}an? ${UNIT} or (2|3)${BEHIND}${AGO}`, ([, lead, next, unit = '', high, behind, ago]) =>
    read(amountOf(1, unit), amountOf(Number(high), unit), { lead, next, behind, ago }),
  ),
  rule(
    `${LEAD}(${bare(PIECE)}(?:(?: ,)?(?: and)? ${bare(QUANTITY)} ${MORE}${bare(UNIT)}){0,6})${BEHIND}${AGO}`,
    single,
  ),
  rule(
    '(in|within|inside) (?:(\\d{1,2}):(\\d{2}) hour|(\\d{1,2})h(\\d{2})|(\\d{1,2}) hour ([0-5]\\d)(?= ?$| [.,;!?]))',
    ([, lead, h1, m1, h2, m2, h3, m3]) => {
      const seconds = Number(h1 ?? h2 ?? h3) * HOUR + Number(m1 ?? m2 ?? m3) * MINUTE;
      return read({ ...NOTHING, seconds }, { ...NOTHING, seconds }, { lead });
    },
  ),
  rule(`(?:within|inside) (?:the )?(hour)`, () =>
    read(amountOf(1, 'hour'), amountOf(1, 'hour'), { lead: 'within' }),
  ),
  // "In -5 days": a length below nothing is none.
  rule(`(?:within|inside|in) - \\d+(?:\\.\\d+)? ${bare(UNIT)}`, () => NO_LENGTH),
  rule(`(?:${LEAD})\\d{6,} ${MORE}${bare(UNIT)}`, () => NO_LENGTH),
  rule('t-(\\d{1,4})', ([, count]) =>
    read(amountOf(Number(count), 'day'), amountOf(Number(count), 'day'), {}),
  ),
  rule(`(?:in the |over the |for the )?(?:last|past) (?:${bare(PIECE)})`, () => ({
    kind: 'mark',
    mark: 'ago',
  })),
];

function plusWorkdays(day: Day, count: number): Day {
  if (count === 0) return day;
  const sign = Math.sign(count);
  // Counted from a weekend, the first working day is the next one.
  const start = weekdayOf(day) < 6 ? day : mondayOf(day) + (sign > 0 ? 4 : 7);
  const whole = Math.trunc(count / 5);
  let left = Math.abs(count) % 5;
  let at = start + whole * 7;
  while (left > 0) {
    at += sign;
    if (weekdayOf(at) < 6) left -= 1;
  }
  return at;
}

/** A day so much later, or earlier where `sign` is −1: months first, then days. */
export const plusAmount = (day: Day, amount: Amount, sign: 1 | -1): Day =>
  plusWorkdays(plusMonths(day, sign * amount.months) + sign * amount.days, sign * amount.workdays);
