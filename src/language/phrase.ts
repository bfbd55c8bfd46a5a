/** A time expression as a whole, before it is resolved. */
import type { Atom } from './atom.js';
import type { TimeOfDay } from './span.js';

export type AtomOf<K extends Atom['kind']> = Extract<Atom, { kind: K }>;

/** The same time as another clock tells it. */
export interface SecondClock {
  readonly time: AtomOf<'time'>;
  readonly zone: AtomOf<'zone'>;
  /** The day there, where the words name it: "(0000 GMT Tuesday)". */
  readonly days: AtomOf<'days'> | null;
}

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
  readonly days: readonly AtomOf<'days'>[];
  /** Another day and time at which it ends: "from noon today until 5 pm tomorrow". */
  readonly till: Phrase | null;
  /** The other end of a range. */
  readonly to: AtomOf<'days'> | null;
  readonly count: AtomOf<'count'> | null;
  /** What a count or an offset is counted from, and in which direction. */
  readonly base: { readonly sign: 1 | -1; readonly of: Phrase } | null;
  readonly offset: AtomOf<'offset'> | null;
  readonly time: AtomOf<'time'> | null;
  readonly toTime: TimeOfDay | null;
  readonly part: AtomOf<'part'> | null;
  readonly zone: AtomOf<'zone'> | null;
  /** The same time by other clocks: "(0800 GMT)". */
  readonly clocks: readonly SecondClock[];
  readonly instant: AtomOf<'instant'> | null;
  /** What in it can't be read: nothing else of it holds then. */
  readonly fault: AtomOf<'fault'> | null;
  /** A zone that is not known, where the rest may hold all the same. */
  readonly unknownZone: AtomOf<'unknown-zone'> | null;
}
