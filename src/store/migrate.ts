import { Migrator } from 'kysely';
import { migrations } from '../../migrations/index.js';
import type { Database } from './database.js';
import { patiently } from './trouble.js';

/** A migration of a big table takes its time, and nobody waits for an answer yet. */
const PATIENCE_MS = 60_000;

/** Brings the tables up to date. Any number of processes may do it at once: the first does, the others wait. */
export async function migrate({ engine, write }: Database): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve(migrations(engine)) };
  const migrator = new Migrator({ db: write, provider });
  await patiently(async () => {
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
  }, PATIENCE_MS);
}
