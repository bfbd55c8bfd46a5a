/** Opens the store of DATABASE_URL, or says why it can't be opened. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, normalize, resolve } from 'node:path';
import { StartError } from './start-error.js';
import { databaseFault } from './start-faults.js';
import { isAlone, openStore } from './store/index.js';
import type { Store } from './store/port/index.js';
import { english } from './wording/index.js';

/**
 * Makes a folder and those above it, one at a time. Node's recursive mkdir never returns where the system refuses a
 * folder as nonexistent, as it does everywhere below /proc.
 */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

function makeFolderOf(path: string): void {
  const folder = dirname(resolve(path));
  try {
    makeFolder(folder);
  } catch (error) {
    // Made by another process at the same moment.
    if (existsSync(folder)) return;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : null;
    throw new StartError(english.operator.database.folder(folder, reason), 78, { cause: error });
  }
}

/**
 * @param reported is told of errors of idle connections, `fatal` of what only a new start mends.
 * @throws StartError where the database cannot be opened.
 */
export async function openDatabase(
  url: string,
  reported: (error: Error) => void,
  fatal: (reason: string) => void,
): Promise<Store> {
  const path = isAlone(url) ? url.slice('sqlite:'.length) : null;
  const file = path === null || path === ':memory:' ? null : normalize(path);
  if (file !== null) makeFolderOf(file);
  try {
    return await openStore(file === null ? url : `sqlite:${file}`, reported, { fatal });
  } catch (error) {
    throw databaseFault(error, url);
  }
}
