import type { Transaction } from 'kysely';
import type { Result } from '../domain/refusal.js';
import type { Database } from './database.js';
import type { Schema } from './schema.js';
import { orRefuse, patiently } from './trouble.js';

export type Tx = Transaction<Schema>;

/** All of `work` or nothing; expected trouble is a refusal. */
export const refusable =
  ({ write }: Database) =>
  <T>(work: (db: Tx) => Promise<Result<T>>): Promise<Result<T>> =>
    orRefuse(() => write.transaction().execute(work));

/** All of `work` or nothing. */
export const transact =
  ({ write }: Database) =>
  <T>(work: (db: Tx) => Promise<T>): Promise<T> =>
    patiently(() => write.transaction().execute(work));
