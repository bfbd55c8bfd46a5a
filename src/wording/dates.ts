/** Dates and deadlines as texts, each in the zone it belongs to. Instants are ms UTC, zones IANA names. */
import type { DateTime } from 'luxon';
import { MINUTE } from '../domain/durations.js';
import { placeOf } from '../domain/place.js';
import type { DatedReading, Reading } from '../domain/reading.js';
import { at, daysOf, isDayKnown, isInterval, localDate, precisionOf, type When } from '../domain/when.js';
import { isZone, localTime } from '../domain/zone.js';
import { typed } from './typed.js';
import type { Words } from './index.js';
import { said, type Part, type Text, type TimeStyle } from './parts.js';
import { relativeTime } from './relative-time.js';
import type { RecordInstant } from '../domain/instant.js';

const local = ({ language }: Words, instant: RecordInstant, zone: string): DateTime =>
  localTime(instant, zone, language);

/** `Tue 2 Sep 2025`. */
export function longDay(words: Words, instant: RecordInstant, zone: string): Text {
  return words.dates.longDay(local(words, instant, zone));
}

/** `2 Sep 2025`. */
export function dayAndYear(words: Words, instant: RecordInstant, zone: string): Text {
  return words.dates.dayAndYear(local(words, instant, zone));
}

/** `2 Sep`, with the year when it is not that of `near`. */
export function shortDay(words: Words, instant: RecordInstant, zone: string, near: RecordInstant): Text {
  const day = local(words, instant, zone);
  const { dates } = words;
  return day.year === localTime(near, zone).year ? dates.day(day) : dates.dayAndYear(day);
}

/** `Thu 7 Aug`, with the year when it is not that of `near`. */
export function weekday(words: Words, instant: RecordInstant, zone: string, near: RecordInstant): Text {
  const day = local(words, instant, zone);
  const { dates } = words;
  return day.year === localTime(near, zone).year ? dates.weekday(day) : dates.longDay(day);
}

/** `09:00`. */
export function timeOfDay(words: Words, instant: RecordInstant, zone: string): Text {
  return words.dates.time(local(words, instant, zone));
}

/** `10 Aug 2025 18:02 UTC`, for citing. */
export function stamp(words: Words, instant: RecordInstant): Text {
  return words.dates.stamp(local(words, instant, 'UTC'));
}

/** The month or the year, or null where a day is known or some days are meant. */
function periodText(words: Words, when: When, zone: string): Text | null {
  const precision = precisionOf(when, zone);
  const middle = local(words, (when.start + when.end) / 2, zone);
  if (precision === 'month') return words.dates.wholeMonth(middle);
  return precision === 'year' ? words.dates.year(middle) : null;
}

/**
 * When something was said or done, no more precisely than it is known: `6 Aug`, `July 2025`, `2024`, `1 Jul to 10 Jul`.
 * With `near` a day has its year only where that is another one; without, it is `Wed 6 Aug 2025`.
 */
export function whenText(words: Words, when: When, zone: string, near: RecordInstant | null = null): Text {
  const day = (instant: RecordInstant) =>
    near === null ? longDay(words, instant, zone) : shortDay(words, instant, zone, near);
  if (!isInterval(when)) return day(when.start);
  const { first, last } = daysOf(when, zone);
  if (isDayKnown(when)) return day(first);
  return periodText(words, when, zone) ?? words.dates.span(day(first), day(last));
}

/** `2 Sep 2025`, `July 2025`: as precisely as it is known, always with its year. */
export function whenWithYear(words: Words, when: When, zone: string): Text {
  if (!isDayKnown(when)) return whenText(words, when, zone);
  return dayAndYear(words, isInterval(when) ? daysOf(when, zone).first : when.start, zone);
}

/** `on 6 Aug`, `in July 2025`, `between 1 Jul and 10 Jul`: when something was said or done. As `whenText`. */
export function onDay(words: Words, when: When, zone: string, near: RecordInstant | null = null): Text {
  const { dates } = words;
  if (isDayKnown(when)) return dates.on(whenText(words, when, zone, near));
  const period = periodText(words, when, zone);
  if (period !== null) return dates.during(period);
  const { first, last } = daysOf(when, zone);
  const day = (instant: RecordInstant) => whenText(words, at(instant), zone, near);
  return dates.between(day(first), day(last));
}

/** An instant that each reader sees in their own zone. */
export function timePart(words: Words, instant: RecordInstant, style: TimeStyle, now: RecordInstant): Part {
  return { kind: 'time', instant, style, text: relativeTime(words, instant, now) };
}

/** How far off an instant is; Discord keeps it current. */
export function relative(words: Words, instant: RecordInstant, now: RecordInstant): Part {
  return timePart(words, instant, 'relative', now);
}

/** How people name a zone: its city, or `UTC`. Of an unknown one it says that its times are shown in UTC. */
export function placeText({ dates }: Words, zone: string): Text {
  const place = placeOf(zone);
  return place === null ? dates.unknownZone([typed(zone, 60)]) : [said(place)];
}

/** `Washington time`, `UTC`. */
function zoneText(words: Words, zone: string): Text {
  const text = placeText(words, zone);
  const place = placeOf(zone);
  return place === null || place === 'UTC' ? text : words.dates.zoneTime(text);
}

/** The last minute that still belongs to a deadline; an instant, and a day on which something begins, as they are. */
export function shownEnd(reading: DatedReading): number {
  const exclusive =
    reading.bound !== 'effective' && (reading.precision !== 'instant' || reading.bound === 'before');
  return exclusive ? reading.latest - MINUTE : reading.latest;
}

/** The instant whose local date is the one that was named. */
export function namedInstant(reading: DatedReading): number {
  return reading.bound === 'by' ? shownEnd(reading) : reading.latest;
}

/** Whether a day begins in the zone at an instant (ms UTC). */
export function isMidnight(instant: RecordInstant, zone: string): boolean {
  return localTime(instant, zone).startOf('day').toMillis() === instant;
}

/** Whether it ends at an hour and not with a day. */
function hasHour({ precision, latest, zone }: DatedReading): boolean {
  return precision === 'instant' || !isMidnight(latest, zone);
}

/** Whether it is shown as a span of several days or hours. */
export function isSpan(reading: DatedReading): boolean {
  if (reading.precision !== 'window' || reading.openBeginning) return false;
  const { earliest, zone } = reading;
  return hasHour(reading) || localDate(earliest, zone) !== localDate(shownEnd(reading), zone);
}

/** `7 to 9 Aug 2025`, `30 Aug to 2 Sep 2025`, `30 Dec 2025 to 2 Jan 2026`. */
function spanOfDays(words: Words, reading: DatedReading): Text {
  const { dates } = words;
  const from = local(words, reading.earliest, reading.zone);
  const to = local(words, shownEnd(reading), reading.zone);
  if (from.hasSame(to, 'month')) return dates.span(dates.dayOfMonth(from), dates.dayAndYear(to));
  const start = from.hasSame(to, 'year') ? dates.day(from) : dates.dayAndYear(from);
  return dates.span(start, dates.dayAndYear(to));
}

function dayAndTime(words: Words, instant: RecordInstant, zone: string): Text {
  return words.dates.at(longDay(words, instant, zone), timeOfDay(words, instant, zone));
}

function windowText(words: Words, reading: DatedReading): Text {
  const { zone, earliest, latest } = reading;
  if (!hasHour(reading)) return spanOfDays(words, reading);
  return words.dates.timedSpan(dayAndTime(words, earliest, zone), dayAndTime(words, latest, zone));
}

function namedDate(words: Words, reading: DatedReading): Text {
  const { zone, precision, openBeginning } = reading;
  const named = namedInstant(reading);
  if (precision === 'month' && !openBeginning) return words.dates.month(local(words, named, zone));
  if (isSpan(reading)) return windowText(words, reading);
  if (precision === 'window') return longDay(words, shownEnd(reading), zone);
  return hasHour(reading) ? dayAndTime(words, named, zone) : longDay(words, named, zone);
}

/** `about 20:00`, where the words were approximate. */
const aboutWhere = ({ dates }: Words, { approximate }: Reading, text: Text): Text =>
  approximate === true ? dates.about(text) : text;

function bareDate(words: Words, reading: DatedReading): Text {
  const date = aboutWhere(words, reading, namedDate(words, reading));
  return reading.bound === 'before' ? words.dates.before(date) : date;
}

/**
 * The deadline as a date: `Tue 2 Sep 2025`, `7 to 9 Aug 2025`, `before Mon 20 Jan 2025`. An hour has its zone beside it
 * (rules 36): `Tue 4 Mar 2025, 00:01 in Washington`.
 */
export function dateOf(words: Words, reading: DatedReading): Text {
  const date = bareDate(words, reading);
  return hasHour(reading) ? words.dates.inPlace(date, placeText(words, reading.zone)) : date;
}

/** A deadline in two pieces: its date, and how it ends and where: `Tue 2 Sep 2025` and `end of day, Washington`. */
export function dateAndPlace(
  words: Words,
  reading: DatedReading,
): { readonly date: Text; readonly place: Text } {
  const date = bareDate(words, reading);
  const place = endsInPlace(words, reading);
  const sooner = reading.orSooner && reading.bound !== 'effective';
  return { date, place: sooner ? words.pages.ultimatum.place.orSooner(place) : place };
}

function endsInPlace(words: Words, reading: DatedReading): Text {
  const { zone, bound, precision, latest, openBeginning } = reading;
  const ends = words.pages.ultimatum.place;
  const place = placeText(words, zone);
  if (hasHour(reading) || bound === 'before') return place;
  if (bound === 'effective') return ends.startOfDay(place);
  if (precision === 'day' || openBeginning) return ends.endOfDay(place);
  return ends.endOfWindow(weekday(words, shownEnd(reading), zone, latest), place);
}

function inItsPlace(words: Words, reading: DatedReading): Text {
  const { zone, bound, precision, latest, openBeginning } = reading;
  const { dates } = words;
  const date = bareDate(words, reading);
  const place = placeText(words, zone);
  if (hasHour(reading) || bound === 'before') return dates.inPlace(date, place);
  if (bound === 'effective') return dates.startOfDay(date, place);
  if (precision === 'day' || openBeginning) return dates.endOfDay(date, place);
  const lastDay = weekday(words, shownEnd(reading), zone, latest);
  return dates.endOfWindow(date, lastDay, zoneText(words, zone));
}

/** The deadline in its own zone: `Tue 2 Sep 2025, end of day in Washington`. */
export function deadlineText(words: Words, reading: DatedReading): Text {
  const text = inItsPlace(words, reading);
  const sooner = reading.orSooner && reading.bound !== 'effective';
  return sooner ? words.dates.orSooner(text) : text;
}

/** How a deadline ends or ended: `Until the end of Sat 9 Aug, Washington time`; with `year` also the year. */
export function endText(
  words: Words,
  reading: DatedReading,
  tense: 'runsUntil' | 'ended',
  { year }: { readonly year: boolean },
): Text {
  const named = namedInstant(reading);
  const ended = local(words, named, reading.zone);
  const day = year ? words.dates.longDay(ended) : words.dates.weekday(ended);
  const zone = zoneText(words, reading.zone);
  const ends = words.dates[tense];
  const time = aboutWhere(words, reading, words.dates.time(ended));
  if (hasHour(reading)) return ends.atTime(time, day, zone);
  if (reading.bound === 'before') return ends.before(aboutWhere(words, reading, day), zone);
  if (reading.approximate === true) return ends.about(day, zone);
  return reading.bound === 'effective' ? ends.startOfDay(day, zone) : ends.endOfDay(day, zone);
}

/** `24 days earlier`, `1 day later`, `the same day`. */
export function shiftText({ dates }: Words, days: number): Text {
  if (days === 0) return dates.sameDay;
  return days < 0 ? dates.earlier(-days) : dates.later(days);
}

/** Names the zones that this machine does not know; null where it knows them all. */
export function zonesNote(words: Words, zones: readonly string[]): Text | null {
  const unknown = [...new Set(zones)].filter((zone) => !isZone(zone));
  if (unknown.length === 0) return null;
  return words.dates.zonesNote(words.lists.and(unknown.slice(0, 3).map((zone) => [typed(zone, 60)])));
}
