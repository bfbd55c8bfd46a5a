/** Shares with the interval that so few cases leave open: Wilson's score interval. */

/** `count` of `n` cases. */
export interface Proportion {
  readonly count: number;
  readonly n: number;
}

/** Both from 0 to 1. */
export interface ConfidenceInterval {
  readonly low: number;
  readonly high: number;
}

/** The quantile of the normal distribution that leaves 2.5 % on either side. */
export const Z_95 = 1.959963984540054;

/** With fewer cases a share says less than the counts, so none is shown. */
export const FEWEST_FOR_A_SHARE = 5;

/** The 95 % interval of a share (Wilson 1927); of no case, everything is possible. */
export function wilsonInterval({ count, n }: Proportion): ConfidenceInterval {
  if (n === 0) return { low: 0, high: 1 };
  const share = count / n;
  const square = Z_95 ** 2 / n;
  const middle = share + square / 2;
  const half = Z_95 * Math.sqrt((share * (1 - share)) / n + square / (4 * n));
  const bounded = (value: number) => Math.min(1, Math.max(0, value / (1 + square)));
  return { low: bounded(middle - half), high: bounded(middle + half) };
}

/** How many of `cases` hold, out of all of them. */
export function proportionOf<Case>(cases: readonly Case[], holds: (one: Case) => boolean): Proportion {
  return { count: cases.filter(holds).length, n: cases.length };
}

/** The median; of an even number the mean of the two in the middle, null of none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  if (upper === undefined) return null;
  const lower = sorted[Math.ceil(middle) - 1] ?? upper;
  return (lower + upper) / 2;
}
