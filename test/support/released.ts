import { readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { Migrator, sql } from 'kysely';
import { migrations } from '../../migrations/index.js';
import type { Database } from '../../src/store/database.js';

/** The statements that make a database as release 0.1.0 left it. */
export const RELEASED = readFileSync(new URL('../fixtures/0.1.0.sql', import.meta.url), 'utf8');
/** The migrations of that release. */
const RAN = ['0001_record', '0002_budget', '0003_boards'];
/** Tables whose rows are numbered by the database. */
const NUMBERED = ['schedule', 'alias_log', 'proposal', 'delivery'];

/** Makes the tables of release 0.1.0 on an empty PostgreSQL, with the very rows that are in the file of SQLite. */
export async function copyReleased({ dialect, write }: Database): Promise<void> {
  const all = Object.entries(migrations(dialect.engine)).filter(([name]) => RAN.includes(name));
  const provider = { getMigrations: () => Promise.resolve(Object.fromEntries(all)) };
  const { error } = await new Migrator({ db: write, provider }).migrateToLatest();
  if (error !== undefined) throw error;
  await sql`delete from budget`.execute(write);
  const released = new Sqlite(':memory:');
  released.exec(RELEASED);
  const tables = released.prepare<[], { name: string }>(
    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%'",
  );
  for (const { name } of tables.all()) {
    const rows = released.prepare<[], Record<string, unknown>>(`select * from "${name}"`).all();
    const [first] = rows;
    if (first === undefined) continue;
    const columns = sql.join(Object.keys(first).map((column) => sql.id(column)));
    const values = sql.join(rows.map((row) => sql`(${sql.join(Object.values(row))})`));
    await sql`insert into ${sql.table(name)} (${columns}) values ${values}`.execute(write);
  }
  released.close();
  for (const name of NUMBERED)
    await sql`select setval(pg_get_serial_sequence(${name}, 'id'), (select max(id) from ${sql.table(name)}))`.execute(
      write,
    );
}
