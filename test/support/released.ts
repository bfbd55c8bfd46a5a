/** Databases as releases left them. */
import { readdirSync, readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { Migrator, sql } from 'kysely';
import { migrations } from '../../migrations/index.js';
import type { Database } from '../../src/store/database.js';

const FIXTURES = new URL('../fixtures/', import.meta.url);

export interface Release {
  readonly version: string;
  /** Make a database as that release left it. */
  readonly statements: string;
}

/** Every release of which a database is kept, the oldest first. */
export const RELEASES: readonly Release[] = readdirSync(FIXTURES)
  .filter((name) => name.endsWith('.sql'))
  .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  .map((name) => ({
    version: name.replace(/\.sql$/, ''),
    statements: readFileSync(new URL(name, FIXTURES), 'utf8'),
  }));

/** The statements that make a database as release 0.1.0 left it. */
export const RELEASED = readFileSync(new URL('0.1.0.sql', FIXTURES), 'utf8');

/** Runs the statements of a release on the file at `path`, as one transaction: the disk is waited for once. */
export function releasedFile(path: string, statements = RELEASED): void {
  const file = new Sqlite(path);
  file.transaction(() => file.exec(statements))();
  file.close();
}

/** The rows of a release, table by table, without those that belong to SQLite itself. */
function rowsOf(released: Sqlite.Database) {
  const tables = released.prepare<[], { name: string }>(
    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%'",
  );
  return tables.all().map(({ name }) => ({
    name,
    rows: released.prepare<[], Record<string, unknown>>(`select * from "${name}"`).all(),
  }));
}

/** The migrations that the release had run. */
const ranIn = (released: Sqlite.Database) =>
  released
    .prepare<[], { name: string }>('select name from kysely_migration')
    .all()
    .map(({ name }) => name);

/** What is numbered by the database goes on after the rows that were copied. */
async function continueNumbers(write: Database['write']): Promise<void> {
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'id'
    and (is_identity = 'YES' or column_default like 'nextval%')`.execute(write);
  for (const { name } of rows)
    await sql`select setval(pg_get_serial_sequence(${name}, 'id'), (select max(id) from ${sql.table(name)}))`.execute(
      write,
    );
}

/** Makes the tables of a release on an empty PostgreSQL, with the very rows that are in its file of SQLite. */
export async function copyReleased({ dialect, write }: Database, statements = RELEASED): Promise<void> {
  const released = new Sqlite(':memory:');
  released.exec(statements);
  const ran = ranIn(released);
  const all = Object.entries(migrations(dialect.engine)).filter(([name]) => ran.includes(name));
  const provider = { getMigrations: () => Promise.resolve(Object.fromEntries(all)) };
  const { error } = await new Migrator({ db: write, provider }).migrateToLatest();
  if (error !== undefined) throw error;
  await sql`delete from budget`.execute(write);
  for (const { name, rows } of rowsOf(released)) {
    const [first] = rows;
    if (first === undefined) continue;
    const columns = sql.join(Object.keys(first).map((column) => sql.id(column)));
    const values = sql.join(rows.map((row) => sql`(${sql.join(Object.values(row))})`));
    await sql`insert into ${sql.table(name)} (${columns}) values ${values}`.execute(write);
  }
  released.close();
  await continueNumbers(write);
}
