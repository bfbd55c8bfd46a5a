/** PostgreSQL: several processes write at the same time, by the clock of the server. */
import { sql, type Kysely } from 'kysely';
import type { Schema } from '../schema.js';
import { ROWS_AT_A_TIME, type AnySelect, type Dialect } from './dialect.js';

const SKIP_LOCKED = sql`for update skip locked`;

async function* pages<R>(db: Kysely<Schema>, select: AnySelect<R>): AsyncGenerator<readonly R[]> {
  const snapshot = await db.startTransaction().execute();
  try {
    await sql`set transaction isolation level repeatable read, read only`.execute(snapshot);
    await sql`set local statement_timeout = 0`.execute(snapshot);
    // Whoever reads may take its time between two pages.
    await sql`set local idle_in_transaction_session_timeout = 0`.execute(snapshot);
    await sql`declare pages no scroll cursor for ${select}`.execute(snapshot);
    for (;;) {
      const { rows } = await sql<R>`fetch ${sql.lit(ROWS_AT_A_TIME)} from pages`.execute(snapshot);
      if (rows.length === 0) return;
      yield rows;
    }
  } finally {
    await snapshot.rollback().execute();
  }
}

export const postgresDialect: Dialect = {
  engine: 'postgres',
  singleProcess: false,
  skipLocked: SKIP_LOCKED,
  duePosts({ ranks, now, limit, fine }) {
    const parts = ranks.map(
      (rank) => sql`select id from (select id from delivery
        where status = 'pending' and rank = ${sql.lit(rank)} and due <= ${now} and ${fine}
        order by due, expires limit ${limit} ${SKIP_LOCKED}) as ${sql.id(`rank${rank}`)}`,
    );
    return sql.join(parts, sql` union all `);
  },
  lockRow: sql`for update`,
  greatest: sql`greatest`,
  now: () => sql`cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)`,
  elapsedSince: (begun) => performance.now() - begun,
  // The kernel closes the connections of a process that dies, and the server ends their sessions at once.
  isAway: (connection) =>
    sql`not exists (select from pg_stat_activity where application_name = ${connection})`,
  async lockGuild(db, guild) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${guild}, 0))`.execute(db);
  },
  // The planner cannot know how small a subselect is and reads the whole table; an array it looks up.
  isAmong: (select) => sql`= any(array(${select}))`,
  async tuples(db, columns, from) {
    const names = sql.join(columns.map((name) => sql.ref(name)));
    const { rows } = await sql<object>`select ${names} ${from}`.execute(db);
    return rows.map((row) => Object.values(row));
  },
  // One array per column: thousands of single parameters cost more than the rest of the statement.
  table(name, columns) {
    const arrays = columns.map(({ type, values }) => sql`${values}::${sql.raw(type)}[]`);
    const names = columns.map((_column, index) => sql.id(`column${index + 1}`));
    return sql`unnest(${sql.join(arrays)}) as ${sql.id(name)}(${sql.join(names)})`;
  },
  // A cast to the row of a table would take `name` for PostgreSQL's own type.
  rowsOf: (table, columns, json) =>
    sql`select ${sql.join(columns.map((name) => sql.ref(name)))}
      from json_populate_recordset((select one from ${sql.table(table)} as one where false), ${json})`,
  // Other programs may share the database, as long as they do not use these names.
  tableNames: (ours) => sql`select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_name in (${sql.join(ours)})`,
  async liftTimeLimit(db) {
    await sql`set local statement_timeout = 0`.execute(db);
  },
  columnsOf: (table) => sql`select c.column_name as name, c.data_type as type,
      coalesce(k.ordinal_position, 0) as place
    from information_schema.columns c
    left join information_schema.table_constraints t on t.table_schema = c.table_schema
      and t.table_name = c.table_name and t.constraint_type = 'PRIMARY KEY'
    left join information_schema.key_column_usage k on k.table_schema = c.table_schema
      and k.table_name = c.table_name and k.constraint_name = t.constraint_name
      and k.column_name = c.column_name
    where c.table_schema = current_schema() and c.table_name = ${table}`,
  byBytes: (column) => sql`${column} collate "C"`,
  pages,
  lastIds: sql`select t.relname as name, coalesce(pg_sequence_last_value(s.oid), 0) as last
    from pg_class s join pg_depend d on d.objid = s.oid and d.deptype in ('a', 'i')
      and d.refclassid = 'pg_class'::regclass
    join pg_class t on t.oid = d.refobjid
    where s.relkind = 'S' and s.relnamespace = current_schema()::regnamespace order by name`,
  async continueIds(db, table, last) {
    if (last > 0) await sql`select setval(pg_get_serial_sequence(${table}, 'id'), ${last})`.execute(db);
  },
};
