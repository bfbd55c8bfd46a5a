/** What happened in a record within a week, in lines: what moved, passed and was closed, and what was corrected. */
import type { RecordInstant } from '../domain/instant.js';
import type { MoveInWeek, WeekSpan } from '../domain/week.js';
import { daysBetween } from '../domain/calendar-days.js';
import { partiesText, type Numbered } from './about.js';
import { dateOf, longDay, shiftText } from './dates.js';
import { passedLine } from './digest.js';
import { headlineText } from './headline.js';
import type { Words } from './index.js';
import { head, item, plain, small, strong, type Line, type Text } from './parts.js';
import { subject } from './subject.js';
import { type TextBudget } from './text-budget.js';
import { typed } from './typed.js';

/** An ultimatum whose deadline moved. */
export type MovedInWeek = Numbered & MoveInWeek;

/** A correction of an entry. */
export interface CorrectedInWeek extends Numbered {
  readonly reason: string;
}

/** The week that ends at `on` (record's ms UTC). */
export interface Week extends WeekSpan {
  /** The schedule's zone, IANA. */
  readonly zone: string;
  /** Everything of which something was recorded in it, as it stands today; the others below as they stood when it ended. */
  readonly changed: readonly Numbered[];
  readonly moved: readonly MovedInWeek[];
  /** Passed and not reviewed so far. */
  readonly passed: readonly Numbered[];
  /** Resolved, withdrawn or replaced. */
  readonly closed: readonly Numbered[];
  readonly corrected: readonly CorrectedInWeek[];
}

export interface WeekOptions {
  /** Of each kind at most so many are named; with 0 they are only counted. */
  readonly lines: number;
  readonly budget: TextBudget;
}

function movedLine(words: Words, moved: MovedInWeek, budget: TextBudget): Line {
  const { before, after, number, ultimatum } = moved;
  const shift = shiftText(words, daysBetween(before.reading, after.reading, before.reading.zone));
  const parties = partiesText(words, ultimatum, budget);
  const [was, now] = [dateOf(words, before.reading), dateOf(words, after.reading)];
  return item(words.overviews.week.movedLine(parties, was, now, shift, subject(number)));
}

function passedItem(words: Words, passed: Numbered, on: RecordInstant): Line | null {
  const line = passedLine(words, passed, on);
  return line === null ? null : item(line.text);
}

function closedLine(words: Words, { number, ultimatum }: Numbered, budget: TextBudget): Line {
  const parties = partiesText(words, ultimatum, budget);
  const headline = strong(headlineText(words, ultimatum.headline));
  return item(words.overviews.week.closedLine(parties, headline, subject(number)));
}

function correctedLine(
  words: Words,
  { number, ultimatum, reason }: CorrectedInWeek,
  budget: TextBudget,
): Line {
  const parties = partiesText(words, ultimatum, budget);
  return item(words.overviews.week.correctedLine(subject(number), parties, typed(reason, budget.text)));
}

/** One kind of thing that happened: how often, and the first few. */
function sectionOf<Event>(
  { names }: Words,
  title: (count: number) => Text,
  events: readonly Event[],
  most: number,
  write: (event: Event) => Line | null,
): readonly Line[] {
  if (events.length === 0) return [];
  const shown = events.slice(0, most).flatMap((event) => write(event) ?? []);
  const more = events.length - shown.length;
  return [
    plain(title(events.length)),
    ...shown,
    ...(more > 0 && most > 0 ? [plain(names.andMore(more))] : []),
  ];
}

/** Everything of a week; the lines of the kinds in which nothing happened are missing. */
export function weekLines(words: Words, week: Week, { lines, budget }: WeekOptions): readonly Line[] {
  const texts = words.overviews.week;
  const { from, on, zone } = week;
  return [
    head(texts.head(longDay(words, on, zone))),
    ...sectionOf(words, texts.moved, week.moved, lines, (moved) => movedLine(words, moved, budget)),
    ...sectionOf(words, texts.passed, week.passed, lines, (passed) => passedItem(words, passed, on)),
    ...sectionOf(words, texts.closed, week.closed, lines, (closed) => closedLine(words, closed, budget)),
    ...sectionOf(words, texts.corrected, week.corrected, lines, (one) => correctedLine(words, one, budget)),
    small(texts.since(longDay(words, from, zone))),
  ];
}
