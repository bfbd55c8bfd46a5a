/** PostgreSQL: several processes write at the same time, by the clock of the server. */
import { sql } from 'kysely';
import type { Dialect } from './dialect.js';

const SKIP_LOCKED = sql`for update skip locked`;

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
  async lockGuild(db, guild) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${guild}, 0))`.execute(db);
  },
  // The planner cannot know how small a subselect is and reads the whole table; an array it looks up.
  isAmong: (select) => sql`= any(array(${select}))`,
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
};
