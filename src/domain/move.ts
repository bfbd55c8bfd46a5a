/** How far the move of a record to another database is, what came of it, and why one can't be moved, as codes. */
import type { BackupFault } from './backup.js';

/** How far a stage is with one table. */
export interface MoveProgress {
  readonly stage: 'copy' | 'compare';
  readonly table: string;
  readonly rows: number;
  readonly of: number;
}

/** What the target holds: each row was read back and compared. */
export interface Moved {
  /** Where it was copied from and to, without passwords. */
  readonly from: string;
  readonly to: string;
  readonly servers: number;
  readonly rows: number;
  /** Whether an interrupted copy was continued. */
  readonly continued: boolean;
  readonly tables: readonly { readonly table: string; readonly rows: number }[];
}

/** Why a move ended; `database` is named without a password. */
export type MoveOnlyFault =
  /** The source has tables of an earlier release. */
  | { readonly kind: 'source-older'; readonly database: string }
  /** The source has no tables at all. */
  | { readonly kind: 'source-empty'; readonly database: string }
  | { readonly kind: 'target-not-empty'; readonly database: string; readonly table: string }
  /** The target is the unfinished copy of `source`, which is another database. */
  | { readonly kind: 'target-of-another'; readonly database: string; readonly source: string }
  /** The target refuses rows of a table. `reason`: what it says. */
  | {
      readonly kind: 'not-taken';
      readonly database: string;
      readonly table: string;
      readonly reason: string;
    }
  /** What was read back is not what the source holds; `guild` is null for rows of no server. */
  | {
      readonly kind: 'copy-differs';
      readonly database: string;
      readonly table: string;
      readonly guild: string | null;
    };

export type MoveFault = BackupFault | MoveOnlyFault;
