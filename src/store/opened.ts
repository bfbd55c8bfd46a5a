/** Opens the engine of a `DATABASE_URL`, held against processes that must not use it at the same time. */
import type { DatabaseFault } from '../domain/database-fault.js';
import { lockDatabase } from './database-lock.js';
import type { Database } from './database.js';
import { openPostgres } from './postgres.js';
import { openSqlite } from './sqlite.js';

const SQLITE = 'sqlite:';

/** Whether only one process may have this store open. */
export const isAlone = (url: string): boolean => url.startsWith(SQLITE);

/** What stands after `sqlite:`, a path or `:memory:`; null for PostgreSQL. */
export const pathOf = (url: string): string | null => (isAlone(url) ? url.slice(SQLITE.length) : null);

export interface OpenOptions {
  /** Processes that share a PostgreSQL database may have it open at once; otherwise it has to be free, and stays this one's. */
  readonly shared?: boolean;
  /** The most connections to PostgreSQL that work is done on; 8 where absent. */
  readonly pool?: number | undefined;
  /** Called with a fault that only a restart mends: the process has to report it and stop. */
  readonly fatal?: (fault: DatabaseFault) => void;
}

/**
 * Opens the engine, and touches no table. `log` hears of lost connections.
 * @throws DatabaseFaultError where it cannot be opened, or another process has it
 */
export async function openEngine(
  url: string,
  log: (error: Error) => void,
  { shared = false, pool, fatal = () => undefined }: OpenOptions = {},
): Promise<Database> {
  const path = pathOf(url);
  if (path !== null) return openSqlite(path);
  const database = openPostgres(url, log, pool);
  const lock = await lockDatabase(url, { shared, log, fatal });
  return {
    ...database,
    connection: lock.connection,
    hear: (channel, heard) => lock.hear(channel, heard),
    async close() {
      await database.close();
      await lock.release();
    },
  };
}
