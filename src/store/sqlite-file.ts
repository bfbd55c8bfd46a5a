/** Checks a SQLite file before it is opened. */
import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
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
import { StartError } from '../start-error.js';
import { foreignness } from './ours.js';
import { startErrorOf } from './start-errors.js';

/** `ULTM`: marks a file as ours, in the header of SQLite. */
export const APPLICATION_ID = 0x55_4c_54_4d;
const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;
const VERSION_AT = 60;
const APPLICATION_AT = 68;
/** Endings of the files that SQLite and the bot keep beside a database. */
const BESIDE = ['-wal', '-shm', '-journal', '.lock', '.lock-journal', '.ballast', '.state'] as const;

const CHOOSE = 'Set DATABASE_URL to another place';
const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** One folder at a time: the recursive way hangs where a file system makes none. */
function makeFolder(path: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory() === true) return;
  if (stat !== undefined)
    throw new StartError(`${path} is no folder, so no database can be made in it. ${CHOOSE}.`);
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

function folderFor(path: string): void {
  try {
    makeFolder(dirname(path));
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(
      `The folder ${dirname(path)} for the database cannot be made (${reasonOf(error)}). Make it, or set DATABASE_URL to another place.`,
      78,
      { cause: error },
    );
  }
}

/**
 * The real path of the database of `DATABASE_URL`, whose folder is there. The file may not be.
 * @throws StartError where no database can be there
 */
export function placeOf(given: string): string {
  const path = resolve(given);
  folderFor(path);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) {
    // Of a link that leads nowhere yet, SQLite makes the file at its end.
    return lstatSync(path, { throwIfNoEntry: false }) === undefined
      ? path
      : resolve(realpathSync(dirname(path)), path);
  }
  if (stat.isDirectory())
    throw new StartError(
      `DATABASE_URL names a folder, ${path}. Add the name of a file, such as ${path}/ultimatum.db.`,
    );
  if (!stat.isFile())
    throw new StartError(`DATABASE_URL names ${path}, which is no ordinary file. ${CHOOSE}.`);
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
  } catch (error) {
    throw new StartError(
      `The database ${path} may not be read and written by this user (${reasonOf(error)}). Change its owner, or set DATABASE_URL to another place.`,
      78,
      { cause: error },
    );
  }
  return realpathSync(path);
}

/** @throws StartError where what would be written beside the database is a link to somewhere else */
export function refuseLinks(path: string): void {
  for (const end of BESIDE) {
    if (lstatSync(path + end, { throwIfNoEntry: false })?.isSymbolicLink() === true)
      throw new StartError(
        `${path}${end} is a symbolic link, and is not followed. Remove it, and start again.`,
      );
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

/** What only looking at a database of SQLite's own leaves beside it. */
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
 * Makes sure that the file is empty or ours, without changing it or leaving anything beside it otherwise.
 * @throws StartError where it is none of ours, damaged, or of a newer release
 */
export function refuseForeign(path: string, known: readonly string[]): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return;
  const header = beginningOf(path, HEADER_BYTES);
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC)
    throw new StartError(`${path} is not a SQLite database. Check DATABASE_URL, or move that file away.`);
  const application = header.readUInt32BE(APPLICATION_AT);
  if (application !== 0 && application !== APPLICATION_ID)
    throw new StartError(
      `The database ${path} belongs to another program. Set DATABASE_URL to a database of its own.`,
    );
  if (application === APPLICATION_ID && header.readUInt32BE(VERSION_AT) > known.length)
    throw new StartError(
      `The database ${path} was made by a newer release of Ultimatum. Install that release again, or set DATABASE_URL to another database.`,
    );
  lookedAt(path, () => {
    const fault = faultOf(path, known);
    if (fault !== null) throw new StartError(`The database ${path} ${fault}.`);
  });
}

function faultOf(path: string, known: readonly string[]): string | null {
  try {
    return foreignness(heldBy(path), known);
  } catch (error) {
    throw startErrorOf(error, `sqlite:${path}`);
  }
}
