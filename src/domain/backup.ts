/** What a backup holds, and why a file is no backup or can't be restored, as codes. */
import type { DatabaseFault } from './database-fault.js';
import type { RecordInstant } from './instant.js';

/** What a whole record holds: every ultimatum in it was folded. */
export interface RecordSummary {
  readonly servers: number;
  readonly ultimatums: number;
  readonly entries: number;
  /** When the newest entry was recorded; null where there is none. */
  readonly newest: RecordInstant | null;
}

/** Why a record in a file is not whole. `detail`: what the database says. */
type RecordFault =
  | { readonly kind: 'damaged-pages' | 'broken-references'; readonly path: string; readonly detail: string }
  /** The triggers that refuse changes of what is append-only are missing. */
  | { readonly kind: 'not-append-only'; readonly path: string; readonly triggers: readonly string[] }
  /** The entries of this ultimatum can't be read or folded. */
  | { readonly kind: 'unreadable'; readonly path: string; readonly guild: string; readonly number: number };

/** Why no backup was made, or none restored. */
export type BackupFault =
  | RecordFault
  | DatabaseFault
  /** There is no such file. */
  | {
      readonly kind:
        'nothing-there' | 'already-there' | 'digest-differs' | 'record-there' | 'itself' | 'in-memory';
      readonly path: string;
    };

/** Whether a backup has a digest beside it to be compared with. */
export type DigestState = 'same' | 'differs' | 'missing';
