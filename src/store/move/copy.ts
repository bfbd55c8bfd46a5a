/** Copies every table into a new database, and goes on where it was interrupted. */
import { sql } from 'kysely';
import { KEPT_TABLES } from '../../domain/kept-data.js';
import type { MoveProgress } from '../../domain/move.js';
import type { CopyState } from '../../codec/copy-state.js';
import type { Database } from '../database.js';
import { contentsOf } from '../ours.js';
import type { Db } from '../schema.js';
import { MoveFaultError } from './fault.js';
import { copyStateOf, saveCopyState } from './state.js';
import { countOf, keyOf, movedTables, rowsOf, type MovedTable, type TextRow } from './tables.js';

/** Told how far a stage is, after every page. */
export type Progress = (progress: MoveProgress) => void;

/** Tables that have a row as soon as they are made. */
const SEEDED: readonly string[] = ['budget'];

/** The first of our tables that has a row of a record; null where there is none. */
async function firstFilled({ dialect, write }: Database): Promise<string | null> {
  const kept = Object.keys(KEPT_TABLES);
  const { rows } = await dialect.tableNames(kept).execute(write);
  const there = new Set(rows.map(({ name }) => name));
  for (const table of kept.filter((name) => there.has(name) && !SEEDED.includes(name))) {
    const found = await sql`select 1 as found from ${sql.table(table)} limit 1`.execute(write);
    if (found.rows.length > 0) return table;
  }
  return null;
}

/**
 * The copy of `source` that was begun in the target; null where the target is empty.
 * @throws MoveFaultError where it is neither
 */
export async function begunCopy(target: Database, source: string): Promise<CopyState | null> {
  const { write, name: database = '' } = target;
  const isOurs = (await contentsOf(target)).migrations.length > 0;
  const state = isOurs ? await copyStateOf(write) : null;
  if (state !== null && state.source !== source)
    throw new MoveFaultError({ kind: 'target-of-another', database, source: state.source });
  if (state !== null) return state;
  const table = await firstFilled(target);
  if (table !== null) throw new MoveFaultError({ kind: 'target-not-empty', database, table });
  return null;
}

/** Marks the empty target as an unfinished copy. */
export async function beginCopy({ write }: Database, source: string): Promise<CopyState> {
  const state = { source, table: null, after: null };
  await write.transaction().execute(async (db) => {
    for (const table of SEEDED) await sql`delete from ${sql.table(table)}`.execute(db);
    await saveCopyState(db, state);
  });
  return state;
}

async function insert(
  db: Db,
  { dialect }: Database,
  table: MovedTable,
  rows: readonly TextRow[],
): Promise<void> {
  const given = table.columns.map(({ name, isNumber }) => ({
    type: isNumber ? ('bigint' as const) : ('text' as const),
    values: rows.map((row) => row[name] ?? null),
  }));
  const columns = sql.join(table.columns.map(({ name }) => sql.id(name)));
  await sql`insert into ${sql.table(table.name)} (${columns})
    select * from ${dialect.table('given', given)}`.execute(db);
}

/** The copy as it is done: from where to where, and what it says of itself. */
export interface Copying {
  readonly source: Database;
  readonly target: Database;
  readonly progress: Progress;
}

async function copyTable({ source, target, progress }: Copying, table: MovedTable, state: CopyState) {
  const { name } = table;
  const of = await countOf(source, table);
  const after = state.table === name ? state.after : null;
  let rows = after === null ? 0 : await countOf(target, table);
  for await (const page of rowsOf(source, table, after)) {
    const last = page.at(-1);
    if (last === undefined) continue;
    await target.write.transaction().execute(async (db) => {
      await insert(db, target, table, page);
      await saveCopyState(db, { source: state.source, table: name, after: [...keyOf(table, last)] });
    });
    rows += page.length;
    progress({ stage: 'copy', table: name, rows, of });
  }
}

/** SQLSTATE of data that PostgreSQL cannot hold or that breaks a constraint, and what SQLite calls that. */
const REFUSALS = /^(?:2[23][\dA-Z]{3}|SQLITE_(?:CONSTRAINT|MISMATCH)\w*)$/;

const isRefused = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && REFUSALS.test(String(error.code));

/**
 * Copies what is not copied yet, page by page, each with the note of how far it is.
 * @throws MoveFaultError where the target takes no row of a table as it is
 */
export async function copyAll(copying: Copying, state: CopyState): Promise<void> {
  const { source, target } = copying;
  const tables = await movedTables(source);
  const from = tables.findIndex(({ name }) => name === state.table);
  for (const table of tables.slice(Math.max(from, 0))) {
    try {
      await copyTable(copying, table, state);
    } catch (error) {
      if (!isRefused(error)) throw error;
      const { name: database = '' } = target;
      const fault = { kind: 'not-taken', database, table: table.name, reason: error.message } as const;
      throw new MoveFaultError(fault, { cause: error });
    }
  }
  const { rows } = await source.dialect.lastIds.execute(source.read);
  for (const { name, last } of rows) await target.dialect.continueIds(target.write, name, last);
}
