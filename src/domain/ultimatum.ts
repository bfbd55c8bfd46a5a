/** The state of an ultimatum, as the fold gives it. */
import type { Entry, LinkTo, Outcome, Reversal, Revision, Scoped, Statement } from './entry.js';
import type { Headline, VerdictHeadline } from './headline.js';
import type { DatedReading, Reading } from './reading.js';
import type { State } from './state.js';
import type { When } from './when.js';
import type { RecordInstant } from './instant.js';

/**
 * What became of one deadline ever set. A line of the log keeps every one of these, in order. `targets` are those it
 * became this for; absent, all that had the deadline.
 */
export type VersionOutcome = { readonly targets?: readonly string[] } & (
  | ({
      readonly kind: 'moved';
      readonly revision: Revision;
      readonly to: number;
      readonly stated: When;
      readonly days: number;
    } & Pick<Scoped, 'actor'>)
  | { readonly kind: 'made-exact'; readonly to: number; readonly stated: When }
  | { readonly kind: 'passed'; readonly at: RecordInstant; readonly lifted: boolean }
  | ({ readonly kind: 'suspended'; readonly stated: When } & Pick<Scoped, 'actor'>)
  | ({ readonly kind: 'withdrawn'; readonly stated: When } & Pick<Scoped, 'actor'>)
  | { readonly kind: 'superseded'; readonly by: number; readonly stated: When }
  | { readonly kind: 'resolved'; readonly headline: Headline }
);

/** One deadline ever set, with what became of it: the heart of the product. */
export interface Version {
  /** 1, 2, 3 … in the order of the log. */
  readonly number: number;
  /** The entry that set it. */
  readonly entry: number;
  readonly revision: Revision;
  readonly reading: DatedReading;
  readonly stated: When;
  /** Grows when a correction changes this line: pending deliveries of the older one die (rules 13). */
  readonly delivery: number;
  /** The reading it had before it was corrected. */
  readonly correctedFrom: Reading | null;
  readonly became: readonly VersionOutcome[];
  /** The targets it was for; null: all. */
  readonly targets: readonly string[] | null;
}

/** Targets that share their deadlines, and how it stands with them (rules 27). Most ultimatums have one chain. */
export interface Chain {
  readonly targets: readonly string[];
  readonly state: State;
  readonly demand: string;
  readonly threat: string | null;
  readonly undated: Reading | null;
  readonly versions: readonly Version[];
  readonly inForce: Version | null;
  readonly moves: number;
  readonly slip: number | null;
  readonly suspended: When | null;
  readonly withdrawn: When | null;
}

/** How a dispute ended: a curator decided it, or what it was about was corrected or removed (rules 35). */
export interface DisputeEnd {
  readonly how: 'upheld' | 'not-upheld' | 'settled';
  /** The entry that ended it. */
  readonly entry: number;
  readonly reason: string;
}

export interface Dispute {
  readonly entry: number;
  readonly reason: string;
  readonly by: string | null;
  /** Null while it is open. */
  readonly closed: DisputeEnd | null;
}

export interface RecordedReversal extends Reversal, Pick<Scoped, 'actor'> {
  readonly entry: number;
  readonly target: string;
  readonly stated: When;
}

export interface LinkToOther extends LinkTo {
  readonly entry: number;
}

export interface TermsChange {
  readonly entry: number;
  readonly stated: When;
  readonly demand: string | null;
  readonly threat: string | null;
  readonly targets: readonly string[] | null;
  /** The targets whose terms changed; null: all. */
  readonly scope: readonly string[] | null;
  /** What was asked and threatened before it. */
  readonly was: { readonly demand: string; readonly threat: string | null };
}

export interface CitedStatement extends Statement {
  readonly entry: number;
  readonly stated: When;
  readonly recorded: RecordInstant;
}

export interface TargetOutcome {
  readonly target: string;
  readonly entry: number;
  readonly outcome: Outcome;
  readonly headline: VerdictHeadline;
  readonly recorded: RecordInstant;
  readonly by: string | null;
  /** When it was stated in the world (rules 14). */
  readonly stated: When;
  /** Who carried out the threat; absent, the issuer. */
  readonly actor?: string;
  /** The demand and the threat that were in force at `complied`, else at the end of the deadline (rules 16). */
  readonly demand: string;
  readonly threat: string | null;
  /** The deadline it is measured against; null where there was none, or where it was paused. */
  readonly against: DatedReading | null;
  readonly paused: boolean;
  readonly late: boolean;
}

/** The fold of all entries: the state of one ultimatum. It never reads the clock. */
export interface Ultimatum {
  readonly state: State;
  /** At least one (rules 26). */
  readonly issuers: readonly string[];
  readonly targets: readonly string[];
  /** Targets with equal deadlines together, in the order of the targets. */
  readonly chains: readonly Chain[];
  readonly demand: string;
  readonly threat: string | null;
  readonly zone: string;
  readonly tags: readonly string[];
  readonly stated: When;
  readonly recorded: RecordInstant;
  readonly recordedBy: string | null;
  /** The deadline words when it has no date; null when the last stated deadline has one or none was stated. */
  readonly undated: Reading | null;
  readonly versions: readonly Version[];
  /**
   * The deadline in force: the last one set and not suspended; none for an undated one or after it was closed. Where the
   * targets have several, the one that ends first (rules 27).
   */
  readonly inForce: Version | null;
  readonly moves: number;
  /** Last deadline minus first in calendar days of the first deadline's zone; null without two dates named. */
  readonly slip: number | null;
  readonly outcomes: readonly TargetOutcome[];
  readonly headline: Headline;
  readonly reversals: readonly RecordedReversal[];
  readonly links: readonly LinkToOther[];
  readonly disputes: readonly Dispute[];
  /** Whether a dispute is open. */
  readonly disputed: boolean;
  readonly statements: readonly CitedStatement[];
  readonly terms: readonly TermsChange[];
  readonly suspended: When | null;
  readonly withdrawn: When | null;
  readonly supersededBy: number | null;
  readonly hidden: { readonly reason: string; readonly recorded: RecordInstant } | null;
  /** Entries that correct others, for "corrected from". */
  readonly corrections: readonly Entry[];
  readonly entries: readonly Entry[];
  readonly lastSeq: number;
}
