/** Puts a backup in the place of the database, while no bot holds it, and keeps the file that was there. */
import {
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  linkSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { DigestState, RecordSummary } from '../domain/backup.js';
import { flush } from './backup.js';
import { asBackupFault, BackupFaultError } from './backup-fault.js';
import { digestState } from './digest.js';
import { checkRecord } from './record-check.js';
import { holdLock } from './sqlite.js';
import { placeOf, refuseLinks } from './sqlite-file.js';

export interface Restored extends RecordSummary {
  readonly path: string;
  readonly digest: Exclude<DigestState, 'differs'>;
  /** Where the file that was there is kept; null where none was. */
  readonly kept: string | null;
}

export interface RestoreOptions {
  /** Replace a record that is there. */
  readonly force: boolean;
  /** The end of the name under which the file that was there is kept. */
  readonly stamp: string;
}

const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** Copies the backup beside the database and checks it there, so that nothing can change between check and use. */
async function stage(backup: string, staged: string): Promise<RecordSummary & Pick<Restored, 'digest'>> {
  rmSync(staged, { force: true });
  const { O_RDWR, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
  closeSync(openSync(staged, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600));
  copyFileSync(backup, staged);
  chmodSync(staged, 0o600);
  const digest = await digestState(backup, staged);
  if (digest === 'differs') throw new BackupFaultError({ kind: 'digest-differs', path: backup });
  const summary = await checkRecord(staged, backup);
  flush(staged);
  return { ...summary, digest };
}

/** Copies what is in the write-ahead log into the main file; a damaged database keeps its log beside it instead. */
function mergeLog(path: string, kept: string): void {
  try {
    const database = new Sqlite(path, { fileMustExist: true });
    try {
      database.pragma('wal_checkpoint(truncate)');
    } finally {
      database.close();
    }
  } catch {
    // Damaged: kept as it is.
  }
  if (sizeOf(`${path}-wal`) > 0) renameSync(`${path}-wal`, `${kept}-wal`);
  for (const end of ['-wal', '-shm']) rmSync(path + end, { force: true });
}

/** Gives the file a second name, or a copy on a file system without hard links; only its owner may read it. */
function keep(path: string, kept: string): void {
  try {
    linkSync(path, kept);
  } catch {
    copyFileSync(path, kept, constants.COPYFILE_EXCL);
    flush(kept);
  }
  chmodSync(kept, 0o600);
}

/**
 * Keeps the old file under another name and puts the new one in its place, so that at every moment one of the two is
 * there whole. Without the file `.state` the next start knows that the record was restored.
 */
function replace(path: string, staged: string, kept: string | null): void {
  if (kept !== null) {
    mergeLog(path, kept);
    keep(path, kept);
  }
  rmSync(`${path}.state`, { force: true });
  flush(dirname(path));
  renameSync(staged, path);
  flush(dirname(path));
}

/**
 * Checks the backup and puts it in the place of the database at `to`. The next start of the bot looks into its channels
 * before it posts what the backup calls due.
 * @throws BackupFaultError, and leaves the database as it was: where a bot holds it, where a record is there and `force`
 * is not given, where the digest differs, and where the backup is not whole
 */
export async function restore(
  given: string,
  to: string,
  { force, stamp }: RestoreOptions,
): Promise<Restored> {
  const backup = resolve(given);
  if (to === ':memory:') throw new BackupFaultError({ kind: 'in-memory', path: to });
  if (sizeOf(backup) === 0) throw new BackupFaultError({ kind: 'nothing-there', path: backup });
  return asBackupFault(to, async () => {
    const path = placeOf(to);
    if (realpathSync(backup) === path) throw new BackupFaultError({ kind: 'itself', path });
    refuseLinks(path);
    const lock = holdLock(path, path);
    const staged = `${path}.restoring`;
    try {
      const there = sizeOf(path) > 0;
      if (there && !force) throw new BackupFaultError({ kind: 'record-there', path });
      const { digest, ...summary } = await stage(backup, staged);
      const kept = there ? `${path}.before-restore-${stamp}` : null;
      replace(path, staged, kept);
      return { ...summary, path, digest, kept };
    } finally {
      try {
        for (const end of ['', '-wal', '-shm', '-journal']) rmSync(staged + end, { force: true });
      } finally {
        lock.close();
      }
    }
  });
}
