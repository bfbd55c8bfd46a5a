import { PGlite } from '@electric-sql/pglite';
import {
  CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';
import type { Database } from '../../src/store/database.js';
import { postgresDialect } from '../../src/store/dialect/postgres.js';
import type { Schema } from '../../src/store/schema.js';

const INT8 = 20;

class Connection implements DatabaseConnection {
  readonly #pglite: PGlite;

  constructor(pglite: PGlite) {
    this.#pglite = pglite;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.#pglite.query<R>(sql, [...parameters], { parsers: { [INT8]: Number } });
    return { rows: result.rows, numAffectedRows: BigInt(result.affectedRows ?? 0) };
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('PGlite does not stream');
  }
}

/** PGlite has one connection, so transactions take turns. */
class PgliteDriver implements Driver {
  readonly #pglite: PGlite;
  #turn: Promise<void> = Promise.resolve();
  #done: () => void = () => undefined;

  constructor(pglite: PGlite) {
    this.#pglite = pglite;
  }

  async init(): Promise<void> {
    await this.#pglite.waitReady;
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#turn;
    let done: () => void = () => undefined;
    this.#turn = new Promise((resolve) => (done = resolve));
    await before;
    this.#done = done;
    return new Connection(this.#pglite);
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  releaseConnection(): Promise<void> {
    this.#done();
    return Promise.resolve();
  }

  async destroy(): Promise<void> {
    await this.#pglite.close();
  }
}

/** PostgreSQL in this process, without a server, for the contract suite. */
export function openPglite(): Database {
  const pglite = new PGlite();
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PgliteDriver(pglite),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
  const db = new Kysely<Schema>({ dialect });
  return { dialect: postgresDialect, write: db, read: db, close: () => db.destroy() };
}
