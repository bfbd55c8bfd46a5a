/** Inserts many rows in one statement whose text is always the same, so that it is compiled and prepared once. */
import { sql, type Insertable } from 'kysely';
import type { Dialect } from './dialect/dialect.js';
import type { Db, Schema } from './schema.js';

/** All rows have the same columns. `keep`: a row whose key is there already is left as it is. */
export async function insertMany<T extends keyof Schema>(
  db: Db,
  dialect: Dialect,
  table: T,
  rows: readonly Insertable<Schema[T]>[],
  keep = false,
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const names = sql.join(columns.map((name) => sql.ref(name)));
  const conflict = keep ? sql`on conflict do nothing` : sql``;
  await sql`insert into ${sql.table(table)} (${names})
    ${dialect.rowsOf(table, columns, JSON.stringify(rows))} ${conflict}`.execute(db);
}
