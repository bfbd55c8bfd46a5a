/** Looks at a database for the doctor without changing it, whoever has it open. */
import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely, sql, SqliteDialect } from 'kysely';
import { migrations } from '../../migrations/index.js';
import { POSTGRES_GUARDS } from '../../migrations/postgres.js';
import type { RecordInstant, WallInstant } from '../domain/instant.js';
import type { Dialect } from './dialect/dialect.js';
import { sqliteDialect } from './dialect/sqlite.js';
import { channelsInUseIn, type ServerChannels } from './channels-in-use.js';
import { departedIn } from './erasure.js';
import { budgetAheadIn, shardsHeldIn } from './gauges.js';
import type { ShardsHeld } from '../domain/shards.js';
import type { DepartedServer } from './port/index.js';
import { openPostgres } from './postgres.js';
import { brokenReferenceOf, damageOf, missingTriggers } from './record-check.js';
import type { Db, Schema } from './schema.js';
import { VERSIONS } from './sqlite.js';
import { refuseForeign } from './sqlite-file.js';
import { sqliteFault } from './sqlite-fault.js';

/** Each channel costs Discord up to five requests, beside those of the bot. */
export const MOST_CHANNELS = 50;

/** What a SQLite file is like. */
export interface FileLook {
  readonly bytes: number;
  /** Free space on its disk, bytes. */
  readonly free: number;
  /** What SQLite finds wrong with its pages or references; null where nothing is. */
  readonly damage: string | null;
  readonly brokenReference: string | null;
  readonly missingTriggers: readonly string[];
}

/** What stands in the rows of a database. */
export interface RowsLook {
  /** Migrations that the next start will run. */
  readonly pending: number;
  readonly brokenSchedules: number;
  readonly closedChannels: number;
  /** Posts that are due and wait, and since when the first one does. */
  readonly overdue: { readonly count: number; readonly since: RecordInstant | null };
  /** For how long the send budget has been given away already, ms. */
  readonly budgetAhead: number;
  /** The servers that the bot was removed from, the one to be erased first at the front. */
  readonly departed: readonly DepartedServer[];
  /** Servers with the channels that are posted in, until they have more than `MOST_CHANNELS`; none before an upgrade. */
  readonly inUse: readonly ServerChannels[];
}

/** The rows of a PostgreSQL database, and what should keep its entries from being changed and is not there. */
export interface ServerLook extends RowsLook {
  readonly bytes: number;
  readonly missingTriggers: readonly string[];
  /** Null before the upgrade that shares shards out. */
  readonly shards: ShardsHeld | null;
}

/** When it is looked at, by both clocks. */
interface LookTime {
  /** The record's, ms UTC. */
  readonly now: RecordInstant;
  readonly wallNow: WallInstant;
}

interface LookedAt {
  readonly dialect: Dialect;
  /** The names of the migrations of this release. */
  readonly known: readonly string[];
}

async function lookAtRows(
  db: Db,
  { dialect, known }: LookedAt,
  { now, wallNow }: LookTime,
): Promise<RowsLook> {
  const ran = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  const names = new Set(ran.rows.map(({ name }) => name));
  const count = db.fn.countAll<number>().as('count');
  const broken = await db
    .selectFrom('schedule')
    .select(count)
    .where('status', '=', 'broken')
    .executeTakeFirst();
  const closed = await db.selectFrom('closed').select(count).executeTakeFirst();
  const overdue = await db
    .selectFrom('delivery')
    .select([count, db.fn.min('due').as('since')])
    .where('status', '=', 'pending')
    .where('due', '<', now)
    .executeTakeFirst();
  const pending = known.filter((name) => !names.has(name)).length;
  return {
    pending,
    brokenSchedules: broken?.count ?? 0,
    closedChannels: closed?.count ?? 0,
    overdue: { count: overdue?.count ?? 0, since: overdue?.since ?? null },
    budgetAhead: await budgetAheadIn(db, dialect, wallNow),
    departed: names.has('0014_erasure') ? await departedIn(db) : [],
    inUse: pending === 0 ? await channelsInUseIn(db, MOST_CHANNELS) : [],
  };
}

async function bytesOnServer(db: Db): Promise<number> {
  const { rows } = await sql<{
    bytes: number;
  }>`select pg_database_size(current_database()) as bytes`.execute(db);
  return rows[0]?.bytes ?? 0;
}

/** The triggers that should keep the record append-only, and that are missing or switched off on PostgreSQL. */
async function missingOnServer(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select tgname as name from pg_trigger
    join pg_class on pg_class.oid = tgrelid join pg_namespace on pg_namespace.oid = relnamespace
    where nspname = current_schema() and not tgisinternal and tgenabled <> 'D'`.execute(db);
  const there = new Set(rows.map(({ name }) => name));
  return POSTGRES_GUARDS.filter((name) => !there.has(name));
}

async function onFile<T>(path: string, work: (database: Sqlite.Database) => Promise<T>): Promise<T> {
  try {
    refuseForeign(path, VERSIONS);
    const database = new Sqlite(path, { readonly: true, fileMustExist: true, timeout: 2000 });
    try {
      return await work(database);
    } finally {
      database.close();
    }
  } catch (error) {
    throw sqliteFault(error, path);
  }
}

/** @throws DatabaseFaultError where the file can't be read or is not ours */
export const lookAtFile = (path: string): Promise<FileLook> =>
  onFile(path, async (database) => {
    const { bavail, bsize } = statfsSync(dirname(path));
    const damage = damageOf(database);
    return {
      bytes: statSync(path).size,
      free: bavail * bsize,
      damage,
      brokenReference: damage === null ? brokenReferenceOf(database) : null,
      missingTriggers: damage === null ? await missingTriggers(database) : [],
    };
  });

/** The rows of a SQLite file. @throws DatabaseFaultError */
export const lookAtFileRows = (path: string, at: LookTime): Promise<RowsLook> =>
  onFile(path, (database) =>
    lookAtRows(
      new Kysely<Schema>({ dialect: new SqliteDialect({ database }) }),
      { dialect: sqliteDialect, known: VERSIONS },
      at,
    ),
  );

/**
 * The rows of a PostgreSQL database; null where no start has made its tables.
 * @throws what the database answers
 */
export async function lookAtServerRows(url: string, at: LookTime): Promise<ServerLook | null> {
  const database = openPostgres(url, () => undefined);
  try {
    const { rows } = await database.dialect.tableNames(['kysely_migration']).execute(database.read);
    if (rows.length === 0) return null;
    const { read, dialect } = database;
    const known = Object.keys(migrations('postgres'));
    const look = await lookAtRows(read, { dialect, known }, at);
    // Before the upgrade there are others.
    const missing = look.pending > 0 ? [] : await missingOnServer(read);
    const shards = look.pending > 0 ? null : await shardsHeldIn(read, dialect, at.wallNow);
    return { ...look, bytes: await bytesOnServer(read), missingTriggers: missing, shards };
  } finally {
    await database.close();
  }
}
