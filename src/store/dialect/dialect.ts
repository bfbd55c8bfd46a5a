/** What differs between the engines. Nothing else in the store asks which engine it runs on. */
import type { Kysely, RawBuilder, SelectQueryBuilder } from 'kysely';
import type { Engine } from '../../../migrations/index.js';
import type { Db, Schema } from '../schema.js';
import type { RecordInstant, WallInstant } from '../../domain/instant.js';

/** One column of a table that a statement brings along: its PostgreSQL type and a value for each row. */
export interface ValueColumn {
  readonly type: 'bigint' | 'text';
  readonly values: readonly (number | string | null)[];
}

/** A column as the database itself describes it. */
interface TableColumn {
  readonly name: string;
  readonly type: string;
  readonly place: number;
}

/** A select of any tables that answers rows `R`. */
export type AnySelect<R> = SelectQueryBuilder<Schema, keyof Schema, R>;

/** Rows that are read at a time where there may be any number of them. */
export const ROWS_AT_A_TIME = 200;

/** Which pending posts to select: their ranks in order, and how many of each rank at most. */
interface DuePosts {
  readonly ranks: readonly number[];
  /** The record's time up to which they are due, ms UTC. */
  readonly now: RecordInstant;
  readonly limit: number;
  /** A further condition. */
  readonly fine: RawBuilder<unknown>;
}

export interface Dialect {
  readonly engine: Engine;
  /** Whether only one process at a time can have the database open, so that claims left behind are its own. */
  readonly singleProcess: boolean;
  /** Ends a select of rows to be claimed: workers pass over each other's rows. */
  readonly skipLocked: RawBuilder<unknown>;
  /**
   * Selects the ids of due posts, rank by rank and in each the soonest first. Each rank begins at its own place of the
   * index, so what lies in the future costs nothing, however much it is.
   */
  duePosts(which: DuePosts): RawBuilder<{ id: number }>;
  /** Ends a select of one row that the transaction is about to change. */
  readonly lockRow: RawBuilder<unknown>;
  /** The function that answers the largest of its arguments. */
  readonly greatest: RawBuilder<unknown>;
  /** The present in microseconds of the clock that all processes share; `wallNow` is this process's. */
  now(wallNow: WallInstant): RawBuilder<number>;
  /** How far `now` has moved on since `begun` (of `performance.now()`), ms. */
  elapsedSince(begun: number): number;
  /** The condition that the process is not connected whose connection to the database has the name in a column. */
  isAway(connection: RawBuilder<unknown>): RawBuilder<boolean>;
  /** Locks the record of a server until the transaction ends. */
  lockGuild(db: Db, guild: string): Promise<void>;
  /** The condition that follows a column: its value is among those that a small select answers. */
  isAmong(select: RawBuilder<unknown>): RawBuilder<unknown>;
  /** Selects thousands of rows with many columns; each is an array of its values. `from` is all that follows the columns. */
  tuples(
    db: Db,
    columns: readonly string[],
    from: RawBuilder<unknown>,
  ): Promise<readonly (readonly unknown[])[]>;
  /** A table `name` of the given values, at least one row; its columns are `column1`, `column2` and so on. */
  table(name: string, columns: readonly ValueColumn[]): RawBuilder<unknown>;
  /** Selects the rows in a JSON array of objects, with the types of the columns of `table`; its end takes an `on conflict`. */
  rowsOf(table: string, columns: readonly string[], json: string): RawBuilder<unknown>;
  /** Selects, as `name`, the tables that could be another program's; `ours` are the names that this program uses. */
  tableNames(ours: readonly string[]): RawBuilder<{ name: string }>;
  /** Lifts the time limit of statements until the transaction ends. */
  liftTimeLimit(db: Db): Promise<void>;
  /** Selects the columns of a table: their types, and the place of each in the primary key, 0 for those outside it. */
  columnsOf(table: string): RawBuilder<TableColumn>;
  /** A column of text as it is ordered by its bytes, the same in every engine. */
  byBytes(column: RawBuilder<unknown>): RawBuilder<unknown>;
  /** Answers a select in its order, some rows at a time, and never holds all of them. */
  pages<R>(db: Kysely<Schema>, select: AnySelect<R>): AsyncGenerator<readonly R[]>;
  /** Selects the tables whose rows the database numbers, with the last number that each has given out. */
  readonly lastIds: RawBuilder<{ name: string; last: number }>;
  /** Numbers the rows of a table from the number after `last` on. */
  continueIds(db: Db, table: string, last: number): Promise<void>;
}
