/** How a deadline was read: what was assumed, why it is a question, why it is none. */
import { DateTime, Info } from 'luxon';
import type {
  AmbiguityReason,
  Assumption,
  LengthOfTime,
  NoDeadlineReason,
  Period,
  ReadFault,
  UsualTime,
} from '../../domain/reading-facts.js';
import { placeOf } from '../../domain/place.js';
import { localDate } from '../../domain/when.js';
import { localTime } from '../../domain/zone.js';
import type { Text } from '../parts.js';
import type { Sentences } from '../sentences.js';
import { t, textOf } from '../text.js';
import { quotesInPart, typed, typedQuote } from '../typed.js';
import { dates as dateWords } from './dates.js';
import { choices, days, hours, listed, plural } from './plural.js';
import type { RecordInstant } from '../../domain/instant.js';

/** Code points that are shown of what a person typed. */
const MOST_GIVEN = 80;
/** Code points that are shown of a sentence that an older release stored. */
const MOST_TEXT = 200;

const MONTHS = Info.months('long', { locale: 'en' });
const WEEKDAYS = Info.weekdays('long', { locale: 'en' });

const month = (number: number): Text => textOf(MONTHS[number - 1] ?? String(number));
const weekday = (number: number): Text => textOf(WEEKDAYS[number - 1] ?? String(number));
const word = (code: string): Text => textOf(code);
const quoted = (given: string): Text =>
  quotesInPart(given) ? [typed(given, MOST_GIVEN)] : t`"${typedQuote(given, MOST_GIVEN)}"`;

/** `18:00`, of seconds since local midnight. */
function clock(seconds: number): Text {
  const minutes = Math.floor(seconds / 60);
  const pad = (value: number) => String(value).padStart(2, '0');
  return textOf(`${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`);
}

const DAYS_OF_MONTH = {
  beginning: t`the 1st to the 10th`,
  middle: t`the 11th to the 20th`,
  end: t`the 21st to the last day`,
};
/** Hours that the calendar does not fix. */
const USUAL_TIMES: Readonly<Record<UsualTime, Text>> = {
  dawn: t`dawn`,
  sunset: t`sunset`,
  'market-open': t`the opening of trading`,
  'market-close': t`the close of trading`,
};
const THIRDS = { beginning: t`first`, middle: t`middle`, end: t`last` };

function place(zone: string): Text {
  const known = placeOf(zone);
  return known === null ? dateWords.unknownZone([typed(zone, MOST_GIVEN)]) : [typed(known, MOST_GIVEN)];
}

/** `75 days`, `1 month and 2 days`, `36 hours`. */
function lengthText({ months, days: dayCount, workdays, seconds }: LengthOfTime): Text {
  const minutes = Math.floor((seconds % 3600) / 60);
  const parts = [
    [months, plural(months, { one: t`1 month`, other: t`${months} months` })],
    [dayCount, days(dayCount)],
    [workdays, plural(workdays, { one: t`1 working day`, other: t`${workdays} working days` })],
    [Math.floor(seconds / 3600), hours(Math.floor(seconds / 3600))],
    [minutes, plural(minutes, { one: t`1 minute`, other: t`${minutes} minutes` })],
  ] as const;
  return listed(parts.flatMap(([count, text]) => (count === 0 ? [] : [text])));
}

/** `8 Oct 2025, 14:00`, of an ISO date and seconds since local midnight. */
function dateText(date: string, time: number | null): Text {
  const day = textOf(DateTime.fromISO(date, { zone: 'utc', locale: 'en' }).toFormat('d LLL yyyy'));
  return time === null ? day : t`${day}, ${clock(time)}`;
}

/** `75 days after 5 Apr 2025`. */
function countedText({ way, low, high, from, time }: Extract<Assumption, { kind: 'from-deadline' }>): Text {
  const end = dateText(from, time);
  const [least, most] = [lengthText(low), lengthText(high)];
  const same = low.months === high.months && low.days === high.days;
  const counted = same && low.seconds === high.seconds && low.workdays === high.workdays;
  return counted ? t`${most} ${word(way)} ${end}` : t`${least} to ${most} ${word(way)} ${end}`;
}

/** Parts of a sentence: they stand after `Assumed:`, with semicolons between them. */
const assumptions: Sentences<Assumption> = {
  'part-of-day': ({ part, from, to }) => t`"${word(part)}" means ${clock(from)} to ${clock(to)}`,
  evening: () => t`that time of the morning had passed, so the evening is meant`,
  'next-day': () => t`that time had passed, so the next day is meant`,
  noon: () => t`12 o'clock means noon`,
  'usual-time': ({ of, time }) => t`${USUAL_TIMES[of]} is taken as ${clock(time)}`,
  'close-of-business': ({ time }) => t`close of business means ${clock(time)}`,
  'skipped-time': ({ named, used }) => t`the clocks skip ${clock(named)} that day, so ${clock(used)} is used`,
  'repeated-time': ({ named }) => t`${clock(named)} comes twice that day; the first one is used`,
  'hour-unknown': () => t`the time of the statement isn't known, so the deadline is a whole day`,
  'date-over-count': () => t`the date counts, not the number of days beside it`,
  'zone-in-force': ({ zone, given, byTheLetter }) =>
    t`the time in force in ${place(zone)} that day; ${typed(given, MOST_GIVEN)} taken literally would be an hour ${word(byTheLetter)}`,
  'short-year': ({ given, year }) => t`${quoted(given)} means ${year}`,
  'number-order': ({ first }) => t`the first number is the ${word(first)}`,
  portion: ({ portion, of }) =>
    of === 'month'
      ? t`the ${word(portion)} of the month means ${DAYS_OF_MONTH[portion]}`
      : t`the ${word(portion)} means the ${THIRDS[portion]} third`,
  'northern-seasons': () => t`seasons are those of the northern hemisphere, in whole months`,
  'last-week': () => t`the last week means the last seven days`,
  'numbered-week': ({ week }) => t`week ${week} means days ${week * 7 - 6} to ${week * 7}`,
  'adjacent-week': ({ side }) => t`the week ${word(side)} it means the seven days ${word(side)} it`,
  'from-deadline': countedText,
  'bound-kept': () => t`it takes effect then, like the deadline before it`,
  'event-dated': ({ event, from, time }) => t`counted from ${quoted(event)} on ${dateText(from, time)}`,
  text: ({ text }) => [typed(text.replace(/\.$/, ''), MOST_TEXT)],
};

const fromNow = (period: Period): Text =>
  period === 'week' ? t`seven days from now` : t`a ${word(period)} from now`;

const unknownZone = ({ given }: { readonly given: string }): Text =>
  t`I don't know the time zone ${quoted(given)}. Name a city, or a zone such as Europe/Kyiv.`;

const ambiguities: Sentences<AmbiguityReason> = {
  midnight: () => t`Midnight can be the start or the end of that day.`,
  'half-of-day': () => t`It could be morning or evening.`,
  'number-order': () => t`Either number could be the month.`,
  'weekday-mismatch': ({ named, actual }) => t`The date is a ${weekday(actual)}, not a ${weekday(named)}.`,
  'next-weekday': ({ weekday: day }) => t`"Next ${weekday(day)}" could be this week or next week.`,
  'weekday-after-next': ({ weekday: day }) => t`"${weekday(day)} after next" could be either of two weeks.`,
  'same-weekday': ({ weekday: day }) =>
    t`It was said on a ${weekday(day)}: that day or the next could be meant.`,
  'weeks-from': () => t`The weeks could be counted from now or from that day.`,
  'next-weekend': () => t`"Next weekend" could be the coming one or the one after it.`,
  'next-month': () => t`It could be the coming one or the one next year.`,
  'fiscal-year': () => t`The fiscal year ends in different months in different countries.`,
  'within-period': ({ period }) =>
    t`"Within the ${word(period)}" could mean this ${word(period)} or ${fromNow(period)}.`,
  'next-period': ({ period }) =>
    t`"The next ${word(period)}" could mean ${fromNow(period)} or the next ${word(period)} of the calendar.`,
  'week-end': () => t`A week can end on Friday or on Sunday.`,
  'by-period': () => t`It could mean the beginning of that period or its end.`,
  event: ({ event }) => t`It counts from ${quoted(event)}, and these words don't say when that is.`,
  extension: () => t`It could be added to the deadline in force or counted from the statement.`,
  'extension-unknown': () => t`It may add to an earlier deadline that these words don't name.`,
  'extension-way': () => t`It could mean earlier or later.`,
  'far-date': () => t`The next such day is more than six months away; the last one could be meant.`,
  'several-dates': () => t`It names more than one date.`,
  'two-clocks': () => t`The two times named are not the same moment.`,
  'zone-abbreviation': ({ given }) => t`${quoted(given)} is short for more than one time zone.`,
  'count-start': () => t`It could count from the date named or from when this was said.`,
  'count-start-unknown': () => t`It may count from an earlier day that these words don't name.`,
  'unknown-zone': unknownZone,
  'several-readings': () => t`It can be read in more than one way.`,
};

/** "June has 30 days": how long the month is that has no such day. */
function noSuchDay({
  day,
  month: number,
  year,
  days: most,
}: Extract<ReadFault, { kind: 'no-such-day' }>): Text {
  const name = number === 2 && year !== null ? t`${month(number)} ${year}` : month(number);
  const upTo = number === 2 && year === null ? t`at most ` : [];
  return t`I can't read "${day} ${name}" as a date: ${name} has ${upTo}${most} days.`;
}

const faults: Sentences<ReadFault> = {
  'no-such-month': ({ month: number }) => t`There is no month ${number}: a year has 12.`,
  'no-such-day': noSuchDay,
  'not-a-date': ({ given }) => t`I can't read ${quoted(given)} as a date.`,
  'year-out-of-range': ({ given }) =>
    t`I can't read ${quoted(given)} as a year. Give four digits, from 1900 to 2199.`,
  'stray-number': ({ given }) =>
    t`I can't read the number ${quoted(given)} after the date. Give only the day, the month and the year.`,
  'not-a-length': ({ given }) => t`I can't read ${quoted(given)} as a length of time.`,
  'not-a-time': ({ given }) => t`I can't read the time of day in ${quoted(given)}.`,
  'hour-out-of-range': ({ given }) => t`${quoted(given)} isn't a time of day: a day ends at 24:00.`,
  'twelve-hour-clock': ({ given }) =>
    t`${quoted(given)} isn't a time of day: with a.m. or p.m., hours go from 1 to 12.`,
  'minute-out-of-range': ({ given }) =>
    t`${quoted(given)} isn't a time of day: minutes have two digits and go up to 59.`,
  'offset-out-of-range': ({ given }) =>
    t`${quoted(given)} isn't a time zone: offsets from UTC go from −12:00 to +14:00.`,
  'unknown-zone': unknownZone,
  'nested-too-deep': () => t`Too many days are counted from one another here. Name the day itself.`,
  unrecognized: () => t`I can't find a date in these words.`,
  'too-complex': () => t`These words are too complicated to read. Give only the date.`,
  'too-long': ({ length, max }) =>
    t`That is too long for a date: it has ${length} characters, and the limit is ${max}. Give only the words that name the date.`,
};

const noDeadline: Sentences<NoDeadlineReason> = {
  ...faults,
  'lower-bound': () => t`This is the earliest it can happen, not the latest.`,
  past: () => t`That had already passed when it was said. Check the year, or when it was said.`,
  'past-event': () => t`This tells of something that has already happened, and names no deadline.`,
  announcement: () =>
    t`This tells of what is planned for a day, and not of what somebody has to do by it. Give only the date if it is the deadline.`,
  recurring: () => t`This happens again and again. Name one of its dates.`,
  'too-far': () => t`That is more than a hundred years away. Check the number.`,
  extension: () => t`This adds to an earlier deadline that these words don't name. Give the new date.`,
  'statement-day-unknown': () =>
    t`This counts from the day of the statement, and that day isn't known. Give the day, or the date of the deadline.`,
  vague: () => t`These words name no date.`,
  'none-stated': () => t`No deadline was stated.`,
  'as-soon-as-possible': () => t`"As soon as possible" sets no date.`,
  immediately: () => t`"Immediately" sets no date.`,
  'waits-for-event': () => t`This depends on an event that has no date yet.`,
};

const local = (instant: RecordInstant, zone: string): DateTime => localTime(instant, zone).setLocale('en');
const DAY = 'ccc d LLL yyyy';
const day = (instant: RecordInstant, zone: string): Text => textOf(local(instant, zone).toFormat(DAY));

const minute = (instant: RecordInstant, zone: string): Text =>
  textOf(local(instant, zone).toFormat(`${DAY} HH:mm`));

/** The date of a reading; instants in ms UTC, each shown in `zone`. */
const dates = {
  none: t`no date`,
  minute,
  before: (instant: RecordInstant, zone: string): Text => t`before ${day(instant, zone)}`,
  beforeMinute: (instant: RecordInstant, zone: string): Text => t`before ${minute(instant, zone)}`,
  /** `Fri 8 Aug 2025 18:00 to 24:00`. */
  hours: (earliest: RecordInstant, latest: RecordInstant, zone: string): Text => {
    // Luxon's `hasSame` takes a late hour for the next day where the clocks skip that day's last hour.
    const date = localDate(earliest, zone);
    if (localDate(latest - 1, zone) !== date) return t`${minute(earliest, zone)} to ${minute(latest, zone)}`;
    const ends = localDate(latest, zone) === date ? local(latest, zone).toFormat('HH:mm') : '24:00';
    return t`${minute(earliest, zone)} to ${textOf(ends)}`;
  },
  from: (instant: RecordInstant, zone: string): Text => t`from ${day(instant, zone)}`,
  endOfDay: (instant: RecordInstant, zone: string): Text => t`end of ${day(instant, zone)}`,
  endOfMonth: (instant: RecordInstant, zone: string): Text =>
    t`end of ${textOf(local(instant, zone).toFormat('LLLL yyyy'))}`,
  /** `7 to 9 Aug 2025`. */
  span: (earliest: RecordInstant, last: RecordInstant, zone: string): Text => {
    const [from, to] = [local(earliest, zone), local(last, zone)];
    const short = from.hasSame(to, 'month') ? 'd' : from.hasSame(to, 'year') ? 'd LLL' : 'd LLL yyyy';
    return t`${textOf(from.toFormat(short))} to ${textOf(to.toFormat('d LLL yyyy'))}`;
  },
};

export const readings = {
  assumptions,
  ambiguities,
  faults,
  noDeadline,
  dates,
  /** Words that have several readings, while they are typed. */
  question: (candidates: readonly Text[]): Text => t`Could be ${choices(candidates)}. You will be asked.`,
};
