/** The three shares of a record that a leaderboard compares. */
import type { Proportion } from './proportion.js';

/** Each share with its own denominator, as in the figures of one issuer. */
export interface Tally {
  /** Cases that are counted. */
  readonly cases: number;
  /** Of them, those that wait for a review. */
  readonly notReviewed: number;
  readonly met: Proportion;
  readonly moved: Proportion;
  /** Carried out in full, of those where the threat fell due. */
  readonly carriedOut: Proportion;
}

/** One row of a leaderboard. */
export interface IssuerTally extends Tally {
  readonly name: string;
}

/** The counts of every issuer, and of all cases of the record, each once. */
export interface Leaderboard {
  /** The issuer with the most cases first, then by name. A joint case counts for each of its issuers. */
  readonly issuers: readonly IssuerTally[];
  readonly all: Tally;
  readonly leftOut: { readonly unsourced: number; readonly hidden: number };
}

export const NO_TALLY: Tally = {
  cases: 0,
  notReviewed: 0,
  met: { count: 0, n: 0 },
  moved: { count: 0, n: 0 },
  carriedOut: { count: 0, n: 0 },
};

const sum = (a: Proportion, b: Proportion): Proportion => ({ count: a.count + b.count, n: a.n + b.n });

/** The counts of both together. */
export function addTallies(a: Tally, b: Tally): Tally {
  return {
    cases: a.cases + b.cases,
    notReviewed: a.notReviewed + b.notReviewed,
    met: sum(a.met, b.met),
    moved: sum(a.moved, b.moved),
    carriedOut: sum(a.carriedOut, b.carriedOut),
  };
}
