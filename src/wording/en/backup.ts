/** What the operator reads about backups: what was made or restored, and why not. */
import type { BackupFault, RecordSummary } from '../../domain/backup.js';
import { code, said, type Text } from '../parts.js';
import { t, textOf } from '../text.js';
import { plural } from './plural.js';
import { store } from './store.js';

/** As the command line has it: `newest` as ISO text, UTC. */
type Summary = Omit<RecordSummary, 'newest'> & { readonly newest: string | null };

interface MadeSummary extends Summary {
  readonly path: string;
  readonly bytes: number;
  readonly digest: string;
}

interface RestoredSummary extends Summary {
  readonly path: string;
  readonly digest: 'same' | 'missing';
  readonly kept: string | null;
}

const count = (number: number, one: string, other: string): Text =>
  plural(number, { one: t`${number} ${textOf(one)}`, other: t`${number} ${textOf(other)}` });

const counts = ({ servers, ultimatums, entries }: Summary): Text =>
  t`${count(servers, 'server', 'servers')}, ${count(ultimatums, 'ultimatum', 'ultimatums')}, ${count(entries, 'entry', 'entries')}`;

const newestOf = ({ newest }: Summary): Text =>
  newest === null ? t`It has no entries yet.` : t`Newest entry: ${textOf(newest)}`;

/** A size in words: 1.5 MB. */
export function size(bytes: number): Text {
  const units = ['kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length, Math.max(1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  return textOf(`${(bytes / 1000 ** power).toFixed(1)} ${units[power - 1]}`);
}

/** What is wrong with the record in a file, where it is the same for every verb. */
export function faultOf(fault: BackupFault): Text {
  switch (fault.kind) {
    case 'nothing-there':
      return t`There is no record at ${said(fault.path)}: the file does not exist or is empty.`;
    case 'already-there':
      return t`There is already something at ${said(fault.path)}, and a backup never overwrites. Give another name.`;
    case 'digest-differs':
      return t`The digest beside ${said(fault.path)} does not fit: the file was changed or damaged since it was made. Use another backup.`;
    case 'record-there':
      return t`There is a record at ${said(fault.path)} already. To replace it, add ${code('--force')}: the old file is kept.`;
    case 'itself':
      return t`${said(fault.path)} is the database itself. Give the file of a backup.`;
    case 'in-memory':
      return IN_MEMORY;
    case 'damaged-pages':
    case 'broken-references':
      return t`The record in ${said(fault.path)} is damaged (${said(fault.detail)}).`;
    case 'not-append-only':
      return t`The record in ${said(fault.path)} lacks what keeps its entries from being changed (${said(fault.triggers.join(', '))}): another program has altered it.`;
    case 'unreadable':
      return t`The record in ${said(fault.path)} is damaged: the entries of ultimatum ${fault.number} of server ${said(fault.guild)} cannot be read.`;
    default:
      return store.fault(fault);
  }
}

const IN_MEMORY = t`This database is in memory (DATABASE_URL is ${code('sqlite::memory:')}), so there is no file to back up or restore.`;

function backupFault(fault: BackupFault): Text {
  switch (fault.kind) {
    case 'folder-failed':
      return t`The folder ${said(fault.path)} does not exist and cannot be created (${said(fault.reason)}). No backup was made.`;
    case 'no-folder':
      return t`${said(fault.path)} is not a folder. No backup was made.`;
    case 'disk-full':
      return t`The disk of ${said(fault.path)} is full. No backup was made. Free some space, or give a file on another disk.`;
    case 'cannot-open':
      return t`${said(fault.path)} cannot be read or written (${said(fault.reason)}). No backup was made.`;
    default:
      return t`${faultOf(fault)} No backup was made.`;
  }
}

function restoreFault(fault: BackupFault): Text {
  return fault.kind === 'held'
    ? t`A bot has ${said(fault.path)} open. Stop it first, then restore. Nothing was changed.`
    : t`${faultOf(fault)} Nothing was restored.`;
}

export const backup = {
  noFile: t`The file of the backup is missing. Give it: restore data/backups/ultimatum-20250813T100000Z.db`,
  inMemory: IN_MEMORY,
  postgresBackup: t`DATABASE_URL is a PostgreSQL database, which has its own program for backups: pg_dump --format=custom --file=FILE "$DATABASE_URL". See docs/hosting.md.`,
  postgresRestore: t`DATABASE_URL is a PostgreSQL database, which has its own program to restore: pg_restore --clean --if-exists --dbname="$DATABASE_URL" FILE, while the bot is stopped. See docs/hosting.md.`,
  /** Why no backup was made, and what to do. */
  backupFault,
  /** Why nothing was restored, and what to do. */
  restoreFault,
  /** While the bot's own backups fail. */
  failed: (reason: string) => t`The last automatic backup failed. ${said(reason)}`,
  made: (made: MadeSummary): readonly Text[] => [
    t`Backed up to ${said(made.path)} (${size(made.bytes)}): ${counts(made)}.`,
    newestOf(made),
    t`Checked: it opens, is undamaged, and every ultimatum in it can be read. SHA-256, also beside the file: ${textOf(made.digest)}`,
  ],
  restored: (restored: RestoredSummary): readonly Text[] => [
    t`Restored ${said(restored.path)}: ${counts(restored)}.`,
    newestOf(restored),
    restored.digest === 'same'
      ? t`The file is the one that was backed up (SHA-256), is undamaged, and every ultimatum in it can be read.`
      : t`There is no digest beside the file, so it could not be compared with one. It is undamaged, and every ultimatum in it can be read.`,
    restored.kept === null
      ? t`There was no record before.`
      : t`The record that was there is kept at ${said(restored.kept)}.`,
    t`At its next start the bot looks into its channels before it posts what this record calls due, so nothing is posted twice.`,
  ],
};
