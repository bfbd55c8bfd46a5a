import { afterEach, beforeEach, describe } from 'vitest';
import { newDatabase, onPostgres, SERVER } from './postgres.js';

type EmptyDatabase = () => Promise<{ readonly url: string; readonly drop: () => Promise<void> }>;

const inMemory: EmptyDatabase = () =>
  Promise.resolve({ url: 'sqlite::memory:', drop: () => Promise.resolve() });

/** The same suite on SQLite and, where there is a server, on PostgreSQL. */
export function describeOnEngines(name: string, suite: (emptyDatabase: EmptyDatabase) => void): void {
  describe(`${name}, on SQLite`, () => {
    suite(inMemory);
  });
  describe.skipIf(SERVER === undefined)(`${name}, on PostgreSQL ${onPostgres}`, () => {
    suite(newDatabase);
  });
}

/** Gives each test a room on an empty database, and drops both afterwards. */
export function roomForEach(
  emptyDatabase: EmptyDatabase,
  open: (databaseUrl: string) => Promise<void>,
  close: () => Promise<void>,
): void {
  let drop: () => Promise<void>;
  beforeEach(async () => {
    const database = await emptyDatabase();
    ({ drop } = database);
    await open(database.url);
  });
  afterEach(async () => {
    await close();
    await drop();
  });
}
