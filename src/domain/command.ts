/** What a person or the clock can ask of one ultimatum. */
import type { CorrectedFields, NewEntry, Outcome, Statement } from './entry.js';
import type { Entry } from './entry.js';
import type { Reading } from './reading.js';
import type { Result } from './refusal.js';
import type { When } from './when.js';

/** What stands behind a command: when it was said in the world, and where. */
export interface Evidence {
  readonly stated: When;
  readonly statements: readonly Statement[];
}

/** Everything a person, or the clock (`lapse`), can ask of one ultimatum. */
export type Command =
  | ({
      readonly verb: 'record';
      readonly issuer: string;
      readonly targets: readonly string[];
      readonly demand: string;
      readonly threat: string | null;
      /** The issuer's zone, IANA. */
      readonly zone: string;
      readonly tags: readonly string[];
      readonly deadline: Reading | null;
    } & Evidence)
  /** A new deadline; its kind (set, extended, shortened, clarified, revived) follows from the instants (rules 6). */
  | ({ readonly verb: 'move'; readonly deadline: Reading } & Evidence)
  | ({ readonly verb: 'suspend' } & Evidence)
  | ({ readonly verb: 'resume'; readonly deadline: Reading } & Evidence)
  | ({ readonly verb: 'withdraw' } & Evidence)
  | ({ readonly verb: 'replace'; readonly by: number; readonly self: number } & Evidence)
  | ({ readonly verb: 'outcome'; readonly target: string | null; readonly outcome: Outcome } & Evidence)
  | ({
      readonly verb: 'terms';
      readonly demand: string | null;
      readonly threat: string | null;
      readonly targets: readonly string[] | null;
    } & Evidence)
  | ({ readonly verb: 'source' } & Evidence)
  | { readonly verb: 'archive'; readonly url: string; readonly archive: string }
  | ({ readonly verb: 'dispute'; readonly reason: string } & Evidence)
  | {
      readonly verb: 'correct';
      readonly entry: number;
      readonly fields: CorrectedFields;
      /** Takes the entry out of the fold whole. */
      readonly removes: boolean;
      readonly reason: string;
    }
  | { readonly verb: 'hide'; readonly reason: string }
  | { readonly verb: 'unhide'; readonly reason: string }
  | { readonly verb: 'lapse' };

/** When and by whom a command is decided. */
export interface DecisionContext {
  /** The record's time, integer ms UTC. */
  readonly now: number;
  /** Person key; null is the clock. */
  readonly by: string | null;
  /** The last entry the person saw; another since is refused as `changed-since` (rules 22). */
  readonly seen?: number;
  /** The ultimatum's number, only to name it in a refusal. */
  readonly number?: number;
}

/** A synchronous, pure decision over the entries there are: the entries to append, or a refusal. */
export type Decide = (entries: readonly Entry[]) => Result<readonly NewEntry[]>;
