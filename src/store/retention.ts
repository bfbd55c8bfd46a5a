/** What is kept only for a time: every task that erases by age, by name. */
import type { RecordInstant } from '../domain/instant.js';
import type { Database } from './database.js';
import { eraseDeparted } from './erasure.js';
import { eraseEnded } from './people.js';
import type { RetentionTask } from './port/index.js';
import { eraseInteractions } from './interactions.js';
import { erasePending } from './press.js';
import { rewriteIfDue } from './rewrite.js';
import { eraseStaged } from './staging.js';
import { inTransaction } from './transaction.js';

type Erase = (database: Database, now: RecordInstant) => Promise<number>;

/** In this order: the file is rewritten after everything else. */
const TASKS: Readonly<Record<RetentionTask, Erase>> = {
  previews: (database, now) => inTransaction(database)((db) => erasePending(db, now)),
  proposals: (database, now) => inTransaction(database)((db) => eraseEnded(db, now)),
  imports: eraseStaged,
  interactions: eraseInteractions,
  'departed-servers': (database) => eraseDeparted(database),
  'rewrite-file': (database) => rewriteIfDue(database),
};

/**
 * Runs every task at `now`, record's ms UTC; one that fails does not keep the others from running. Calls `erased` with how
 * much each one erased.
 * @throws the first failure, once all have run
 */
export async function eraseOld(
  database: Database,
  now: RecordInstant,
  erased: (task: RetentionTask, count: number) => void,
): Promise<void> {
  const failures: unknown[] = [];
  for (const [task, erase] of Object.entries(TASKS) as [RetentionTask, Erase][]) {
    try {
      erased(task, await erase(database, now));
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
