/** Databases of releases, upgraded on each engine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, storeOn } from '../../src/store/index.js';
import type { Store } from '../../src/store/port/index.js';
import { openPostgres } from '../../src/store/postgres.js';
import { openPglite } from './pglite.js';
import { newDatabase, SERVER } from './postgres.js';
import { copyReleased, releasedFile } from './released.js';

/** Upgrades what the statements make, release 0.1.0 if there are none; `drop` it once the store is closed. */
type Upgrading = (
  statements?: string,
) => Promise<{ readonly store: Store; readonly drop: () => Promise<void> }>;

/** A file that the release made, in a folder of its own. */
export function releasedIn(statements?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'ultimatum-'));
  const path = join(folder, 'a.db');
  releasedFile(path, statements);
  const drop = async () => rmSync(folder, { recursive: true, force: true });
  return { path, drop };
}

const onSqlite: Upgrading = async (statements) => {
  const { path, drop } = releasedIn(statements);
  return { store: await openStore(`sqlite:${path}`, () => undefined), drop };
};

const onPglite: Upgrading = async (statements) => {
  const database = openPglite();
  await copyReleased(database, statements);
  return { store: await storeOn(database), drop: () => Promise.resolve() };
};

const onServer: Upgrading = async (statements) => {
  const { url, drop } = await newDatabase();
  const database = openPostgres(url, () => undefined);
  await copyReleased(database, statements);
  await database.close();
  return { store: await openStore(url, () => undefined), drop };
};

/** Each dialect once. PGlite stands in where there is no server: it takes seconds to start. */
export const ENGINES: readonly (readonly [string, Upgrading])[] = [
  ['SQLite', onSqlite],
  SERVER === undefined ? ['PGlite', onPglite] : ['PostgreSQL', onServer],
];
