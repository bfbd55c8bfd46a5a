/** Reads a deadline in words: the entrance to this room. */
import type { Reading, ReadResult } from '../domain/reading.js';
import { DAY } from '../domain/durations.js';
import { zoneNamed } from './calendar.js';
import { awaitedEvent } from './event.js';
import { CLEARLY, find, type DeadlineCandidate } from './find.js';
import type { ReadingContext } from './read-input.js';
import {
  knownRejection,
  rejected,
  STATEMENT_DAY_UNKNOWN,
  TOO_COMPLEX,
  UNRECOGNIZED,
  undatedReading,
  unreadable,
  waiting,
  WAITS_FOR_EVENT,
  type ReadingOrigin,
} from './refuse.js';
import { ALL_CONDITION } from './lexicon/events.js';
import { ambiguous } from './resolve-reading.js';
import { MAX_PHRASE_LENGTH, MAX_POST_LENGTH, stepsFor, type Steps } from './steps.js';

export { zoneNamed } from './calendar.js';
export { reportedDays, type DeadlineCandidate } from './find.js';
export { readMoment } from './moment.js';
export type { ReadingContext } from './read-input.js';
export { MAX_PHRASE_LENGTH, MAX_POST_LENGTH, stepsFor, type Steps } from './steps.js';
export { findZone, suggestZones } from './zones.js';
export { zonesOfPlace } from './names/places.js';

const byScore = (a: DeadlineCandidate, b: DeadlineCandidate) => b.score - a.score || a.start - b.start;

/**
 * The dates of a text that may be its deadline, the likeliest first; none where there is none, or where reading it
 * takes more than `steps`. Only the first 4,000 characters are looked at.
 */
export function findDeadlines(
  text: string,
  context: ReadingContext,
  steps: Steps = stepsFor(text),
): readonly DeadlineCandidate[] {
  const { candidates } = find(text.slice(0, MAX_POST_LENGTH), text, context, steps);
  return steps.exhausted ? [] : [...candidates].sort(byScore);
}

const readingsOf = ({ result }: DeadlineCandidate): readonly Reading[] =>
  result.kind === 'read' ? [result.reading] : result.candidates;

/** One date clearly before the others is read; else it is asked which is meant. */
function chooseDate(sorted: readonly DeadlineCandidate[]): ReadResult | null {
  const [best, next] = sorted;
  if (best === undefined) return null;
  const same = sorted.every((one) => readingsOf(one)[0]?.latest === readingsOf(best)[0]?.latest);
  if (next === undefined || same || best.score - next.score >= CLEARLY) return best.result;
  const all = new Map(sorted.flatMap(readingsOf).map((one) => [`${one.earliest} ${one.latest}`, one]));
  return ambiguous([...all.values()], { kind: 'several-dates' });
}

/** Later days on which words may have been said that were said in a month or a year: one in another week, one in another month. */
const OTHER_DAYS = [7 * DAY, 45 * DAY];
/** A date without a year, said after it, is that of the next year: what lies farther apart says nothing of a count. */
const MOST_SHIFT = 200 * DAY;

const endsOf = (result: ReadResult): readonly (number | null)[] => {
  if (result.kind === 'not-a-deadline') return [];
  return (result.kind === 'read' ? [result.reading] : result.candidates).map(({ latest }) => latest);
};

/** Of several dates those that are the same whatever the day of the statement was; null where none is. */
function withoutCounted(result: ReadResult, others: readonly ReadResult[]): ReadResult | null {
  if (result.kind !== 'ambiguous' || result.reason.kind !== 'several-dates') return null;
  const fixed = result.candidates.filter(({ latest }) =>
    others.every((other) => endsOf(other).includes(latest)),
  );
  return fixed.length === 0 ? null : { ...result, candidates: fixed };
}

/**
 * Reads a stated deadline. Where only the month or the year of the statement is known, words that count from its day
 * are refused. Otherwise as `readSaid`.
 */
export function readDeadline(
  words: string,
  context: ReadingContext,
  steps: Steps = stepsFor(words),
): ReadResult {
  const result = readSaid(words, context, steps);
  const { at, until, zone, zoneFrom } = context;
  const latest = endsOf(result)[0] ?? null;
  if (until === undefined || latest === null) return result;
  const others = OTHER_DAYS.filter((later) => at + later < until).map((later) =>
    readSaid(words, { ...context, at: at + later }, stepsFor(words)),
  );
  const counts = others.some((said) => {
    const other = endsOf(said)[0] ?? null;
    return other !== null && other !== latest && Math.abs(other - latest) < MOST_SHIFT;
  });
  if (!counts) return result;
  return withoutCounted(result, others) ?? rejected({ words, zone, zoneFrom }, STATEMENT_DAY_UNKNOWN);
}

/**
 * Reads words said at an instant or on a day. Total: every string gives a value (rules 1 to 7). Instants ms UTC, `latest` exclusive for
 * days. More than 300 characters are refused with that reason, and so is what takes more than `steps`.
 */
function readSaid(words: string, context: ReadingContext, steps: Steps): ReadResult {
  const base: ReadingOrigin = { words, zone: context.zone, zoneFrom: context.zoneFrom };
  if (zoneNamed(context.zone) === null) {
    return rejected(base, unreadable({ kind: 'unknown-zone', given: context.zone }));
  }
  const text = words.trim();
  if (text.length > MAX_PHRASE_LENGTH) {
    return rejected(base, unreadable({ kind: 'too-long', length: text.length, max: MAX_PHRASE_LENGTH }));
  }
  const { candidates, refused, faulty } = find(text, words, context, steps);
  if (steps.exhausted) return rejected(base, TOO_COMPLEX);
  const sorted = [...candidates].sort(byScore);
  const [fault] = [...faulty].sort((a, b) => b.score - a.score);
  const [best] = sorted;
  // What may well be the deadline and can't be read is said, and not passed over for another date.
  if (fault !== undefined && best !== undefined && fault.score >= best.score) return fault.result;
  const read = chooseDate(sorted);
  if (read !== null) return read;
  const known = knownRejection(text);
  const [first] = refused;
  const waits = known === null && first === undefined && ALL_CONDITION.test(text);
  if (waits || known === WAITS_FOR_EVENT) return waiting(base, awaitedEvent(text));
  return known === null ? (first ?? rejected(base, UNRECOGNIZED)) : rejected(base, known);
}

/** Words that are kept without a date, because somebody says that they name none. As `readDeadline`. */
export function readUndated(words: string, context: ReadingContext): Reading {
  const result = readDeadline(words, context);
  if (result.kind === 'not-a-deadline') return result.undated;
  const undated =
    result.kind === 'ambiguous' ? result.candidates.find(({ latest }) => latest === null) : null;
  const { zone, zoneFrom } = context;
  return undated ?? undatedReading({ words, zone, zoneFrom }, 'vague');
}
