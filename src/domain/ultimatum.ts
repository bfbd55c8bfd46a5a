/** The state of an ultimatum, as the fold gives it. */
import type { Entry, Outcome, Revision, Statement } from './entry.js';
import type { Headline, VerdictHeadline } from './headline.js';
import type { DatedReading, Reading } from './reading.js';
import type { State } from './state.js';
import type { When } from './when.js';
import type { RecordInstant } from './instant.js';

/** What became of one deadline ever set. A line of the log keeps every one of these, in order. */
export type VersionOutcome =
  | {
      readonly kind: 'moved';
      readonly revision: Revision;
      readonly to: RecordInstant;
      readonly stated: When;
      readonly days: number;
    }
  | { readonly kind: 'made-exact'; readonly to: RecordInstant; readonly stated: When }
  | { readonly kind: 'passed'; readonly at: RecordInstant; readonly lifted: boolean }
  | { readonly kind: 'suspended'; readonly stated: When }
  | { readonly kind: 'withdrawn'; readonly stated: When }
  | { readonly kind: 'superseded'; readonly by: number; readonly stated: When }
  | { readonly kind: 'resolved'; readonly headline: Headline };

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
}

export interface Dispute {
  readonly entry: number;
  readonly reason: string;
  readonly by: string | null;
}

export interface TermsChange {
  readonly entry: number;
  readonly stated: When;
  readonly demand: string | null;
  readonly threat: string | null;
  readonly targets: readonly string[] | null;
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
}

/** The fold of all entries: the state of one ultimatum. It never reads the clock. */
export interface Ultimatum {
  readonly state: State;
  readonly issuer: string;
  readonly targets: readonly string[];
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
  /** The deadline in force: the last one set and not suspended; none for an undated one or after it was closed. */
  readonly inForce: Version | null;
  readonly moves: number;
  /** Last deadline minus first in calendar days of the first deadline's zone; null without two dates named. */
  readonly slip: number | null;
  readonly outcomes: readonly TargetOutcome[];
  readonly headline: Headline;
  readonly disputes: readonly Dispute[];
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
