/** The file of a SQLite database: where it is, who may read it, and whether it is ours. */
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  openSync,
  readSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { DatabaseFault } from '../domain/database-fault.js';
import { DatabaseFaultError } from './database-fault.js';
import { foreignFault } from './ours.js';
import { sqliteFault } from './sqlite-fault.js';

/** `ULTM`: marks a file as ours, in the header of SQLite. */
export const APPLICATION_ID = 0x55_4c_54_4d;
/** `SQLite format 3` and a zero: how each of its files begins. */
const MAGIC = Buffer.from('53514c69746520666f726d6174203300', 'hex');
const HEADER_BYTES = 100;
const VERSION_AT = 60;
const APPLICATION_AT = 68;
/** Endings of the files that SQLite and the bot keep beside a database. */
const BESIDE = ['-wal', '-shm', '-journal', '.lock', '.lock-journal', '.ballast', '.state'] as const;

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

function refuse(fault: DatabaseFault, cause?: unknown): never {
  throw new DatabaseFaultError(fault, { cause });
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/**
 * Makes a folder and those above it, one at a time. Node's recursive mkdir never returns where the system refuses a
 * folder as nonexistent, as it does everywhere below /proc.
 */
function makeFolder(path: string): void {
  if (isFolder(path)) return;
  if (existsSync(path)) refuse({ kind: 'no-folder', path });
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it at the same moment.
    if (!isFolder(path)) throw error;
  }
}

function folderFor(path: string): void {
  const folder = dirname(path);
  try {
    makeFolder(folder);
  } catch (error) {
    if (error instanceof DatabaseFaultError) throw error;
    refuse({ kind: 'folder-failed', path: folder, reason: reasonOf(error) }, error);
  }
}

/**
 * Returns the real path of the database of `DATABASE_URL`, and makes its folder. The file itself may not be there yet.
 * @throws DatabaseFaultError where no database can be there
 */
export function placeOf(given: string): string {
  const path = resolve(given);
  folderFor(path);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) {
    // SQLite makes the file that a dangling link points to.
    return lstatSync(path, { throwIfNoEntry: false }) === undefined
      ? path
      : resolve(realpathSync(dirname(path)), path);
  }
  if (stat.isDirectory()) refuse({ kind: 'is-folder', path });
  if (!stat.isFile()) refuse({ kind: 'not-a-file', path });
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
  } catch (error) {
    refuse({ kind: 'no-access', path, reason: reasonOf(error) }, error);
  }
  return realpathSync(path);
}

/** @throws DatabaseFaultError where a file that would be written beside the database is a link to somewhere else */
export function refuseLinks(path: string): void {
  for (const end of BESIDE) {
    if (lstatSync(path + end, { throwIfNoEntry: false })?.isSymbolicLink() === true)
      refuse({ kind: 'is-link', path: path + end });
  }
}

/** Makes the file if it is not there, and lets only its owner read it and what lies beside it. */
export function secure(path: string): void {
  const { O_RDWR, O_CREAT } = constants;
  closeSync(openSync(path, O_RDWR | O_CREAT, 0o600));
  for (const file of [path, ...BESIDE.map((end) => path + end)]) {
    if (lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true) continue;
    try {
      chmodSync(file, 0o600);
    } catch {
      // It belongs to somebody else, who lets us write to it.
    }
  }
}

/** Opens a file beside the database for writing, its owner's alone, and never through a link. */
export function openBeside(path: string): number {
  const { O_RDWR, O_CREAT, O_NOFOLLOW } = constants;
  return openSync(path, O_RDWR | O_CREAT | O_NOFOLLOW, 0o600);
}

/** The first bytes of a file; fewer where it is shorter. */
export function beginningOf(path: string, bytes: number): Buffer {
  const file = openSync(path, constants.O_RDONLY);
  try {
    const read = Buffer.alloc(bytes);
    return read.subarray(0, readSync(file, read, 0, bytes, 0));
  } finally {
    closeSync(file);
  }
}

function heldBy(path: string) {
  const database = new Sqlite(path, { readonly: true, timeout: 250 });
  try {
    const names = (text: string) => database.prepare<[], { name: string }>(text).all();
    const tables = names(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'",
    ).map(({ name }) => name);
    const ran = tables.includes('kysely_migration') ? names('select name from kysely_migration') : [];
    return { tables, migrations: ran.map(({ name }) => name) };
  } finally {
    database.close();
  }
}

/** Removes the files that SQLite leaves beside a database when it is only looked at and refused. */
function lookedAt<T>(path: string, look: () => T): T {
  const made = ['-wal', '-shm'].filter(
    (end) => lstatSync(path + end, { throwIfNoEntry: false }) === undefined,
  );
  try {
    return look();
  } catch (error) {
    for (const end of made) rmSync(path + end, { force: true });
    throw error;
  }
}

/**
 * Checks that the file is empty or ours. Any other file is left unchanged, and nothing is written beside it.
 * @throws DatabaseFaultError where it is another program's, damaged, or of a newer release
 */
export function refuseForeign(path: string, known: readonly string[]): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return;
  const header = beginningOf(path, HEADER_BYTES);
  if (header.length < HEADER_BYTES || !header.subarray(0, MAGIC.length).equals(MAGIC))
    refuse({ kind: 'not-sqlite', path });
  const application = header.readUInt32BE(APPLICATION_AT);
  if (application !== 0 && application !== APPLICATION_ID) refuse({ kind: 'foreign', database: path });
  if (application === APPLICATION_ID && header.readUInt32BE(VERSION_AT) > known.length)
    refuse({ kind: 'newer', database: path, migrations: [] });
  lookedAt(path, () => {
    const fault = faultOf(path, known);
    if (fault !== null) refuse(fault);
  });
}

function faultOf(path: string, known: readonly string[]): DatabaseFault | null {
  try {
    return foreignFault({ ...heldBy(path), database: path }, known);
  } catch (error) {
    throw sqliteFault(error, path);
  }
}
