/** The port for the figures of a record. */
import type { CountedCase } from '../../domain/figures/record.js';
import type { Tally } from '../../domain/figures/tally.js';
import type { RecordInstant } from '../../domain/instant.js';

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

/** What the figures of a server's record are counted from. */
export interface FigureStore {
  /** Every visible case of an issuer under any of their names, by number; also those that are left out for want of a source. */
  issuerCases(guild: string, issuer: string): Promise<readonly CountedCase[]>;
  /** At `now`, record's ms UTC. */
  leaderboard(guild: string, now: RecordInstant): Promise<Leaderboard>;
}
