import type { Transaction } from 'kysely';
import { refuse, type Refusal, type Result } from '../domain/refusal.js';
import type { Database } from './database.js';
import type { Schema } from './schema.js';
import { isFull, orRefuse, patiently } from './trouble.js';

export type Tx = Transaction<Schema>;

/** Ends a transaction that is refused, so that nothing of it stays. */
class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.why);
  }
}

/** All of `work` or nothing: what it refuses is rolled back, and expected trouble is a refusal. */
export const refusable =
  ({ write }: Database) =>
  <T>(work: (db: Tx) => Promise<Result<T>>): Promise<Result<T>> =>
    orRefuse(async () => {
      try {
        return await write.transaction().execute(async (db) => {
          const done = await work(db);
          if (!done.ok) throw new Refused(done.refusal);
          return done;
        });
      } catch (error) {
        if (error instanceof Refused) return refuse(error.refusal);
        throw error;
      }
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

/** All of `work` or nothing. */
export const transact =
  ({ write }: Database) =>
  <T>(work: (db: Tx) => Promise<T>): Promise<T> =>
    patiently(() => write.transaction().execute(work));
