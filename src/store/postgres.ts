/** Opens a PostgreSQL database through a pool that gives lost connections up. */
import {
  Kysely,
  PostgresDialect,
  type PostgresCursor,
  type PostgresPool,
  type PostgresQueryResult,
} from 'kysely';
import { Pool, types as builtIn, type CustomTypesConfig, type PoolClient } from 'pg';
import { DatabaseFaultError } from './database-fault.js';
import type { Database } from './database.js';
import { postgresDialect } from './dialect/postgres.js';
import type { Schema } from './schema.js';
import { isConnectionLost, PATIENCE_MS } from './errors.js';

const INT8 = 20;
/** A statement is given up by the server, then by us where the server says nothing: Discord waits for 3 s. */
const STATEMENT_MS = 2500;
const ANSWER_MS = 2800;
const CONNECT_MS = 2000;
/** More do not answer faster: a process has one thread. */
const CONNECTIONS = 8;

/** `postgres://user@host/name` as it may be shown: without a password or settings. */
function shownUrl(url: string): string {
  if (!URL.canParse(url)) return 'DATABASE_URL';
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

/** Those after which kysely counts rows; all others count none. */
const COMMANDS = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'] as const;

/** What the pool lends: a connection that was lost, or that no longer answers, is not lent again. */
class Lent {
  #lost: Error | null = null;

  constructor(
    private readonly client: PoolClient,
    /** Whether whoever waits may wait for long. */
    private readonly isUnhurried: () => boolean,
  ) {}

  query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    text: string | PostgresCursor<R>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof text !== 'string') throw new Error('Nothing is read through a cursor here.');
    return this.#answered<R>(text, values);
  }

  async #answered<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    // Behind a statement without an answer the next one would wait as long.
    if (this.#lost !== null) throw this.#lost;
    try {
      const limit = this.isUnhurried() ? {} : { query_timeout: ANSWER_MS };
      const { command, rowCount, rows } = await this.client.query({ text, values: [...values], ...limit });
      const counted = COMMANDS.find((one) => one === command);
      return { command: counted ?? 'SELECT', rowCount: rowCount ?? 0, rows };
    } catch (error) {
      if (error instanceof Error && isConnectionLost(error)) this.#lost = error;
      throw error;
    }
  }

  release(): void {
    this.client.release(this.#lost ?? false);
  }
}

/**
 * Opens `postgres://…`. Instants and numbers fit a double, so int8 comes as a number and not as text. A lost connection
 * fails what is under way on it and nothing else; the next query opens another. `connections` are the most that are open.
 * @throws DatabaseFaultError where the URL cannot be read
 */
export function openPostgres(url: string, log: (error: Error) => void, connections = CONNECTIONS): Database {
  if (!URL.canParse(url)) throw new DatabaseFaultError({ kind: 'bad-address' });
  const types: CustomTypesConfig = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === INT8 ? Number : builtIn.getTypeParser(oid, format ?? 'text'),
  };
  const pool = new Pool({
    connectionString: url,
    max: connections,
    types,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    // A writer that hangs must not hold the others past Discord's 3 s, nor for ever. Whoever waited for less than it may
    // wait in all would queue again behind those who came later, and be the last of a crowd to get the lock.
    lock_timeout: PATIENCE_MS,
    idle_in_transaction_session_timeout: 10_000,
  });
  // A connection says itself that it is lost, whether it is lent or not; without a listener that ends the process.
  pool.on('connect', (client) => void client.on('error', log));
  // Of an idle one the pool says it again.
  pool.on('error', () => undefined);
  let unhurried = false;
  const lending: PostgresPool = {
    connect: async () => new Lent(await pool.connect(), () => unhurried),
    end: () => pool.end(),
  };
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: lending }) });
  return {
    dialect: postgresDialect,
    write: db,
    read: db,
    name: shownUrl(url),
    async unhurried(work) {
      unhurried = true;
      try {
        return await work();
      } finally {
        unhurried = false;
      }
    },
    close: () => db.destroy(),
  };
}
