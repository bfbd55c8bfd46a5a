/** Why words are no deadline. */
import type { NoDeadlineReason, ReadFault } from '../domain/reading-facts.js';
import type { ReadResult, Reading } from '../domain/reading.js';
import { AS_SOON_AS } from './lexicon/events.js';
import { NO_DEADLINE } from './lexicon/no-deadline.js';

type NotADeadline = Extract<ReadResult, { kind: 'not-a-deadline' }>;

interface Rejection {
  readonly why: NotADeadline['why'];
  readonly reason: NoDeadlineReason;
}

export const unreadable = (reason: ReadFault): Rejection => ({ why: 'unreadable', reason });

export const LOWER_BOUND: Rejection = { why: 'lower-bound', reason: { kind: 'lower-bound' } };
export const PAST: Rejection = { why: 'past', reason: { kind: 'past' } };
export const PAST_EVENT: Rejection = { why: 'past', reason: { kind: 'past-event' } };
export const ANNOUNCEMENT: Rejection = { why: 'no-date', reason: { kind: 'announcement' } };
export const REPEATED: Rejection = { why: 'no-date', reason: { kind: 'recurring' } };
export const TOO_FAR: Rejection = { why: 'unreadable', reason: { kind: 'too-far' } };
export const EXTENSION: Rejection = { why: 'unreadable', reason: { kind: 'extension' } };
export const STATEMENT_DAY_UNKNOWN: Rejection = {
  why: 'unreadable',
  reason: { kind: 'statement-day-unknown' },
};
export const UNRECOGNIZED = unreadable({ kind: 'unrecognized' });
export const TOO_COMPLEX = unreadable({ kind: 'too-complex' });

const VAGUE: Rejection = { why: 'vague', reason: { kind: 'vague' } };

const none = (
  kind: 'none-stated' | 'as-soon-as-possible' | 'immediately' | 'waits-for-event',
): Rejection => ({
  why: 'no-date',
  reason: { kind },
});

export const WAITS_FOR_EVENT = none('waits-for-event');

/** The first that fits is the reason: "as soon as possible" is no lower bound, though "as soon as" is one. */
const STOCK_PHRASES: readonly (readonly [RegExp, Rejection])[] = [
  [NO_DEADLINE.none, none('none-stated')],
  [NO_DEADLINE.asSoonAsPossible, none('as-soon-as-possible')],
  [AS_SOON_AS, WAITS_FOR_EVENT],
  [NO_DEADLINE.lowerBound, LOWER_BOUND],
  [NO_DEADLINE.vague, VAGUE],
  [NO_DEADLINE.immediately, none('immediately')],
  [NO_DEADLINE.waitsForEvent, WAITS_FOR_EVENT],
];

/** The reading of words that is kept without a date. */
export const undatedReading = (
  { words, zone, zoneFrom }: ReadingOrigin,
  precision: 'vague' | 'none',
): Reading => ({
  words,
  zone,
  zoneFrom,
  earliest: null,
  latest: null,
  precision,
  bound: 'by',
  edtf: '..',
  orSooner: false,
  openBeginning: false,
  assumed: [],
});

export type ReadingOrigin = Pick<Reading, 'words' | 'zone' | 'zoneFrom'>;

/** The result for words that name no deadline. It also holds the reading that records them without a date. */
export function rejected(base: ReadingOrigin, { why, reason }: Rejection): NotADeadline {
  const undated = undatedReading(base, why === 'no-date' ? 'none' : 'vague');
  return { kind: 'not-a-deadline', why, reason, undated };
}

/** The result for words that wait for an event, which is kept with them where it is named. */
export function waiting(base: ReadingOrigin, what: string | null): NotADeadline {
  const result = rejected(base, WAITS_FOR_EVENT);
  if (what === null) return result;
  return { ...result, undated: { ...result.undated, event: { what, counted: false } } };
}

/** A reasoned no for words that are known to name no deadline; null for all others. */
export const knownRejection = (words: string): Rejection | null => {
  const text = words.toLowerCase().replaceAll(/\s+/g, ' ');
  return STOCK_PHRASES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
};
