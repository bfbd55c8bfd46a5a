/** Where backups are kept, and how they are named: beside the database, by the instant at which they were made. */
import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { wallInstant, wallMs, type WallInstant } from './domain/instant.js';

/** `automatic`: made and deleted by the bot; `manual`: made by hand, and never deleted. */
export type BackupKind = 'automatic' | 'manual';

export interface BackupFile {
  readonly path: string;
  readonly kind: BackupKind;
  readonly at: WallInstant;
}

const PREFIX: Readonly<Record<BackupKind, string>> = { automatic: 'ultimatum-auto-', manual: 'ultimatum-' };
const NAME = /^ultimatum-(auto-)?(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.db$/;
const SQLITE = 'sqlite:';

/** The path of the database file; null for one that is no file. */
export function databaseFile(databaseUrl: string): string | null {
  const path = databaseUrl.startsWith(SQLITE) ? databaseUrl.slice(SQLITE.length) : ':memory:';
  return path === ':memory:' ? null : resolve(path);
}

/** The instant as names of files have it, UTC: 20250813T100100Z. */
export const stampOf = (at: WallInstant): string =>
  new Date(wallMs(at)).toISOString().replace(/\.\d+/, '').replaceAll(/[:-]/g, '');

/** The folder of the backups of a database file. */
export const backupFolder = (file: string): string => join(dirname(file), 'backups');

/** The path of a backup that is made at `at`. */
export const backupPath = (file: string, kind: BackupKind, at: WallInstant): string =>
  join(backupFolder(file), `${PREFIX[kind]}${stampOf(at)}.db`);

function backupIn(folder: string, name: string): readonly BackupFile[] {
  const [, auto, year, month, day, hour, minute, second] = NAME.exec(name) ?? [];
  if (second === undefined) return [];
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(at)) return [];
  const kind = auto === undefined ? 'manual' : 'automatic';
  return [{ path: join(folder, name), kind, at: wallInstant(at) }];
}

/** The backups of a database file by their names, oldest first; none where there is no such folder. */
export function backupsOf(file: string): readonly BackupFile[] {
  const folder = backupFolder(file);
  let names: readonly string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    // There is none yet.
  }
  return names
    .flatMap((name) => backupIn(folder, name))
    .sort((one, other) => wallMs(one.at) - wallMs(other.at));
}
