import type { Transaction } from 'kysely';
import { RefusedError, type Result } from '../domain/refusal.js';
import type { Database } from './database.js';
import type { Schema } from './schema.js';
import { isFull, orRefuse, patiently } from './errors.js';

export type Tx = Transaction<Schema>;

/**
 * What people ask for is refused before it is tried where it would be lost, or would use up the room that was given
 * back for the bot's own work.
 */
function admit({ file, ballast }: Database): void {
  if (file?.isGone() === true) throw new RefusedError({ why: 'database-away' });
  if (ballast?.isSpent() === true) throw new RefusedError({ why: 'disk-full' });
}

/** All of `work` or nothing; what it refuses is rolled back, and expected trouble is a refusal. */
export const refusable =
  (database: Database) =>
  <T>(work: (db: Tx) => Promise<Result<T>>): Promise<Result<T>> =>
    orRefuse(async () => {
      admit(database);
      return database.write.transaction().execute(async (db) => {
        const done = await work(db);
        // Thrown, so that nothing of it stays.
        if (!done.ok) throw new RefusedError(done.refusal);
        return done;
      });
    });

/**
 * For what the bot itself has to write down, such as that a post was sent: on a full disk the room that was kept for it
 * is given back. What people ask for is refused instead, so that this room lasts.
 */
export const urgently =
  ({ ballast }: Database) =>
  async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      const done = await patiently(work);
      ballast?.hold();
      return done;
    } catch (error) {
      if (!isFull(error) || ballast?.give() !== true) throw error;
      return patiently(work);
    }
  };

/** All of `work` or nothing, of what the bot itself has to write down. */
export const urgentTransact = (database: Database) => {
  const must = urgently(database);
  return <T>(work: (db: Tx) => Promise<T>): Promise<T> =>
    must(() => database.write.transaction().execute(work));
};

/** All of `work` or nothing. */
export const transact =
  (database: Database) =>
  <T>(work: (db: Tx) => Promise<T>): Promise<T> =>
    patiently(async () => {
      admit(database);
      return database.write.transaction().execute(work);
    });
