/** What is running, in lines: digests of a countdown, boards, and the nudge to curators. */
import type { Ultimatum } from '../domain/ultimatum.js';
import { subject } from './subject.js';
import { partiesText, zonesOf, type Numbered } from './about.js';
import { endText, longDay, namedInstant, relative, shownEnd, weekday, zonesNote } from './dates.js';
import { typed } from './typed.js';
import type { Words } from './index.js';
import { head, joinTexts, plain, small, strong, type Line, type Text } from './parts.js';
import { capitalized } from './text.js';
import { FULL, type TextBudget } from './text-budget.js';
import type { RecordInstant } from '../domain/instant.js';

/** What runs: the soonest, and how many there are of each kind. */
export interface Counts {
  /** The first ten that run with a date, soonest first. */
  readonly first: readonly Numbered[];
  /** How many run with a date. */
  readonly dated: number;
  readonly undated: number;
  readonly paused: number;
  /** Passed and not yet reviewed. */
  readonly passed: number;
}

/** What a countdown says at one fire. */
export interface Digest extends Counts {
  /** The fire's instant (ms UTC); the heading has its day. */
  readonly on: number;
  /** The schedule's zone, IANA. */
  readonly zone: string;
}

/** The demand alone, with a capital letter, cut to the budget. */
export function demandSentence({ demand }: Ultimatum, budget: TextBudget): Text {
  return capitalized([typed(demand, budget.text)]);
}

function demandAndThreat({ overviews }: Words, ultimatum: Ultimatum, budget: TextBudget): Text {
  const { threat } = ultimatum;
  const demand = demandSentence(ultimatum, budget);
  return threat === null ? demand : overviews.demandOrThreat(demand, typed(threat, budget.text));
}

export interface DigestLineOptions {
  readonly budget: TextBudget;
  /** Whether the threat is named. */
  readonly threats: boolean;
}

/** A running ultimatum in one line; `now` decides which years go without saying. Null where it has no date. */
export function digestLine(
  words: Words,
  { number, ultimatum }: Numbered,
  now: RecordInstant,
  { budget, threats }: DigestLineOptions,
): Line | null {
  const reading = ultimatum.inForce?.reading;
  if (reading === undefined) return null;
  const { overviews, posts } = words;
  const text = overviews.line(
    strong(weekday(words, namedInstant(reading), reading.zone, now)),
    relative(words, shownEnd(reading), now),
    partiesText(words, ultimatum, budget),
    threats ? demandAndThreat(words, ultimatum, budget) : demandSentence(ultimatum, budget),
    subject(number),
  );
  return plain(ultimatum.moves === 0 ? text : overviews.withMoves(text, posts.moves(ultimatum.moves)));
}

/** Whose dates are shown, and the zones among them that are not known here. */
export function zonesText(words: Words, shown: readonly Numbered[], zones: readonly string[] = []): Text {
  const note = zonesNote(words, [...zones, ...shown.flatMap(({ ultimatum }) => zonesOf(ultimatum))]);
  return joinTexts([words.overviews.issuersZone, note], words.space);
}

/** `Also 1 without a date, 1 paused.`; null where there is nothing else. */
export function alsoText(
  { overviews }: Words,
  { undated, paused, passed }: Pick<Counts, 'undated' | 'paused' | 'passed'>,
): Text | null {
  const { also } = overviews;
  const counts = joinTexts(
    [
      undated === 0 ? null : also.undated(undated),
      paused === 0 ? null : also.paused(paused),
      passed === 0 ? null : also.passed(passed),
    ],
    also.between,
  );
  return counts.length === 0 ? null : also.line(counts);
}

export interface DigestOptions extends DigestLineOptions {
  /** At most this many ultimatums are named. */
  readonly lines: number;
}

/** What a countdown says at one fire. */
export function digestLines(
  words: Words,
  digest: Digest,
  { lines, ...options }: DigestOptions,
): readonly Line[] {
  const { overviews, names } = words;
  const shown = digest.first
    .slice(0, lines)
    .flatMap((numbered) => digestLine(words, numbered, digest.on, options) ?? []);
  const more = digest.dated - shown.length;
  const day = longDay(words, digest.on, digest.zone);
  const zones = zonesText(words, digest.first, [digest.zone]);
  return [
    head(digest.dated === 0 ? overviews.digest.headNone(day) : overviews.digest.head(day, digest.dated)),
    ...shown,
    ...(more > 0 ? [plain(names.andMore(more))] : []),
    small(joinTexts([alsoText(words, digest), zones], words.space)),
  ];
}

/** An ultimatum that has passed, in one line; null where it never had a date. */
export function passedLine(words: Words, { number, ultimatum }: Numbered, now: RecordInstant): Line | null {
  const reading = ultimatum.versions.at(-1)?.reading;
  if (reading === undefined) return null;
  const parties = partiesText(words, ultimatum, { ...FULL, name: 30, names: 60 });
  const time = relative(words, shownEnd(reading), now);
  const ended = words.dates.countdown(endText(words, reading, 'ended', { year: true }), [time]);
  return plain(words.overviews.nudge.line(subject(number), parties, ended));
}

/** To curators: what passed and nobody has reviewed yet; `total` counts also what is not shown. */
export function nudgeLines(
  words: Words,
  waiting: readonly Numbered[],
  total: number,
  now: RecordInstant,
): readonly Line[] {
  const lines = waiting.flatMap((numbered) => passedLine(words, numbered, now) ?? []);
  const more = total - lines.length;
  return [
    head(words.overviews.nudge.head(total)),
    ...lines,
    ...(more > 0 ? [plain(words.names.andMore(more))] : []),
  ];
}
