import type { Reading, ReadResult } from '../domain/reading.js';
import { zoneNamed } from './calendar.js';
import { find, type Candidate, type Saying } from './find.js';
import { knownNo, no, TOO_COMPLEX, UNRECOGNIZED, unreadable, type Undated } from './refuse.js';
import { ask } from './resolve-reading.js';
import { MOST_PHRASE, MOST_POST, stepsFor, type Steps } from './steps.js';

export { zoneNamed } from './calendar.js';
export type { Candidate, Saying } from './find.js';
export { readMoment } from './moment.js';
export { MOST_PHRASE, MOST_POST, stepsFor, type Steps } from './steps.js';
export { findZone, suggestZones } from './zones.js';

/** So much more must speak for one date than for the next, or it is asked. */
const CLEARLY = 2;

const byScore = (a: Candidate, b: Candidate) => b.score - a.score || a.start - b.start;

/**
 * The dates of a text that may be its deadline, the likeliest first; none where there is none, or where reading it
 * takes more than `steps`. Only the first 4,000 characters are looked at.
 */
export function findDeadlines(
  text: string,
  saying: Saying,
  steps: Steps = stepsFor(text),
): readonly Candidate[] {
  const { candidates } = find(text.slice(0, MOST_POST), text, saying, steps);
  return steps.exhausted ? [] : [...candidates].sort(byScore);
}

const readingsOf = ({ result }: Candidate): readonly Reading[] =>
  result.kind === 'read' ? [result.reading] : result.candidates;

/** One date clearly before the others is read; else it is asked which is meant. */
function chosen(sorted: readonly Candidate[]): ReadResult | null {
  const [first, second] = sorted;
  if (first === undefined) return null;
  const same = sorted.every((one) => readingsOf(one)[0]?.latest === readingsOf(first)[0]?.latest);
  if (second === undefined || same || first.score - second.score >= CLEARLY) return first.result;
  const all = new Map(sorted.flatMap(readingsOf).map((one) => [`${one.earliest} ${one.latest}`, one]));
  return ask([...all.values()], { kind: 'several-dates' });
}

/**
 * Reads a stated deadline. Total: every string gives a value (rules 1 to 7). Instants ms UTC, `latest` exclusive for
 * days. More than 300 characters are refused with that reason, and so is what takes more than `steps`.
 */
export function readDeadline(words: string, saying: Saying, steps: Steps = stepsFor(words)): ReadResult {
  const base: Undated = { words, zone: saying.zone, zoneFrom: saying.zoneFrom };
  if (zoneNamed(saying.zone) === null) {
    return no(base, unreadable({ kind: 'unknown-zone', given: saying.zone }));
  }
  const text = words.trim();
  if (text.length > MOST_PHRASE) {
    return no(base, unreadable({ kind: 'too-long', length: text.length, max: MOST_PHRASE }));
  }
  const { candidates, refused, faulty } = find(text, words, saying, steps);
  if (steps.exhausted) return no(base, TOO_COMPLEX);
  const sorted = [...candidates].sort(byScore);
  const [fault] = [...faulty].sort((a, b) => b.score - a.score);
  const [first] = sorted;
  // What may well be the deadline and can't be read is said, and not passed over for another date.
  if (fault !== undefined && first !== undefined && fault.score >= first.score) return fault.result;
  const read = chosen(sorted);
  if (read !== null) return read;
  const known = knownNo(text);
  return known === null ? (refused[0] ?? no(base, UNRECOGNIZED)) : no(base, known);
}
