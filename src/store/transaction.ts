/** Transactions that retry while busy and turn refusals into values. */
import type { Transaction } from 'kysely';
import { RefusedError, type Result } from '../domain/refusal.js';
import type { Database } from './database.js';
import type { Schema } from './schema.js';
import { isFull, orRefuse, retryWhileBusy } from './errors.js';

export type Tx = Transaction<Schema>;

/**
 * What people ask for is refused before it is tried where it would be lost, or would use up the room that was given
 * back for the bot's own work.
 */
function admit({ file, diskReserve }: Database): void {
  if (file?.isGone() === true) throw new RefusedError({ why: 'database-away' });
  if (diskReserve?.isSpent() === true) throw new RefusedError({ why: 'disk-full' });
}

/** All of `work` or nothing; what it refuses is rolled back, and expected trouble is a refusal. */
export const transactionOrRefusal =
  (database: Database) =>
  <T>(work: (db: Tx) => Promise<Result<T>>): Promise<Result<T>> =>
    orRefuse(async () => {
      admit(database);
      return database.write.transaction().execute(async (db) => {
        const done = await work(db);
        // Thrown, so that the transaction rolls back.
        if (!done.ok) throw new RefusedError(done.refusal);
        return done;
      });
    });

/**
 * For what the bot itself has to write down, such as that a post was sent: on a full disk the room that was kept for it
 * is given back. What people ask for is refused instead, so that this room lasts.
 */
export const withDiskReserve =
  ({ diskReserve }: Database) =>
  async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      const done = await retryWhileBusy(work);
      diskReserve?.hold();
      return done;
    } catch (error) {
      if (!isFull(error) || diskReserve?.give() !== true) throw error;
      return retryWhileBusy(work);
    }
  };

/** All of `work` or nothing, of what the bot itself has to write down. */
export const transactionWithReserve = (database: Database) => {
  const reserved = withDiskReserve(database);
  return <T>(work: (db: Tx) => Promise<T>): Promise<T> =>
    reserved(() => database.write.transaction().execute(work));
};

/** All of `work` or nothing. */
export const inTransaction =
  (database: Database) =>
  <T>(work: (db: Tx) => Promise<T>): Promise<T> =>
    retryWhileBusy(async () => {
      admit(database);
      return database.write.transaction().execute(work);
    });
