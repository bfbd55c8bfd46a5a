/** The smallest parts of a time expression, and the rules that find them. */
import type { ReadFault } from '../domain/reading-facts.js';
import type { Anchor } from './anchor.js';
import type { Count, DaySpan, Interpretation, PartOfDay, TimeOfDay } from './span.js';

/** Makes a fault of the words as they were written. */
type FaultOf = (given: string) => ReadFault;

/** What a word before or behind a date says of it. */
export type Mark =
  | 'by'
  | 'before'
  | 'effective'
  | 'after'
  | 'from'
  | 'between'
  | 'until'
  | 'within'
  | 'earliest'
  | 'or-sooner'
  | 'ago'
  | 'repeated';

/** What kind of day is named: a weekday beside a date or a week says one day together. */
export type DayKind = 'date' | 'range' | 'day-end' | 'weekday' | 'ordinal' | 'week' | 'day' | 'period';

/** The least piece of a time expression that means something by itself. */
export type Meaning =
  | {
      readonly kind: 'days';
      readonly of: DayKind;
      readonly resolve: (anchor: Anchor) => Interpretation | null;
    }
  | { readonly kind: 'count'; readonly count: Count; readonly past: boolean; readonly lasting: boolean }
  | { readonly kind: 'time'; readonly time: TimeOfDay; readonly to?: TimeOfDay; readonly weak: boolean }
  | { readonly kind: 'part'; readonly part: PartOfDay; readonly today: boolean }
  | { readonly kind: 'zone'; readonly zone: string; readonly name: string }
  | { readonly kind: 'instant'; readonly resolve: (anchor: Anchor) => number | null }
  /** "The day after", "the week of": says a day of the date that follows. */
  | { readonly kind: 'offset'; readonly apply: (base: DaySpan) => DaySpan }
  | { readonly kind: 'mark'; readonly mark: Mark }
  /** What stands in the place of a part and can't be read: the whole is refused. */
  | { readonly kind: 'fault'; readonly reason: FaultOf }
  /** What stands in the place of a zone and is none that is known: the rest becomes a question. */
  | { readonly kind: 'unknown-zone' };

/** A meaning and the words it stands in: indexes of the plain text, `end` exclusive. */
export type Atom = Meaning & { readonly start: number; readonly end: number };

export type Match = readonly (string | undefined)[];

/** Where in the plain text a rule matched. */
export interface MatchPosition {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Whether the words right before a match are such. `pattern` ends with `$`. */
export const follows = ({ text, from }: MatchPosition, pattern: RegExp): boolean =>
  pattern.test(text.slice(Math.max(0, from - 40), Math.max(0, from - 1)));

/** Whether the match is all there is. */
export const isWhole = ({ text, from, to }: MatchPosition): boolean =>
  from === 0 && /^[ .!?]*$/.test(text.slice(to, to + 8));

/** A part that can't be read. */
export const fault = (reason: FaultOf): Extract<Meaning, { kind: 'fault' }> => ({ kind: 'fault', reason });

/** Whether it can't be read, in whole or in part. */
export const isFaulty = ({ kind }: Meaning): boolean => kind === 'fault' || kind === 'unknown-zone';

export interface Rule {
  readonly pattern: RegExp;
  readonly make: (match: Match, place: MatchPosition) => Meaning | null;
}

/** A rule of whole words, tried where a word begins. */
export const rule = (source: string, make: Rule['make']): Rule => ({
  pattern: new RegExp(`(?:${source})(?= |$)`, 'y'),
  make,
});

/** A rule that finds days. */
export const days = (
  source: string,
  of: DayKind,
  find: (match: Match, anchor: Anchor) => Interpretation | null,
): Rule => rule(source, (match) => ({ kind: 'days', of, resolve: (anchor) => find(match, anchor) }));
