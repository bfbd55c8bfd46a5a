/** How a command is decided: when, by whom, and what comes of it. */
import type { Entry, NewEntry } from './entry.js';
import type { Result } from './refusal.js';
import type { RecordInstant } from './instant.js';

/** What a decision may know of the other ultimatums of the server that its command names. */
export interface OtherUltimatum {
  readonly hidden: boolean;
  readonly supersededBy: number | null;
}

/** By number; those that do not exist are missing. */
export type OtherUltimatums = ReadonlyMap<number, OtherUltimatum>;

/** When and by whom a command is decided. */
export interface DecisionContext {
  /** The record's time, integer ms UTC. */
  readonly now: RecordInstant;
  /** Person key; null is the clock. */
  readonly by: string | null;
  /** The last entry the person saw; another since is refused as `changed-since` (rules 22). */
  readonly seen?: number;
  /** The ultimatum's number, only to name it in a refusal. */
  readonly number?: number;
  /** The ultimatums that the command names, with those that replaced them; absent, they are not looked at. */
  readonly others?: OtherUltimatums;
}

/** A synchronous, pure decision over the entries there are: the entries to append, or a refusal. */
export type Decide = (entries: readonly Entry[], others: OtherUltimatums) => Result<readonly NewEntry[]>;
