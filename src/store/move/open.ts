/** Opens the database that a move copies, for this process alone. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { BackupFaultError } from '../backup-fault.js';
import type { Database } from '../database.js';
import { sqliteDialect } from '../dialect/sqlite.js';
import { openEngine, pathOf, type OpenOptions } from '../opened.js';
import { RecordState } from '../record-state.js';
import type { Schema } from '../schema.js';
import { holdLock, VERSIONS } from '../sqlite.js';
import { placeOf, refuseForeign, refuseLinks } from '../sqlite-file.js';
import { sqliteFault } from '../sqlite-fault.js';

/** A file that is only read, so that it stays as it is, the digest beside a backup included. */
function openForReading(given: string): Database {
  const path = placeOf(given);
  refuseForeign(path, VERSIONS);
  refuseLinks(path);
  const lock = holdLock(path, given);
  try {
    const log = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    const file = new Sqlite(path, { readonly: true });
    new RecordState(path, file).assertWhole(log);
    const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: file }) });
    const close = async () => {
      await db.destroy();
      lock.close();
    };
    return { dialect: sqliteDialect, write: db, read: db, name: path, close };
  } catch (error) {
    lock.close();
    throw error;
  }
}

/**
 * Opens the database that is copied, and changes nothing in it. Bots are kept from it until it is closed.
 * @throws DatabaseFaultError where a bot holds it or it is none of ours, BackupFaultError where there is no such file
 */
export async function openSource(
  url: string,
  log: (error: Error) => void,
  options: Pick<OpenOptions, 'fatal'>,
): Promise<Database> {
  const path = pathOf(url);
  if (path === null) return openEngine(url, log, options);
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0)
    throw new BackupFaultError({ kind: 'nothing-there', path: resolve(path) });
  try {
    return openForReading(path);
  } catch (error) {
    throw sqliteFault(error, path);
  }
}
