/** The port for records that come from a file. */
import type { ExportedServer } from '../../codec/record/exported.js';
import type { RecordInstant } from '../../domain/instant.js';
import type { Result } from '../../domain/refusal.js';
import type { Consumes } from './press.js';

/** One ultimatum of a file. Of a table `row` is its first line, of a record the number that it has there. */
export interface StagedUltimatum {
  readonly row: number;
  /** Its entries as JSON, which takes less room than they do; null for one that is on record already, as `number`. */
  readonly entries: string | null;
  readonly number: number | null;
}

/** What was read of a file. */
export interface StagedImport {
  readonly guild: string;
  /** A hash of the file and of how it was read: the same file again is the same import. */
  readonly id: string;
  /** Record's ms UTC. */
  readonly now: RecordInstant;
  /** Walked once. */
  readonly ultimatums: Iterable<StagedUltimatum> | AsyncIterable<StagedUltimatum>;
  /** What is taken over with the record where the server has none; null for nothing. */
  readonly server: ExportedServer | null;
}

/** How an import stands. */
export interface ImportProgress {
  readonly status: 'staged' | 'running' | 'done';
  /** How many ultimatums are new, and how many of them are on record. */
  readonly total: number;
  readonly recorded: number;
}

/** Records that come from a file. Nothing of them is announced. */
export interface ImportStore {
  /** Keeps what was read, a few rows at a time; nothing of it is on record. What ran before stays as it is. */
  stageImport(staged: StagedImport): Promise<void>;
  /** How an import stands; null where it is not known. */
  importProgress(guild: string, id: string): Promise<ImportProgress | null>;
  /**
   * Decides that what was staged is recorded, and uses up the press: from here on nothing can refuse it, and a process
   * that is killed goes on with it at the next start, before it answers anybody.
   */
  beginImport(guild: string, id: string, now: RecordInstant, consumes?: Consumes): Promise<Result<null>>;
  /** Records what was decided, a few at a time; `progress` hears how many are on record, and the next wait for it. */
  runImport(guild: string, id: string, progress: (recorded: number) => Promise<void> | void): Promise<void>;
  /** The numbers that the rows of an import have, which runs or is done. */
  importedNumbers(guild: string, id: string): Promise<ReadonlyMap<number, number>>;
  /** The numbers of the imported ultimatums that have passed and have no outcome; none of a hidden one. */
  importedToReview(guild: string): Promise<readonly number[]>;
}
