/** The port for the figures of a record. */
import type { CountedCase } from '../../domain/figures/record.js';
import type { Leaderboard } from '../../domain/figures/tally.js';
import type { RecordInstant } from '../../domain/instant.js';

/** What the figures of a server's record are counted from. */
export interface FigureStore {
  /** Every visible case of an issuer under any of their names, by number; also those that are left out for want of a source. */
  issuerCases(guild: string, issuer: string): Promise<readonly CountedCase[]>;
  /** At `now`, record's ms UTC. */
  leaderboard(guild: string, now: RecordInstant): Promise<Leaderboard>;
}
