import type { Transaction } from 'kysely';
import type { Result } from '../domain/refusal.js';
import type { Database } from './database.js';
import type { Schema } from './schema.js';
import { isFull, orRefuse, patiently } from './trouble.js';

export type Tx = Transaction<Schema>;

/** All of `work` or nothing; expected trouble is a refusal. */
export const refusable =
  ({ write }: Database) =>
  <T>(work: (db: Tx) => Promise<Result<T>>): Promise<Result<T>> =>
    orRefuse(() => write.transaction().execute(work));

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
