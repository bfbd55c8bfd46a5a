/** Opens a SQLite database for this process alone. */
import { closeSync, statSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';
import { migrations } from '../../migrations/index.js';
import { diskReserveAt } from './disk-reserve.js';
import { DatabaseFaultError } from './database-fault.js';
import type { Database, DatabaseFile } from './database.js';
import { sqliteDialect } from './dialect/sqlite.js';
import { RecordState } from './record-state.js';
import type { Schema } from './schema.js';
import { APPLICATION_ID, openBeside, placeOf, refuseForeign, refuseLinks, secure } from './sqlite-file.js';
import { sqliteFault } from './sqlite-fault.js';
import { isBusy } from './errors.js';

const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** Longer would hold the whole process, and Discord wants an answer within 3 s; the rest of the wait is asynchronous. */
const BUSY_MS = 250;

/** Texts of queries kept prepared; the product has fewer, lists of different lengths come and go. */
const MOST_PREPARED = 500;

/** Tells of each commit, whether it was a statement by itself or ended a transaction. */
function noticing(database: Sqlite.Database, text: string, committed: () => void): SqliteStatement {
  const statement = database.prepare(text);
  // SQLite calls `commit` itself readonly.
  if (statement.readonly && text !== 'commit') return statement;
  const after = <T>(result: T): T => {
    if (!database.inTransaction) committed();
    return result;
  };
  return {
    reader: statement.reader,
    all: (parameters) => after(statement.all(parameters)),
    run: (parameters) => after(statement.run(parameters)),
    iterate: () => {
      throw new Error('Nothing is written row by row.');
    },
  };
}

/** Preparing costs as much as running: each text is prepared once. */
function remembering(database: Sqlite.Database, committed = () => {}): SqliteDatabase {
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => void database.close(),
    prepare(text) {
      const known = prepared.get(text);
      if (known !== undefined) return known;
      if (prepared.size >= MOST_PREPARED) prepared.clear();
      const statement = noticing(database, text, committed);
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

  constructor(database: Sqlite.Database, { begin = 'immediate' }: SqliteOptions, committed: () => void) {
    super({ database: remembering(database, committed) });
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

/** SQLite rolls back changes of tables like any other, so that an upgrade that is killed has changed nothing. */
class WritingAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class WritingDialect extends SqliteDialect {
  readonly #database: Sqlite.Database;
  readonly #options: SqliteOptions;
  readonly #committed: () => void;

  constructor(database: Sqlite.Database, options: SqliteOptions, committed: () => void) {
    super({ database });
    this.#database = database;
    this.#options = options;
    this.#committed = committed;
  }

  override createAdapter(): SqliteAdapter {
    return new WritingAdapter();
  }

  override createDriver(): SqliteDriver {
    return new WritingDriver(this.#database, this.#options, this.#committed);
  }
}

function connect(path: string, options: Sqlite.Options = {}): Sqlite.Database {
  const database = new Sqlite(path, { timeout: BUSY_MS, ...options });
  database.pragma('foreign_keys = on');
  return database;
}

/** All migrations of this release, in order. */
export const VERSIONS: readonly string[] = Object.keys(migrations('sqlite'));

/**
 * Opens `path` (or `:memory:`) for this process alone: WAL, every commit on the disk before it is answered, reads on a
 * second connection that cannot write. The files are their owner's alone.
 * @throws DatabaseFaultError where another process has it open, or it cannot be opened, is damaged, or is none of ours
 */
export function openSqlite(path: string, options: SqliteOptions = {}): Database {
  if (path === ':memory:') {
    const writer = connectWriter(path);
    return onConnections({ writer, reader: null, options, end: () => writer.close() });
  }
  try {
    return openFile(placeOf(path), path, options);
  } catch (error) {
    throw sqliteFault(error, path);
  }
}

function openFile(path: string, given: string, options: SqliteOptions): Database {
  const log = sizeOf(`${path}-wal`);
  refuseForeign(path, VERSIONS);
  refuseLinks(path);
  const lock = holdLock(path, given);
  let writer: Sqlite.Database | null = null;
  try {
    secure(path);
    writer = connectWriter(path);
    const state = new RecordState(path, writer);
    state.assertWhole(log);
    return onFile(path, { writer, lock, state, options });
  } catch (error) {
    writer?.close();
    lock.close();
    throw error;
  }
}

interface Opened {
  readonly writer: Sqlite.Database;
  readonly lock: Sqlite.Database;
  readonly state: RecordState;
  readonly options: SqliteOptions;
}

function onFile(path: string, { writer, lock, state, options }: Opened): Database {
  const reader = connect(path, { readonly: true });
  const end = () => {
    state.end();
    reader.close();
    writer.close();
  };
  const opened = onConnections({ writer, reader, options, end, committed: () => state.committed() });
  const file: DatabaseFile = {
    isGone: () => state.isGone(),
    tidy: () => state.tidy(),
    checkpoint: () => state.checkpoint(),
    rewrite: () => state.rewrite(),
    begin() {
      mark(writer);
      state.begin();
    },
    get restored() {
      return state.restored;
    },
  };
  const close = async () => {
    await opened.close();
    lock.close();
  };
  return { ...opened, close, name: path, diskReserve: diskReserveAt(`${path}.ballast`), file };
}

/** Stored in the header of the file, where it can be read without opening the database. */
function mark(writer: Sqlite.Database): void {
  const [application, version] = ['application_id', 'user_version'].map((name) =>
    writer.pragma(name, { simple: true }),
  );
  if (application !== APPLICATION_ID) writer.pragma(`application_id = ${APPLICATION_ID}`);
  if (version !== VERSIONS.length) writer.pragma(`user_version = ${VERSIONS.length}`);
}

function connectWriter(path: string): Sqlite.Database {
  const writer = connect(path);
  writer.pragma('journal_mode = wal');
  writer.pragma('synchronous = full');
  // What is deleted is overwritten with zeros.
  writer.pragma('secure_delete = on');
  return writer;
}

interface Connections {
  readonly writer: Sqlite.Database;
  readonly reader: Sqlite.Database | null;
  readonly options: SqliteOptions;
  readonly end: () => void;
  readonly committed?: () => void;
}

function onConnections({ writer, reader, options, end, committed = () => {} }: Connections): Database {
  const write = new Kysely<Schema>({ dialect: new WritingDialect(writer, options, committed) });
  const read =
    reader === null
      ? write
      : new Kysely<Schema>({ dialect: new SqliteDialect({ database: remembering(reader) }) });
  return {
    dialect: sqliteDialect,
    write,
    read,
    async close() {
      end();
      if (read !== write) await read.destroy();
      await write.destroy();
    },
  };
}

/**
 * An exclusive transaction on a file of its own, kept open: the system frees it even after SIGKILL.
 * @throws DatabaseFaultError where another process holds it; `given` is the path that it names
 */
export function holdLock(path: string, given: string): Sqlite.Database {
  closeSync(openBeside(`${path}.lock`));
  const lock = new Sqlite(`${path}.lock`, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
    return lock;
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new DatabaseFaultError({ kind: 'held', path: given }, { cause: error });
  }
}
