import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types as builtIn, type CustomTypesConfig } from 'pg';
import type { Database } from './database.js';
import type { Schema } from './schema.js';

const INT8 = 20;

/** Opens `postgres://…`. Instants and numbers fit a double, so int8 comes as a number and not as text. */
export function openPostgres(url: string, log: (error: Error) => void): Database {
  const types: CustomTypesConfig = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === INT8 ? Number : builtIn.getTypeParser(oid, format ?? 'text'),
  };
  const pool = new Pool({
    connectionString: url,
    max: 8,
    types,
    connectionTimeoutMillis: 5000,
    // A writer that hangs must not hold the others past Discord's 3 s, nor for ever.
    lock_timeout: 1000,
    idle_in_transaction_session_timeout: 10_000,
  });
  // An idle connection that breaks would otherwise end the process; the next query opens another.
  pool.on('error', log);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return { engine: 'postgres', write: db, read: db, close: () => db.destroy() };
}
