/** The words of the picture of a timeline: its labels, and the whole story for those who don't see it. */
import { daysBetween } from '../../domain/calendar-days.js';
import type { RecordInstant } from '../../domain/instant.js';
import type { Version } from '../../domain/ultimatum.js';
import { localTime } from '../../domain/zone.js';
import { yearOf, type About } from '../about.js';
import { isSpan, namedInstant, placeText, shiftText, shortDay, shownEnd, weekday } from '../dates.js';
import type { Words } from '../index.js';
import type { Text } from '../parts.js';
import { quotation } from '../quotation.js';
import { timelineLines } from '../timeline.js';

const LONGEST_QUOTE = 32;

/** What stands at the line of one deadline. */
export interface LaneLabels {
  readonly stated: Text;
  readonly spoken: Text;
  readonly date: Text;
  /** What led to the deadline after it; null for the last one. */
  readonly move: Text | null;
}

function dateLabel(words: Words, { reading }: Version, near: RecordInstant, last: boolean): Text {
  const end = shownEnd(reading);
  if (isSpan(reading)) {
    const from = shortDay(words, reading.earliest, reading.zone, near);
    return words.dates.span(from, shortDay(words, end, reading.zone, near));
  }
  if (reading.precision === 'month')
    return words.dates.month(localTime(namedInstant(reading), reading.zone, words.language));
  const named = namedInstant(reading);
  return last ? weekday(words, named, reading.zone, near) : shortDay(words, named, reading.zone, near);
}

function moveLabel(words: Words, version: Version, next: Version | undefined): Text | null {
  if (next === undefined) return null;
  const { figure } = words.pages.ultimatum;
  if (next.revision === 'clarified') return figure.narrowed;
  const days = daysBetween(version.reading, next.reading, version.reading.zone);
  return days === 0 ? figure.moved : shiftText(words, days);
}

/** The labels of each deadline, oldest first. */
export function laneLabels(words: Words, { ultimatum }: About): readonly LaneLabels[] {
  const near = yearOf(ultimatum);
  return ultimatum.versions.map((version, index, all) => ({
    stated: shortDay(words, version.stated.start, ultimatum.zone, near),
    spoken: quotation(words, version.reading.words, LONGEST_QUOTE),
    date: dateLabel(words, version, near, index === all.length - 1),
    move: moveLabel(words, version, all[index + 1]),
  }));
}

/** How far apart the marks of the axis are. */
export type TickUnit = 'day' | 'month' | 'year';

/** A mark of the axis: `14 Jul`, `Aug 2025`, `2025`. */
export function tickText(words: Words, instant: RecordInstant, zone: string, unit: TickUnit): Text {
  const day = localTime(instant, zone, words.language);
  const { dates } = words;
  if (unit === 'day') return dates.day(day);
  return unit === 'month' ? dates.month(day) : dates.year(day);
}

/** The picture in words. */
export function figureTexts(
  words: Words,
  about: About,
): {
  readonly title: Text;
  readonly story: readonly Text[];
  readonly today: Text;
  readonly place: Text;
} {
  const { ultimatum, now } = about;
  const { figure } = words.pages.ultimatum;
  return {
    title: figure.title(ultimatum.versions.length),
    story: timelineLines(words, about).map(({ text }) => text),
    today: shortDay(words, now, ultimatum.zone, yearOf(ultimatum)),
    place: placeText(words, ultimatum.zone),
  };
}
