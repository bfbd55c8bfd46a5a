import { describe } from 'vitest';
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
