/** Tells a database of ours, or a new one, from those of other programs and of newer releases. */
import { sql } from 'kysely';
import type { DatabaseFault } from '../domain/database-fault.js';
import { DatabaseFaultError } from './database-fault.js';
import type { Database } from './database.js';

/** Tables of the first release: another program's of the same names would be taken for them. */
const OURS = ['entry', 'ultimatum', 'delivery', 'schedule', 'pending'] as const;
const MIGRATIONS = 'kysely_migration';

/** What a database holds: the names of its tables, and of the migrations that ran. */
interface DatabaseContents {
  readonly tables: readonly string[];
  readonly migrations: readonly string[];
}

/** Why we must not write to a database; null if it is ours or new. `database` is its name. */
export function foreignFault(
  { tables, migrations, database }: DatabaseContents & { readonly database: string | null },
  known: readonly string[],
): DatabaseFault | null {
  const unknown = migrations.filter((name) => !known.includes(name));
  const ours = known.some((name) => migrations.includes(name));
  if (unknown.length > 0 && ours) return { kind: 'newer', database, migrations: unknown };
  if (unknown.length > 0 || (!ours && tables.some((name) => name !== MIGRATIONS)))
    return { kind: 'foreign', database };
  return null;
}

/** What an opened database holds. */
export async function contentsOf(database: Database): Promise<DatabaseContents> {
  const { dialect, write } = database;
  const { rows } = await dialect.tableNames([...OURS, MIGRATIONS]).execute(write);
  const tables = rows.map(({ name }) => name);
  if (!tables.includes(MIGRATIONS)) return { tables, migrations: [] };
  const ran = await sql<{ name: string }>`select name from ${sql.table(MIGRATIONS)} order by name`.execute(
    write,
  );
  return { tables, migrations: ran.rows.map(({ name }) => name) };
}

/** @throws DatabaseFaultError where the database is of a newer release or another program's; nothing is changed then */
export async function assertOurs(database: Database, known: readonly string[]): Promise<void> {
  const fault = foreignFault({ ...(await contentsOf(database)), database: database.name ?? null }, known);
  if (fault !== null) throw new DatabaseFaultError(fault);
}
