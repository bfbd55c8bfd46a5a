/** The bound of a date that names none itself (rules 33). */
import type { ReadResult } from '../domain/reading.js';
import type { ReadingFrame } from './build.js';
import { CLAUSE_STEPS, spanOf } from './clause.js';
import { BEFORE_EVENT } from './lexicon/before-event.js';
import { ACTS_ON_DAY } from './lexicon/threats.js';
import type { Phrase } from './phrase.js';
import type { ReadInput } from './read-input.js';

/** A date alone: no word such as "by" or "until" says how it ends, and it has no other end. */
const namesPoint = ({ bound, limits, count, base, offset, to, till, toTime, part, days, instant }: Phrase) =>
  bound === 'by' &&
  !limits &&
  (count === null || base !== null || !count.count.open) &&
  to === null &&
  till === null &&
  toTime === null &&
  part === null &&
  (days.length > 0 || base !== null || count !== null || offset !== null || instant !== null) &&
  days.every(({ of }) => of !== 'range' && of !== 'day-end' && of !== 'period');

/** "On June 10th we will impose …": the day on which somebody says to act is when that takes effect. */
function isDayOfAct(phrase: Phrase, { normalized, clauses, steps }: ReadInput): boolean {
  const pattern = ACTS_ON_DAY[normalized.language];
  const span = spanOf(phrase, normalized);
  if (pattern === undefined || span === null || phrase.count !== null) return false;
  return steps.take(CLAUSE_STEPS) && pattern.test(clauses.clauseAround(span));
}

/** "Before the election on November 5": whatever happens on a day, what is due before it is due before that day. */
function isBeforeEvent(phrase: Phrase, { normalized, clauses, steps }: ReadInput): boolean {
  const pattern = BEFORE_EVENT[normalized.language];
  const span = spanOf(phrase, normalized);
  if (pattern === undefined || span === null || phrase.bound !== 'by' || phrase.limits) return false;
  if (phrase.days.length === 0 || phrase.count !== null) return false;
  return steps.take(CLAUSE_STEPS) && pattern.test(clauses.clauseAround(span));
}

/** The bound that the words around a date give it. */
export function boundOf(phrase: Phrase, input: ReadInput): Phrase['bound'] {
  if (isBeforeEvent(phrase, input)) return 'before';
  return namesPoint(phrase) && isDayOfAct(phrase, input) ? 'effective' : phrase.bound;
}

/**
 * The frame of a date that takes effect as the deadline it moves does; null where it has a bound of its own, or where that
 * one ended with a day or before it: people who say "before 11 September" and then "31 August" mean the day.
 */
export function boundKept(
  phrase: Phrase,
  frame: ReadingFrame,
  { context: { inForce } }: ReadInput,
): ReadingFrame | null {
  const bound = inForce?.bound;
  if (bound !== 'effective' || frame.bound !== 'by' || !namesPoint(phrase)) return null;
  return { ...frame, bound, assumed: [...frame.assumed, { kind: 'bound-kept', bound }] };
}

/** Whether every reading is a point of time that a bound can stand at. */
export function arePoints(result: ReadResult | null): boolean {
  if (result === null || result.kind === 'not-a-deadline') return false;
  const readings = result.kind === 'read' ? [result.reading] : result.candidates;
  return readings.every(
    ({ precision, openBeginning }) => precision === 'instant' || (precision === 'day' && !openBeginning),
  );
}
