import { Migrator } from 'kysely';
import { migrations } from '../../migrations/index.js';
import type { Database } from './database.js';

/** Brings the tables up to date. Any number of processes may do it at once: the first does, the others wait. */
export async function migrate({ engine, write }: Database): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve(migrations(engine)) };
  const { error } = await new Migrator({ db: write, provider }).migrateToLatest();
  if (error !== undefined) throw error;
}
