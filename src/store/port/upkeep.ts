/** The port for keeping the database in order. */
import type { StoreProblem } from '../../domain/database-fault.js';
import type { RecordInstant } from '../../domain/instant.js';

/**
 * Previews and screens whose buttons work no more; proposals that were declined or went stale 30 days ago; what was read of
 * files and can't be imported any more; servers that the bot left 30 days ago; the ids of interactions, after a day; the
 * database file, once something was erased for good.
 */
export type RetentionTask =
  'previews' | 'proposals' | 'imports' | 'interactions' | 'departed-servers' | 'rewrite-file';

/** What keeps the database in order and says what is wrong with it. */
export interface UpkeepStore {
  /** Called once a second or so: files are brought into order while nothing is written. */
  tidy(): Promise<void>;
  /** What is wrong with the database and the rows in it, for the operator; never throws. */
  problems(): Promise<readonly StoreProblem[]>;
  /** Goes on with what saving settings or a reminder plan had not planned again yet, of all servers; how many servers. */
  continuePlanning(): Promise<number>;
  /**
   * Deletes what is kept only for a time, of all servers, at `now` (record's ms UTC). `erased` hears of each task that
   * erased something, with how many.
   */
  eraseOld(now: RecordInstant, erased?: (task: RetentionTask, count: number) => void): Promise<void>;
}
