/** Checks the record in a SQLite file that nobody else writes to: pages, references, triggers, and the fold of everything. */
import { copyFileSync, constants, rmSync } from 'node:fs';
import { setImmediate as others } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import { migrations } from '../../migrations/index.js';
import type { RecordSummary } from '../domain/backup.js';
import type { DatabaseFault } from '../domain/database-fault.js';
import type { Entry } from '../domain/entry.js';
import { fold } from '../domain/fold.js';
import type { RecordInstant } from '../domain/instant.js';
import { BackupFaultError } from './backup-fault.js';
import { DatabaseFaultError } from './database-fault.js';
import { sqliteDialect } from './dialect/sqlite.js';
import { migrate } from './migrate.js';
import { toEntry } from './rows.js';
import type { EntryRow, Schema } from './schema.js';
import { VERSIONS } from './sqlite.js';
import { refuseForeign } from './sqlite-file.js';
import { sqliteFault } from './sqlite-fault.js';

/** After so many ultimatums the rest of the process gets its turn. */
const AT_A_TIME = 50;

const kyselyOn = (database: Sqlite.Database) =>
  new Kysely<Schema>({ dialect: new SqliteDialect({ database }) });

const namesIn = (database: Sqlite.Database, query: string): readonly string[] =>
  database
    .prepare<[], { name: string }>(query)
    .all()
    .map(({ name }) => name);

/** The migrations that ran on a database of ours, in order. */
const ranOn = (database: Sqlite.Database): readonly string[] =>
  namesIn(database, 'select name from kysely_migration order by name');

const triggersOf = (database: Sqlite.Database) =>
  namesIn(database, "select name from sqlite_master where type = 'trigger' order by name");

/** The triggers that a database has after the migration `last`. */
async function triggersAfter(last: string): Promise<readonly string[]> {
  const memory = new Sqlite(':memory:');
  const db = kyselyOn(memory);
  try {
    const provider = { getMigrations: () => Promise.resolve(migrations('sqlite')) };
    const { error } = await new Migrator({ db, provider }).migrateTo(last);
    if (error !== undefined) throw error;
    return triggersOf(memory);
  } finally {
    await db.destroy();
  }
}

/** The triggers that should keep the record append-only, and that this database of ours does not have. */
export async function missingTriggers(database: Sqlite.Database): Promise<readonly string[]> {
  const last = ranOn(database).at(-1);
  if (last === undefined) return [];
  const there = new Set(triggersOf(database));
  return (await triggersAfter(last)).filter((name) => !there.has(name));
}

/** What SQLite finds wrong with the pages of a database, in its words; null where nothing is. */
export function damageOf(database: Sqlite.Database): string | null {
  const found = String(database.pragma('quick_check(1)', { simple: true }));
  return found === 'ok' ? null : found;
}

/** The first reference of a row to one that is not there: its table and what it refers to; null where there is none. */
export function brokenReferenceOf(database: Sqlite.Database): string | null {
  const [first] = database.pragma('foreign_key_check') as readonly { table: string; parent: string }[];
  return first === undefined ? null : `${first.table}: ${first.parent}`;
}

async function assertSound(database: Sqlite.Database, path: string): Promise<void> {
  const damage = damageOf(database);
  if (damage !== null) throw new BackupFaultError({ kind: 'damaged-pages', path, detail: damage });
  const broken = brokenReferenceOf(database);
  if (broken !== null) throw new BackupFaultError({ kind: 'broken-references', path, detail: broken });
  const triggers = await missingTriggers(database);
  if (triggers.length > 0) throw new BackupFaultError({ kind: 'not-append-only', path, triggers });
}

/** The entries of one ultimatum after the other. */
function* histories(database: Sqlite.Database): Generator<readonly EntryRow[]> {
  const rows = database.prepare<[], EntryRow>('select * from entry order by guild, number, seq').iterate();
  let history: EntryRow[] = [];
  for (const row of rows) {
    const [first] = history;
    if (first !== undefined && (first.guild !== row.guild || first.number !== row.number)) {
      yield history;
      history = [];
    }
    history.push(row);
  }
  if (history.length > 0) yield history;
}

function foldRows(rows: readonly EntryRow[], path: string): readonly Entry[] {
  try {
    const entries = rows.map(toEntry);
    fold(entries);
    return entries;
  } catch (error) {
    const { guild = '', number = 0 } = rows[0] ?? {};
    throw new BackupFaultError({ kind: 'unreadable', path, guild, number }, { cause: error });
  }
}

async function foldAll(database: Sqlite.Database, path: string): Promise<RecordSummary> {
  const servers = new Set<string>();
  let [ultimatums, entries] = [0, 0];
  let newest: RecordInstant | null = null;
  for (const rows of histories(database)) {
    servers.add(rows[0]?.guild ?? '');
    ultimatums += 1;
    entries += rows.length;
    for (const { recorded } of foldRows(rows, path)) newest = Math.max(newest ?? recorded, recorded);
    if (ultimatums % AT_A_TIME === 0) await others();
  }
  return { servers: servers.size, ultimatums, entries, newest };
}

/** Folds a record of an earlier release as it will be after the upgrade, on a copy that is deleted again. */
async function foldUpgraded(path: string, name: string): Promise<RecordSummary> {
  const copy = `${path}.upgraded`;
  rmSync(copy, { force: true });
  copyFileSync(path, copy, constants.COPYFILE_EXCL);
  const database = new Sqlite(copy);
  const db = kyselyOn(database);
  try {
    await migrate({ dialect: sqliteDialect, write: db, read: db, close: () => db.destroy() });
    return await foldAll(database, name);
  } finally {
    await db.destroy();
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(copy + end, { force: true });
  }
}

/** The same fault of the file that is called `name`. */
function faultOf({ fault }: DatabaseFaultError, name: string): DatabaseFault {
  if ('path' in fault) return { ...fault, path: name };
  return 'database' in fault ? { ...fault, database: name } : fault;
}

async function checkFile(path: string, name: string): Promise<RecordSummary> {
  refuseForeign(path, VERSIONS);
  const database = new Sqlite(path, { readonly: true, fileMustExist: true });
  try {
    await assertSound(database, name);
    const older = ranOn(database).length < VERSIONS.length;
    return older ? await foldUpgraded(path, name) : await foldAll(database, name);
  } finally {
    database.close();
  }
}

/**
 * Opens the record at `path`, checks its pages, references and append-only triggers, and folds every ultimatum in it.
 * Changes nothing. One that an earlier release made is folded as after the upgrade. Faults call the file `name`.
 * @throws BackupFaultError where the record is not whole, DatabaseFaultError where the file is not a database of ours or
 * can't be read
 */
export async function checkRecord(path: string, name: string): Promise<RecordSummary> {
  try {
    return await checkFile(path, name);
  } catch (error) {
    const known = sqliteFault(error, name);
    if (!(known instanceof DatabaseFaultError)) throw known;
    throw new DatabaseFaultError(faultOf(known, name), { cause: error });
  }
}
