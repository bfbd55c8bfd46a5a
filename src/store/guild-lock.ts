/** Locks a server's rows for a change. */
import type { Database } from './database.js';
import type { Result } from '../domain/refusal.js';
import { transactionOrRefusal, inTransaction, type Tx } from './transaction.js';

/**
 * Runs the changes of a server one after another, each all or nothing. Without the lock PostgreSQL would let a record be
 * made while a reminder plan is saved, and each would plan its posts without the other.
 */
export const withGuildLock =
  (database: Database) =>
  <T>(guild: string, work: (db: Tx) => Promise<T>): Promise<T> =>
    inTransaction(database)(async (db) => {
      await database.dialect.lockGuild(db, guild);
      return work(db);
    });

/** The same for what may be refused: a refusal leaves nothing behind. */
export const withGuildLockOrRefusal =
  (database: Database) =>
  <T>(guild: string, work: (db: Tx) => Promise<Result<T>>): Promise<Result<T>> =>
    transactionOrRefusal(database)(async (db) => {
      await database.dialect.lockGuild(db, guild);
      return work(db);
    });

/** How often what uses up a press is done again after its connection was lost. */
const REPEATS = 2;

/**
 * The same for what uses up a press: where the connection is lost it is done again. If the first time was committed
 * after all, the press is found used, and what it did is told.
 */
export const withPressOrRefusal =
  (database: Database) =>
  async <T>(guild: string, work: (db: Tx) => Promise<Result<T>>): Promise<Result<T>> => {
    let done = await withGuildLockOrRefusal(database)(guild, work);
    for (let again = 0; again < REPEATS && !done.ok && done.refusal.why === 'database-away'; again += 1)
      done = await withGuildLockOrRefusal(database)(guild, work);
    return done;
  };
