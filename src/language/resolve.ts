/** From a phrase to days of the calendar, or to elapsed time. */
import type { AmbiguityReason, Assumption } from '../domain/reading-facts.js';
import type { RecordInstant } from '../domain/instant.js';
import type { Anchor } from './anchor.js';
import { instantOf, localDay, plusMonths, weekdayOf, type Day } from './calendar.js';
import type { Phrase } from './phrase.js';
import { plusAmount } from './rules/counts.js';
import { onWeekday } from './rules/month-days.js';
import {
  alternatives,
  daysFrom,
  mapSpans,
  isElapsed,
  oneDay,
  spansOf,
  type Amount,
  type DaySpan,
  type Interpretation,
  type TimeOfDay,
} from './span.js';

/** When a phrase is: calendar days, or elapsed time between two instants (ms UTC). */
export type PhraseTime =
  | {
      readonly kind: 'calendar';
      readonly interpretation: Interpretation;
      readonly assumed: readonly Assumption[];
    }
  | {
      readonly kind: 'elapsed';
      readonly from: number;
      readonly to: number;
      readonly open: boolean;
      readonly assumed: readonly Assumption[];
    };

const calendarTime = (interpretation: Interpretation, assumed: readonly Assumption[] = []): PhraseTime => ({
  kind: 'calendar',
  interpretation,
  assumed,
});

const DATE_OVER_COUNT: Assumption = { kind: 'date-over-count' };
const HOUR_UNKNOWN: Assumption = { kind: 'hour-unknown' };
const NEXT_DAY: Assumption = { kind: 'next-day' };
const SEVERAL: AmbiguityReason = { kind: 'several-readings' };

/** Two names for one day: they agree, or it is asked which holds. */
function agreeingDays(a: Interpretation, b: Interpretation, phrase: Phrase): Interpretation | null {
  const kinds = phrase.days.map(({ of }) => of);
  if (kinds.includes('day-end'))
    return mapSpans(kinds[0] === 'day-end' ? b : a, (days) => ({ ...days, open: true }));
  if (kinds.includes('week')) return inWeek(a, b, kinds[0] === 'week');
  const [name, date] = kinds[0] === 'weekday' ? [a, b] : [b, a];
  // A stated date holds, whatever name the day has beside it.
  if (!kinds.includes('weekday')) return kinds[1] === 'date' && kinds[0] === 'day' ? b : date;
  const [weekday] = spansOf(name);
  if (weekday === undefined) return date;
  const wanted = weekdayOf(weekday.last);
  const settled = onWeekday(date, wanted, date);
  if (settled === null || spansOf(settled).every(({ last }) => weekdayOf(last) === wanted)) return settled;
  if (settled.kind === 'choice') return settled;
  const actual = weekdayOf(settled.last);
  return alternatives([settled, weekday], { kind: 'weekday-mismatch', named: wanted, actual });
}

/** "Tuesday, next week". */
function inWeek(a: Interpretation, b: Interpretation, weekFirst: boolean): Interpretation | null {
  const [week] = spansOf(weekFirst ? a : b);
  const [day] = spansOf(weekFirst ? b : a);
  if (week === undefined || day === undefined) return null;
  const monday = week.last - weekdayOf(week.last) + 1;
  return oneDay(monday + weekdayOf(day.last) - 1);
}

/** From the first day of one to the last of the other; a day that is over by then was that of the year before. */
function spanBetween(first: DaySpan, last: DaySpan): DaySpan | null {
  const from = first.first > last.last ? plusMonths(first.first, -12) : first.first;
  return from > last.last ? null : daysFrom(from, last.last, [...first.assumed, ...last.assumed]);
}

/** Where both ends can be read in two ways they are read in the same. */
function rangeOf(from: Interpretation, to: Interpretation): Interpretation | null {
  const [firsts, lasts] = [spansOf(from), spansOf(to)];
  const pairs =
    firsts.length === lasts.length
      ? firsts.map((first, index) => [first, lasts[index]] as const)
      : lasts.map((last) => [firsts[0], last] as const);
  const ranges = pairs.flatMap(([first, last]) => {
    const range = first === undefined || last === undefined ? null : spanBetween(first, last);
    return range === null ? [] : [range];
  });
  const shortest = Math.min(...ranges.map((range) => range.last - range.first));
  const [only] =
    from.kind === 'choice' && to.kind === 'choice'
      ? []
      : ranges.filter((range) => range.last - range.first === shortest);
  if (only !== undefined) return only;
  const reason = from.kind === 'choice' ? from.reason : to.kind === 'choice' ? to.reason : SEVERAL;
  const [first] = ranges;
  return first === undefined ? null : ranges.length === 1 ? first : alternatives(ranges, reason);
}

function namedDays(phrase: Phrase, anchor: Anchor): Interpretation | null {
  const [first, ...more] = phrase.days;
  const start = first?.resolve(anchor) ?? null;
  if (start === null) return null;
  let whole: Interpretation | null = start;
  for (const day of more) {
    const next: Interpretation | null = day.resolve(anchor);
    whole = whole === null || next === null ? null : agreeingDays(whole, next, phrase);
  }
  if (phrase.to === null || whole === null) return whole;
  const end = phrase.to.resolve(anchor);
  return end === null ? null : rangeOf(whole, end);
}

/** Counts are in whole seconds, as people say them. */
const wholeSecond = (at: number): RecordInstant => Math.floor(at / 1000) * 1000;

/** Where a count begins. */
interface CountOrigin {
  readonly day: Day;
  readonly seconds: number | null;
  readonly last: Day;
  /** The moment itself, ms UTC, where it is known: an hour that the clocks show twice has two. */
  readonly at: RecordInstant | null;
}

/** A count from a moment: elapsed time where it has hours and the moment's hour is known, else calendar days. */
function countedFrom(phrase: Phrase, from: CountOrigin, sign: 1 | -1, anchor: Anchor): PhraseTime | null {
  if (phrase.count === null) return null;
  const { low, high, open } = phrase.count.count;
  if ((isElapsed(high) || isElapsed(low)) && from.seconds !== null) {
    const begin = (day: Day) =>
      day === from.day && from.at !== null ? from.at : instantOf(day, from.seconds ?? 0, anchor.zone);
    const at = (amount: Amount) => begin(plusAmount(from.day, amount, sign)) + sign * amount.seconds * 1000;
    const [lowEnd, highEnd] = [at(low), at(high)];
    return {
      kind: 'elapsed',
      from: Math.min(lowEnd, highEnd),
      to: Math.max(lowEnd, highEnd),
      open,
      assumed: [],
    };
  }
  // Said at an hour nobody noted: the day's end is the last moment it can have been.
  const whole = (amount: Amount) => Math.floor(amount.seconds / 86_400);
  const of = (amount: Amount) => plusAmount(from.last, amount, sign) + sign * whole(amount);
  const [first, last] = [of(low), of(high)].toSorted((a, b) => a - b);
  const assumed = isElapsed(high) ? [HOUR_UNKNOWN] : [];
  return calendarTime({ ...daysFrom(first ?? from.day, last ?? from.day, assumed), open });
}

const firstDayOf = (time: PhraseTime | null): Day | null => {
  if (time?.kind !== 'calendar' || time.interpretation.kind !== 'days') return null;
  return time.interpretation.first;
};
/** So far apart are two dates of the same day and month. */
const YEAR = 360;

/** "45 days from April 9", said on 10 April: a date without a year that is just past is the past one. */
function nearestStart({ sign, of }: NonNullable<Phrase['base']>, anchor: Anchor): PhraseTime | null {
  const ahead = phraseTimeOf(of, anchor);
  const dated = of.days.some((day) => day.of === 'date') && of.base === null;
  if (sign !== 1 || !dated || anchor.back) return ahead;
  const behind = phraseTimeOf(of, { ...anchor, back: true });
  const [next, last] = [firstDayOf(ahead), firstDayOf(behind)];
  if (next === null || last === null || next - last < YEAR) return ahead;
  return anchor.today - last < next - anchor.today ? behind : ahead;
}

/** What the count or the offset of a phrase is counted from. */
function countedFromBase(phrase: Phrase, anchor: Anchor): PhraseTime | null {
  const { base, count, offset } = phrase;
  if (base === null) return null;
  const start = nearestStart(base, anchor);
  if (start === null) return null;
  if (start.kind === 'elapsed') {
    const { day, seconds } = localDay(start.to, anchor.zone);
    const from = { day, seconds, last: day, at: wholeSecond(start.to) };
    return count === null ? null : countedFrom(phrase, from, base.sign, anchor);
  }
  if (offset !== null) return calendarTime(mapSpans(start.interpretation, offset.apply), start.assumed);
  const at = base.of.time?.time.seconds ?? null;
  const readings = spansOf(start.interpretation).flatMap((days): readonly DaySpan[] => {
    const from = { day: days.last, seconds: at, last: days.last, at: null };
    const counted = countedFrom(phrase, from, base.sign, anchor);
    return counted?.kind === 'calendar' ? spansOf(counted.interpretation) : [];
  });
  if (count !== null && isElapsed(count.count.high)) {
    const [only] = spansOf(start.interpretation);
    return only === undefined
      ? null
      : countedFrom(phrase, { day: only.last, seconds: at, last: only.last, at: null }, base.sign, anchor);
  }
  const [only] = readings;
  if (only === undefined) return null;
  const reason = start.interpretation.kind === 'choice' ? start.interpretation.reason : SEVERAL;
  return calendarTime(readings.length === 1 ? only : alternatives(readings, reason), start.assumed);
}

/** A time alone is today's, or tomorrow's where that is over. */
function timeAlone(
  { time, evening = false }: { readonly time: TimeOfDay; readonly evening?: boolean },
  { today, seconds, back }: Anchor,
): PhraseTime {
  const last = time.seconds + (time.open || evening ? 43_200 : 0);
  const over = !back && last < 86_400 && last <= seconds;
  return calendarTime(oneDay(over ? today + 1 : today, over ? [NEXT_DAY] : []));
}

function countedFromStatement(phrase: Phrase, anchor: Anchor): PhraseTime | null {
  const { today, seconds, clock } = anchor;
  const last = today + lateBy(phrase, anchor);
  const from = { day: today, seconds: clock ? seconds : null, last, at: wholeSecond(anchor.at) };
  return countedFrom(phrase, from, phrase.past ? -1 : 1, anchor);
}

/** When a phrase is, said at the anchor; null where its words name no day of the calendar. */
export function phraseTimeOf(phrase: Phrase, anchor: Anchor): PhraseTime | null {
  if (!anchor.steps.take()) return null;
  const { instant, time, part, count, base } = phrase;
  if (instant !== null) {
    const at = instant.resolve(anchor);
    return at === null ? null : { kind: 'elapsed', from: at, to: at, open: false, assumed: [] };
  }
  if (base !== null) return countedFromBase(phrase, anchor);
  if (phrase.days.length > 0) {
    const days = namedDays(phrase, anchor);
    // "Today in an hour" says when on that day.
    const soon =
      count !== null && isElapsed(count.count.high) && days?.kind === 'days' && days.last === anchor.today;
    if (soon) return countedFromStatement(phrase, anchor);
    return days === null ? null : calendarTime(days, count === null ? [] : [DATE_OVER_COUNT]);
  }
  if (count !== null) return countedFromStatement(phrase, anchor);
  if (time !== null && part?.today !== true) {
    const { toTime } = phrase;
    // "11 pm to 2 am" ends on the next day.
    const last = toTime !== null && toTime.seconds > time.time.seconds ? toTime : time.time;
    const evening = part !== null && part.part.name !== 'morning' && last.evening === true;
    return timeAlone({ time: last, evening }, anchor);
  }
  return part?.today === true ? calendarTime(oneDay(anchor.today)) : null;
}

/** Hours from a day whose hour is not known end with the day that follows the last of them. */
const lateBy = ({ count }: Phrase, { clock }: Anchor): number => {
  const seconds = count?.count.high.seconds ?? 0;
  return !clock && seconds > 0 && seconds % 86_400 !== 0 ? 1 : 0;
};
