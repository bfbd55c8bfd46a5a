/** Copies a SQLite database while the bot uses it, and checks the copy before it counts as a backup. */
import {
  closeSync,
  constants,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { RecordSummary } from '../domain/backup.js';
import { asBackupFault, BackupFaultError } from './backup-fault.js';
import { digestLine, digestOf, digestPath } from './digest.js';
import { checkRecord } from './record-check.js';
import { VERSIONS } from './sqlite.js';
import { placeOf, refuseForeign } from './sqlite-file.js';
import { abandonedCopies, unfinishedName } from './unfinished.js';

export interface BackupMade extends RecordSummary {
  readonly path: string;
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly digest: string;
}

/** A writer of another program may hold the file for so long, ms. */
const BUSY_MS = 5000;
/** 4 MB of pages: the rest of the process gets its turn between two steps. */
const PAGES_AT_A_TIME = 1000;
/** A write of another process begins the copy anew; after so many steps too many the rest is copied at once. */
const MOST_REPEATS = 3;
const ALL_PAGES = 2 ** 30;

/** What file systems without hard links answer. */
const WITHOUT_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

const isThere = (path: string) => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** Waits until what is at `path`, a file or the names in a folder, is on the disk. */
export function flush(path: string): void {
  const file = openSync(path, constants.O_RDONLY);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** How many pages the next step copies, so that a busy writer can't make the copy begin anew for ever. */
function steps(): (progress: { readonly remainingPages: number }) => number {
  let [least, repeats] = [Infinity, 0];
  return ({ remainingPages }) => {
    if (remainingPages >= least) repeats += 1;
    least = Math.min(least, remainingPages);
    return repeats >= MOST_REPEATS ? ALL_PAGES : PAGES_AT_A_TIME;
  };
}

/** Makes an empty file that only its owner may read; there must be none. */
function createPrivate(path: string): void {
  const { O_RDWR, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
  closeSync(openSync(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600));
}

async function copyDatabase(from: string, to: string): Promise<void> {
  createPrivate(to);
  const source = new Sqlite(from, { readonly: true, fileMustExist: true, timeout: BUSY_MS });
  try {
    await source.backup(to, { progress: steps() });
  } finally {
    source.close();
  }
  // One file by itself: without a write-ahead log that would have to be kept with it.
  const copy = new Sqlite(to);
  try {
    copy.pragma('journal_mode = delete');
  } finally {
    copy.close();
  }
  flush(to);
}

/** Gives a file its name, unless another one has it by now. @throws BackupFaultError */
function nameOnce(file: string, name: string): void {
  try {
    linkSync(file, name);
    rmSync(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EEXIST' || (WITHOUT_LINKS.has(code) && isThere(name)))
      throw new BackupFaultError({ kind: 'already-there', path: name }, { cause: error });
    if (!WITHOUT_LINKS.has(code)) throw error;
    renameSync(file, name);
  }
}

async function checkedCopy(from: string, to: string, partial: string): Promise<BackupMade> {
  await copyDatabase(from, partial);
  const summary = await checkRecord(partial, from);
  const digest = await digestOf(partial);
  const bytes = statSync(partial).size;
  const beside = digestPath(to);
  rmSync(beside, { force: true });
  writeFileSync(beside, digestLine(digest, to), { mode: 0o600, flag: 'wx', flush: true });
  nameOnce(partial, to);
  flush(dirname(to));
  return { ...summary, path: to, bytes, digest };
}

/** The path of a database file of ours. @throws BackupFaultError where there is none */
function existing(given: string): string {
  const path = resolve(given);
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) === 0)
    throw new BackupFaultError({ kind: 'nothing-there', path });
  refuseForeign(path, VERSIONS);
  return path;
}

/**
 * Copies the database at `from` to the new file `to`, whoever uses it meanwhile. The copy gets its name only after it was
 * checked as `checkRecord` does, with its digest beside it; both are their owner's alone. Folders are made, and what a
 * backup that was killed left there is deleted.
 * @throws BackupFaultError, and leaves nothing behind
 */
export async function backUp(from: string, to: string): Promise<BackupMade> {
  if (from === ':memory:') throw new BackupFaultError({ kind: 'in-memory', path: from });
  return asBackupFault(from, async () => {
    const source = existing(from);
    if (isThere(to)) throw new BackupFaultError({ kind: 'already-there', path: resolve(to) });
    const target = placeOf(to);
    const partial = unfinishedName(target);
    try {
      return await asBackupFault(target, async () => {
        for (const left of abandonedCopies(target)) rmSync(left, { force: true });
        return checkedCopy(source, target, partial);
      });
    } finally {
      for (const end of ['', '-wal', '-shm', '-journal']) rmSync(partial + end, { force: true });
    }
  });
}
