/** How a command is decided: when, by whom, and what comes of it. */
import type { Entry, NewEntry } from './entry.js';
import type { Result } from './refusal.js';
import type { RecordInstant } from './instant.js';

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
}

/** A synchronous, pure decision over the entries there are: the entries to append, or a refusal. */
export type Decide = (entries: readonly Entry[]) => Result<readonly NewEntry[]>;
