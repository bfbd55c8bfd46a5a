import { Migrator, sql, type Migration } from 'kysely';
import { migrations } from '../../migrations/index.js';
import type { Database } from './database.js';
import { assertOurs } from './ours.js';
import { retryWhileBusy } from './errors.js';

/** A migration of a big table takes its time, and nobody waits for an answer yet. */
const PATIENCE_MS = 60_000;

/** A statement of a migration takes as long as it takes, and so does the wait for another process's. */
function patient(all: Record<string, Migration>): Record<string, Migration> {
  const unlimited = (migration: Migration): Migration => ({
    async up(db) {
      await sql`set local statement_timeout = 0`.execute(db);
      await migration.up(db);
    },
  });
  return Object.fromEntries(Object.entries(all).map(([name, one]) => [name, unlimited(one)]));
}

/**
 * Brings the tables up to date. Any number of processes may do it at once: the first does, the others wait.
 * @throws StartError, and changes nothing, where the tables are of a newer release or of another program
 */
export async function migrate(database: Database): Promise<void> {
  const { engine, write } = database;
  const all = migrations(engine);
  const work = async () => {
    await assertOurs(database, Object.keys(all));
    const provider = {
      getMigrations: () => Promise.resolve(engine === 'postgres' ? patient(all) : all),
    };
    const migrator = new Migrator({ db: write, provider });
    await retryWhileBusy(async () => {
      const { error } = await migrator.migrateToLatest();
      if (error !== undefined) throw error;
    }, PATIENCE_MS);
  };
  await (database.unhurried === undefined ? work() : database.unhurried(work));
}
