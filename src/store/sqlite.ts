import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import {
  CompiledQuery,
  Kysely,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDatabase,
} from 'kysely';
import { ballastAt } from './ballast.js';
import type { Database } from './database.js';
import type { Schema } from './schema.js';
import { isBusy } from './trouble.js';

/** Longer would hold the whole process, and Discord wants an answer within 3 s; the rest of the wait is asynchronous. */
const BUSY_MS = 250;

/** Texts of queries kept prepared; the product has fewer, lists of different lengths come and go. */
const MOST_PREPARED = 500;

/** Preparing costs as much as running: each text is prepared once. */
function remembering(database: Sqlite.Database): SqliteDatabase {
  const prepared = new Map<string, Sqlite.Statement>();
  return {
    close: () => void database.close(),
    prepare(text) {
      const known = prepared.get(text);
      if (known !== undefined) return known;
      if (prepared.size >= MOST_PREPARED) prepared.clear();
      const statement = database.prepare(text);
      prepared.set(text, statement);
      return statement;
    },
  };
}

export interface SqliteOptions {
  /** How a transaction begins; tests show what goes wrong with another than the default `immediate`. */
  readonly begin?: 'immediate' | 'deferred';
}

/** SQLite begins deferred by itself, and a read that turns into a write then fails for good: begin as a writer. */
class WritingDriver extends SqliteDriver {
  readonly #database: Sqlite.Database;
  readonly #begin: string;

  constructor(database: Sqlite.Database, { begin = 'immediate' }: SqliteOptions) {
    super({ database: remembering(database) });
    this.#database = database;
    this.#begin = `begin ${begin}`;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(this.#begin));
  }

  /** A full disk rolls back by itself; asking again would hide that reason behind another. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

class WritingDialect extends SqliteDialect {
  readonly #database: Sqlite.Database;
  readonly #options: SqliteOptions;

  constructor(database: Sqlite.Database, options: SqliteOptions) {
    super({ database });
    this.#database = database;
    this.#options = options;
  }

  override createDriver(): SqliteDriver {
    return new WritingDriver(this.#database, this.#options);
  }
}

function connect(path: string, options: Sqlite.Options = {}): Sqlite.Database {
  const database = new Sqlite(path, { timeout: BUSY_MS, ...options });
  database.pragma('foreign_keys = on');
  return database;
}

/**
 * Opens `path` (or `:memory:`) for this process alone: WAL, every commit on the disk before it is answered, reads on a
 * second connection that cannot write.
 * @throws a sentence when another process has it open.
 */
export function openSqlite(path: string, options: SqliteOptions = {}): Database {
  if (path === ':memory:') return onConnections(connectWriter(path), null, () => undefined, options);
  mkdirSync(dirname(path), { recursive: true });
  const lock = holdLock(path);
  try {
    const writer = connectWriter(path);
    const database = onConnections(writer, connect(path, { readonly: true }), () => lock.close(), options);
    return { ...database, ballast: ballastAt(`${path}.ballast`) };
  } catch (error) {
    lock.close();
    throw error;
  }
}

function connectWriter(path: string): Sqlite.Database {
  const writer = connect(path);
  writer.pragma('journal_mode = wal');
  writer.pragma('synchronous = full');
  return writer;
}

function onConnections(
  writer: Sqlite.Database,
  reader: Sqlite.Database | null,
  unlock: () => void,
  options: SqliteOptions,
): Database {
  const write = new Kysely<Schema>({ dialect: new WritingDialect(writer, options) });
  const read =
    reader === null
      ? write
      : new Kysely<Schema>({ dialect: new SqliteDialect({ database: remembering(reader) }) });
  return {
    engine: 'sqlite',
    write,
    read,
    async close() {
      if (read !== write) await read.destroy();
      await write.destroy();
      unlock();
    },
  };
}

/** An exclusive transaction on a file of its own, kept open: the system frees it even after SIGKILL. */
function holdLock(path: string): Sqlite.Database {
  const lock = new Sqlite(`${path}.lock`, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
    return lock;
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    const sentence = `Another process has ${path} open. Stop it first, or give this one its own DATABASE_URL.`;
    throw new Error(sentence, { cause: error });
  }
}
