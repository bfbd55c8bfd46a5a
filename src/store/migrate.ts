/** Runs the migrations. */
import { Migrator, type Migration } from 'kysely';
import { migrations } from '../../migrations/index.js';
import type { Database } from './database.js';
import type { Dialect } from './dialect/dialect.js';
import { assertOurs } from './ours.js';
import { retryWhileBusy } from './errors.js';
import { MINUTE } from '../domain/durations.js';

/** A migration of a big table takes its time, and nobody waits for an answer yet. */
const PATIENCE_MS = MINUTE;

/** Statements of a migration, and the wait for those of another process, take as long as they need. */
function withoutTimeLimit(all: Record<string, Migration>, dialect: Dialect) {
  const unlimited = (migration: Migration): Migration => ({
    async up(db) {
      await dialect.liftTimeLimit(db);
      await migration.up(db);
    },
  });
  return Object.fromEntries(Object.entries(all).map(([name, step]) => [name, unlimited(step)]));
}

/**
 * Brings the tables up to date. Any number of processes may do it at once: the first does, the others wait.
 * @throws DatabaseFaultError, and changes nothing, where the tables are of a newer release or of another program
 */
export async function migrate(database: Database): Promise<void> {
  const { dialect, write } = database;
  const all = migrations(dialect.engine);
  const work = async () => {
    await assertOurs(database, Object.keys(all));
    const provider = { getMigrations: () => Promise.resolve(withoutTimeLimit(all, dialect)) };
    const migrator = new Migrator({ db: write, provider });
    await retryWhileBusy(async () => {
      const { error } = await migrator.migrateToLatest();
      if (error !== undefined) throw error;
    }, PATIENCE_MS);
  };
  await (database.unhurried === undefined ? work() : database.unhurried(work));
}
