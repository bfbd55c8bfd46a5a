/** SQLite: one process, and in it one writer at a time, so nothing has to be locked. */
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.js';
import { ROWS_AT_A_TIME, type AnySelect, type Dialect } from './dialect.js';
import { wallMs } from '../../domain/instant.js';

const NOTHING = sql``;
const DONE = Promise.resolve();

async function* pages<R>(_db: Kysely<Schema>, select: AnySelect<R>): AsyncGenerator<readonly R[]> {
  let page: R[] = [];
  for await (const row of select.stream()) {
    page.push(row);
    if (page.length < ROWS_AT_A_TIME) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

export const sqliteDialect: Dialect = {
  engine: 'sqlite',
  singleProcess: true,
  skipLocked: NOTHING,
  // One walk along the index: a select for each rank takes ten times as long to begin.
  duePosts({ ranks, now, limit, fine }) {
    const turns = sql.join(ranks.map((rank) => sql`(${sql.lit(rank)})`));
    return sql`select id from (values ${turns}) as turn
      cross join delivery indexed by delivery_turn on rank = turn.column1
      where status = 'pending' and due <= ${now} and ${fine} limit ${limit}`;
  },
  lockRow: NOTHING,
  greatest: sql`max`,
  now: (wallNow) => sql`cast(${Math.round(wallMs(wallNow) * 1000)} as integer)`,
  // `now` is what the caller says, so it does not move on by itself.
  elapsedSince: () => 0,
  // There are no others.
  isAway: () => sql`false`,
  lockGuild: () => DONE,
  isAmong: (select) => sql`in (${select})`,
  // To make an object of so many columns takes four times as long as to write them as JSON and to parse it.
  async tuples(db, columns, from) {
    const names = sql.join(columns.map((name) => sql.ref(name)));
    const { rows } = await sql<{ tuple: string }>`select json_array(${names}) as tuple ${from}`.execute(db);
    return rows.map(({ tuple }): readonly unknown[] => JSON.parse(tuple));
  },
  table(name, columns) {
    const rows = (columns[0]?.values ?? []).map(
      (_value, index) => sql`(${sql.join(columns.map(({ values }) => values[index] ?? null))})`,
    );
    return sql`(values ${sql.join(rows)}) as ${sql.id(name)}`;
  },
  // Without a condition SQLite takes an `on conflict` for that of a join.
  rowsOf: (_table, columns, json) =>
    sql`select ${sql.join(columns.map((name) => sql`value ->> ${sql.lit(`$.${name}`)}`))}
      from json_each(${json}) where true`,
  // The file belongs to one program, so every table counts.
  tableNames: () => sql`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`,
  liftTimeLimit: () => DONE,
  columnsOf: (table) => sql`select name, type, pk as place from pragma_table_info(${table})`,
  byBytes: (column) => column,
  pages,
  lastIds: sql`select made.name, coalesce(seq, 0) as last from sqlite_master as made
    left join sqlite_sequence on sqlite_sequence.name = made.name
    where made.type = 'table' and made.sql like '%autoincrement%' order by made.name`,
  async continueIds(db, table, last) {
    await sql`delete from sqlite_sequence where name = ${table}`.execute(db);
    await sql`insert into sqlite_sequence (name, seq) values (${table}, ${last})`.execute(db);
  },
};
