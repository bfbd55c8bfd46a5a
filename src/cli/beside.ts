/** Opens the record for reading while the bot may be using it. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseFile } from '../backup-files.js';
import { openDatabase } from '../database.js';
import { backUp } from '../store/backup.js';
import type { Store } from '../store/port/index.js';

const nothing = () => undefined;

async function withStore<T>(url: string, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openDatabase(url, nothing, nothing, { shared: true });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/**
 * Reads the record of DATABASE_URL: PostgreSQL beside the bot, a SQLite file as a copy of this moment, which is deleted
 * afterwards. Null where there is no such file.
 */
export async function besideTheBot<T>(url: string, work: (store: Store) => Promise<T>): Promise<T | null> {
  const file = databaseFile(url);
  if (file === null) return withStore(url, work);
  if (!existsSync(file)) return null;
  const folder = mkdtempSync(join(tmpdir(), 'ultimatum-export-'));
  try {
    const copy = join(folder, 'copy.db');
    await backUp(file, copy);
    return await withStore(`sqlite:${copy}`, work);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
