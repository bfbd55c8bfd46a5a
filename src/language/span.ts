/** Spans of days, counts and times of day: what the rules find. */
import type { AmbiguityReason, Assumption, LengthOfTime, PartName } from '../domain/reading-facts.js';
import type { Day } from './calendar.js';

/** Calendar days, `first` and `last` both belonging to it; in no zone yet. */
export interface DaySpan {
  readonly kind: 'days';
  readonly first: Day;
  readonly last: Day;
  readonly precision: 'day' | 'window' | 'month';
  /** The words name only where it ends ("within", "by the end of"). */
  readonly open: boolean;
  readonly assumed: readonly Assumption[];
}

/** More than one honest reading. */
export interface AlternativeSpans {
  readonly kind: 'choice';
  readonly of: readonly DaySpan[];
  readonly reason: AmbiguityReason;
}

export type Interpretation = DaySpan | AlternativeSpans;

export const oneDay = (day: Day, assumed: readonly Assumption[] = []): DaySpan => ({
  kind: 'days',
  first: day,
  last: day,
  precision: 'day',
  open: false,
  assumed,
});

/** The days from `first` to `last`, both included. */
export function daysFrom(first: Day, last: Day, assumed: readonly Assumption[] = []): DaySpan {
  const precision = first === last ? 'day' : 'window';
  return { kind: 'days', first, last, precision, open: false, assumed };
}

/** A whole month keeps its own precision. */
export const monthFrom = (first: Day, last: Day): DaySpan => ({
  ...daysFrom(first, last),
  precision: 'month',
});

export const alternatives = (of: readonly DaySpan[], reason: AmbiguityReason): AlternativeSpans => ({
  kind: 'choice',
  of,
  reason,
});

/** Its last day alone: "the end of", "by the end of". */
export const endOf = (days: DaySpan): DaySpan => ({ ...oneDay(days.last, days.assumed), open: true });

/** Every reading of a find changed in the same way. */
export const mapSpans = (found: Interpretation, change: (days: DaySpan) => DaySpan): Interpretation =>
  found.kind === 'days' ? change(found) : { ...found, of: found.of.map(change) };

/** The readings of a find, one or several. */
export const spansOf = (found: Interpretation): readonly DaySpan[] =>
  found.kind === 'days' ? [found] : found.of;

/** A count of time, as said: whole months and days are calendar arithmetic, seconds are elapsed. */
export type Amount = LengthOfTime;

export const isElapsed = ({ seconds }: Amount): boolean => seconds > 0;

export interface Count {
  readonly low: Amount;
  readonly high: Amount;
  /** "Within", "in the next": only the end is named. */
  readonly open: boolean;
  /** Counted from this very moment ("5 days from now"): its hour may be meant as well as its day. */
  readonly exact: boolean;
}

/** A time of day. */
export interface TimeOfDay {
  /** Seconds since local midnight, 0 to 86,400. */
  readonly seconds: number;
  /** "8 o'clock", "at 8": morning or evening was left open. */
  readonly open: boolean;
  /** "8:00": of the evening where the words beside it say so ("tonight"). */
  readonly evening?: boolean;
  /** Midnight belongs to two days, and which is asked back. */
  readonly midnight: boolean;
  readonly assumed: readonly Assumption[];
}

/** Part of a day, as seconds since local midnight. */
export interface PartOfDay {
  readonly name: PartName;
  readonly from: number;
  readonly to: number;
}
