import type { DateTime } from 'luxon';

/** Calendar days in a zone: `first` and `last` are starts of local days, both belonging to it. */
export interface Days {
  readonly kind: 'days';
  readonly first: DateTime;
  readonly last: DateTime;
  readonly precision: 'day' | 'window' | 'month';
  /** The words name only where it ends ("within", "by the end of"). */
  readonly open: boolean;
  readonly assumed: readonly string[];
}

/** A span of elapsed time that ends at an instant. */
export interface Elapsed {
  readonly kind: 'elapsed';
  readonly from: DateTime;
  readonly to: DateTime;
  readonly open: boolean;
  readonly assumed: readonly string[];
}

/** More than one honest reading. */
export interface Choice {
  readonly kind: 'choice';
  readonly of: readonly Days[];
  readonly reason: string;
}

export type Found = Days | Elapsed | Choice;

export function oneDay(day: DateTime, assumed: readonly string[] = []): Days {
  const start = day.startOf('day');
  return { kind: 'days', first: start, last: start, precision: 'day', open: false, assumed };
}

export function daysFrom(first: DateTime, last: DateTime, assumed: readonly string[] = []): Days {
  const start = first.startOf('day');
  return {
    kind: 'days',
    first: start,
    last: last.startOf('day'),
    precision: start.hasSame(last, 'day') ? 'day' : 'window',
    open: false,
    assumed,
  };
}

export const choice = (of: readonly Days[], reason: string): Choice => ({ kind: 'choice', of, reason });
