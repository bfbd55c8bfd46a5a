import type { Reading, ReadResult } from '../domain/reading.js';
import { zoneNamed } from './civil.js';
import { find, type Candidate, type Saying } from './find.js';
import { knownNo, no, UNREAD, type Undated } from './refuse.js';
import { ask } from './settle.js';

export { zoneNamed } from './civil.js';
export { describeReading } from './describe.js';
export type { Candidate, Saying } from './find.js';
export { readMoment } from './moment.js';
export { findZone, suggestZones } from './zones.js';

/** Longer than any message; the rest would only cost time. */
const MOST_TEXT = 10_000;
/** So much more must speak for one date than for the next, or it is asked. */
const CLEARLY = 2;

const byScore = (a: Candidate, b: Candidate) => b.score - a.score || a.start - b.start;

/** The dates of a text that may be its deadline, the likeliest first; none where there is none. */
export function findDeadlines(text: string, saying: Saying): readonly Candidate[] {
  return [...find(text.slice(0, MOST_TEXT), text, saying).candidates].sort(byScore);
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
  return ask([...all.values()], 'More than one date is named.');
}

/** Reads a stated deadline. Total: every string gives a value (rules 1 to 7). Instants ms UTC, `latest` exclusive for days. */
export function readDeadline(words: string, saying: Saying): ReadResult {
  const base: Undated = { words, zone: saying.zone, zoneFrom: saying.zoneFrom };
  if (zoneNamed(saying.zone) === null) {
    return no(base, {
      why: 'unreadable',
      reason: `"${saying.zone.slice(0, 50)}" is not a time zone. Use a name such as Europe/Kyiv.`,
    });
  }
  const text = words.slice(0, MOST_TEXT);
  const { candidates, refused } = find(text, words, saying);
  const read = chosen([...candidates].sort(byScore));
  if (read !== null) return read;
  const known = knownNo(text);
  return known === null ? (refused[0] ?? no(base, UNREAD)) : no(base, known);
}
