/** Whether a database is ours to write to. */
import { sql } from 'kysely';
import { StartError } from '../start-error.js';
import type { Database } from './database.js';

/** Tables of the first release: another program's of the same names would be taken for them. */
const OURS = ['entry', 'ultimatum', 'delivery', 'schedule', 'pending'] as const;
const MIGRATIONS = 'kysely_migration';

/** What a database holds: the names of its tables, and of the migrations that ran. */
interface DatabaseContents {
  readonly tables: readonly string[];
  readonly migrations: readonly string[];
}

/** Why a database is not ours to write to, a sentence that begins with what it is about; null where it is, or is new. */
export function foreignness(
  { tables, migrations }: DatabaseContents,
  known: readonly string[],
): string | null {
  const unknown = migrations.filter((name) => !known.includes(name));
  const ours = known.some((name) => migrations.includes(name));
  if (unknown.length > 0 && ours)
    return `was made by a newer release of Ultimatum: it has the migration ${unknown.join(', ')}, which this release does not know. Install that release again, or set DATABASE_URL to another database`;
  if (unknown.length > 0 || (!ours && tables.some((name) => name !== MIGRATIONS)))
    return 'belongs to another program. Set DATABASE_URL to a database of its own';
  return null;
}

async function heldBy(database: Database): Promise<DatabaseContents> {
  const { dialect, write } = database;
  const { rows } = await dialect.tableNames([...OURS, MIGRATIONS]).execute(write);
  const tables = rows.map(({ name }) => name);
  if (!tables.includes(MIGRATIONS)) return { tables, migrations: [] };
  const ran = await sql<{ name: string }>`select name from ${sql.table(MIGRATIONS)} order by name`.execute(
    write,
  );
  return { tables, migrations: ran.rows.map(({ name }) => name) };
}

/** @throws StartError where the database is of a newer release or of another program; nothing is changed then */
export async function assertOurs(database: Database, known: readonly string[]): Promise<void> {
  const fault = foreignness(await heldBy(database), known);
  if (fault !== null) throw new StartError(`The database ${database.name ?? 'in DATABASE_URL'} ${fault}.`);
}
