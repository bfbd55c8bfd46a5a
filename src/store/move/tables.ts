/** Every table as it is copied: all columns as text, in the order of a key that begins with the server. */
import { sql } from 'kysely';
import { KEPT_TABLES } from '../../domain/kept-data.js';
import type { Database } from '../database.js';
import { UNFINISHED_COPY } from './state.js';

interface MovedColumn {
  readonly name: string;
  readonly isNumber: boolean;
}

/** A table, with the columns of its key in the order by which it is read. */
export interface MovedTable {
  readonly name: string;
  readonly columns: readonly MovedColumn[];
  readonly key: readonly MovedColumn[];
}

/** A row: its columns as text, exactly, also where a number is larger than a double holds. */
export type TextRow = Readonly<Record<string, string | null>>;

const GUILD = 'guild';

/** The columns that are declared of a table. */
function declared(table: string): readonly string[] {
  const { personal, plain } = KEPT_TABLES[table] ?? { personal: {}, plain: '' };
  return [...Object.keys(personal), ...plain.split(' ').filter((name) => name !== '')];
}

async function tableOn({ dialect, read }: Database, name: string): Promise<MovedTable> {
  const { rows } = await dialect.columnsOf(name).execute(read);
  const found = new Map(rows.map((row) => [row.name, row]));
  const column = (of: string): MovedColumn => ({
    name: of,
    isNumber: /int/i.test(found.get(of)?.type ?? ''),
  });
  const ofKey = rows.filter(({ place }) => place > 0).toSorted((one, other) => one.place - other.place);
  const names = ofKey.map((row) => row.name).filter((of) => of !== GUILD);
  const columns = declared(name);
  // Rows with a number are in its order on every engine, whatever their key is there.
  const within = columns.includes('id') ? ['id'] : names;
  const key = columns.includes(GUILD) ? [GUILD, ...within] : within;
  return { name, columns: columns.map(column), key: key.map(column) };
}

/** Every table that is declared, as an engine has it. */
export async function movedTables(database: Database): Promise<readonly MovedTable[]> {
  const tables: MovedTable[] = [];
  for (const name of Object.keys(KEPT_TABLES)) tables.push(await tableOn(database, name));
  return tables;
}

/** The values of a row's key. */
export const keyOf = ({ key }: MovedTable, row: TextRow): readonly string[] =>
  key.map(({ name }) => row[name] ?? '');

/** The server of a row; null where the table has none. */
export const guildOf = ({ key }: MovedTable, row: TextRow): string | null =>
  key[0]?.name === GUILD ? (row[GUILD] ?? null) : null;

/** What says in a database that it is an unfinished copy is not a part of the record. */
const ofTheRecord = (table: string) =>
  table === 'fact' ? sql<boolean>`fact.name <> ${sql.lit(UNFINISHED_COPY)}` : sql<boolean>`1 = 1`;

/** How many rows of a table are copied. */
export const countOf = ({ dialect, read }: Database, { name }: MovedTable): Promise<number> =>
  read.transaction().execute(async (db) => {
    await dialect.liftTimeLimit(db);
    const { rows } = await sql<{ rows: number }>`
      select count(*) as ${sql.id('rows')} from ${sql.table(name)} where ${ofTheRecord(name)}`.execute(db);
    return rows[0]?.rows ?? 0;
  });

/** The rows of a table in the order of its key, some at a time, from the one after the key `after` on. */
export function rowsOf(
  { dialect, read }: Database,
  table: MovedTable,
  after: readonly string[] | null = null,
): AsyncGenerator<readonly TextRow[]> {
  const ref = ({ name }: MovedColumn) => sql.ref(`${table.name}.${name}`);
  const ordered = (column: MovedColumn) => (column.isNumber ? ref(column) : dialect.byBytes(ref(column)));
  const text = (column: MovedColumn) => sql<string | null>`cast(${ref(column)} as text)`.as(column.name);
  const given = ({ isNumber }: MovedColumn, index: number) =>
    sql`cast(${sql.lit(after?.[index] ?? '')} as ${sql.raw(isNumber ? 'bigint' : 'text')})`;
  const order = table.key.map(ordered);
  const later = sql<boolean>`(${sql.join(order)}) > (${sql.join(table.key.map(given))})`;
  const all = read
    .selectFrom(sql<object>`${sql.table(table.name)}`.as(table.name))
    .select(table.columns.map(text))
    .where(ofTheRecord(table.name));
  const rest = after === null ? all : all.where(later);
  return dialect.pages(read, rest.orderBy(sql.join(order)));
}
