import type { Atom } from './atom.js';
import type { TimeOfDay } from './span.js';

export type Of<K extends Atom['kind']> = Extract<Atom, { kind: K }>;

/** One time expression, put together from its parts; what each means is not worked out yet. */
export interface Phrase {
  /** Indexes of the plain words, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly bound: 'by' | 'before' | 'effective';
  /** Whether a word such as "by" or "until" stands before it. */
  readonly limits: boolean;
  /** It says only from when on: no deadline. */
  readonly lower: boolean;
  /** It is said to be over. */
  readonly past: boolean;
  /** It comes again and again: "every Monday". */
  readonly repeated: boolean;
  readonly orSooner: boolean;
  /** One day, or several words for it ("Friday", "8 August"). */
  readonly days: readonly Of<'days'>[];
  /** Another day and time at which it ends: "from noon today until 5 pm tomorrow". */
  readonly till: Phrase | null;
  /** The other end of a range. */
  readonly to: Of<'days'> | null;
  readonly count: Of<'count'> | null;
  /** What a count or an offset is counted from, and in which direction. */
  readonly base: { readonly sign: 1 | -1; readonly of: Phrase } | null;
  readonly offset: Of<'offset'> | null;
  readonly time: Of<'time'> | null;
  readonly toTime: TimeOfDay | null;
  readonly part: Of<'part'> | null;
  readonly zone: Of<'zone'> | null;
  readonly instant: Of<'instant'> | null;
  /** What in it can't be read: nothing else of it holds then. */
  readonly fault: Of<'fault'> | null;
  /** A zone that is not known, where the rest may hold all the same. */
  readonly unknownZone: Of<'unknown-zone'> | null;
}
