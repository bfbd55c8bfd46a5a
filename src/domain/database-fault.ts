/** What is wrong with a database, as codes. The operator reads them in the words of the catalogue. */
import type { Failure } from './failure.js';

/** Why a database can't be opened. Paths are those of the file system, without the `sqlite:` of the setting. */
export type DatabaseFault =
  | {
      readonly kind:
        | 'disk-full'
        /** Another program is writing to the file. */
        | 'locked'
        | 'not-sqlite'
        | 'damaged'
        | 'is-folder'
        | 'not-a-file'
        /** What the file would be made in is not a folder. */
        | 'no-folder'
        /** What would be written is a link to somewhere else. */
        | 'is-link'
        /** Another process of this program has it open. */
        | 'held';
      readonly path: string;
    }
  /** `reason`: what the system says. */
  | {
      readonly kind: 'cannot-open' | 'no-access' | 'folder-failed';
      readonly path: string;
      readonly reason: string;
    }
  /** `database`: path or address without a password; null where it has none. */
  | { readonly kind: 'foreign'; readonly database: string | null }
  /** `migrations`: those that this release does not know; empty where only their number is known. */
  | { readonly kind: 'newer'; readonly database: string | null; readonly migrations: readonly string[] }
  /** The write-ahead log `log` is gone and had changes that are nowhere else; `state` is the file that knows it. */
  | { readonly kind: 'log-missing'; readonly path: string; readonly log: string; readonly state: string }
  /** The copy of the database `source` was interrupted, so that this one has only a part of its record. */
  | { readonly kind: 'unfinished-copy'; readonly database: string | null; readonly source: string }
  /** `used-alone`: by a process that does not share it. */
  | { readonly kind: 'another-bot' | 'used-alone' | 'bad-address' };

/** A stage of the beat that deals with rows one by one. */
export type BeatStage = 'expire' | 'fire' | 'claim' | 'send' | 'boards';

/** What is wrong with a database that is open, and with the rows in it. */
export type StoreProblem =
  | { readonly kind: 'disk-full' | 'file-gone' }
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** A row that a stage can't deal with, and how many `others` of the same stage there are. */
  | {
      readonly kind: 'set-aside';
      readonly stage: BeatStage;
      readonly guild: string;
      /** The number of an ultimatum, the id of a countdown or of a post. */
      readonly item: number;
      readonly others: number;
      readonly reason: Failure;
    };
