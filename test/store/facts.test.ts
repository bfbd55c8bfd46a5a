/** The sentences that release 0.1.0 stored become facts of the kind `text`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../migrations/index.js';
import type { Database } from '../../src/store/database.js';
import { migrate } from '../../src/store/migrate.js';
import { openPostgres } from '../../src/store/postgres.js';
import { openSqlite } from '../../src/store/sqlite.js';
import { openPglite } from '../support/pglite.js';
import { newDatabase, onPostgres, SERVER } from '../support/postgres.js';
import { copyReleased, releasedFile } from '../support/released.js';

const COLUMNS = [
  ['delivery', 'failure'],
  ['closed', 'reason'],
  ['schedule', 'broken'],
  ['pending', 'done'],
] as const;

type Opening = () => Promise<{ readonly database: Database; readonly drop: () => Promise<void> }>;

const onSqlite: Opening = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ultimatum-'));
  const path = join(folder, 'a.db');
  releasedFile(path);
  const drop = async () => rmSync(folder, { recursive: true, force: true });
  return { database: openSqlite(path), drop };
};

const onPglite: Opening = async () => {
  const database = openPglite();
  await copyReleased(database);
  return { database, drop: async () => undefined };
};

const onServer: Opening = async () => {
  const { url, drop } = await newDatabase();
  const database = openPostgres(url, () => undefined);
  await copyReleased(database);
  return { database, drop };
};

async function textsIn({ read }: Database, table: string, column: string): Promise<readonly string[]> {
  const { rows } = await sql<{ text: string }>`select ${sql.ref(column)} as text from ${sql.table(table)}
    where ${sql.ref(column)} is not null`.execute(read);
  return rows.map(({ text }) => text).toSorted();
}

async function factsOf(database: Database) {
  const all = await Promise.all(
    COLUMNS.map(async ([table, column]) => [table, await textsIn(database, table, column)] as const),
  );
  return Object.fromEntries(all);
}

describe.each([
  ['SQLite', false, onSqlite],
  ['PGlite', false, onPglite],
  [`PostgreSQL ${onPostgres}`, SERVER === undefined, onServer],
] as const)('the migration to facts on %s', (_name, isMissing, open) => {
  it.skipIf(isMissing)('keeps every sentence as text', async () => {
    const { database, drop } = await open();
    const before = await factsOf(database);
    await sql`insert into pending values ('k', '1', '2', 'draft', 'null', 0, ${'Said "this",\n{"kind":1}'})`.execute(
      database.write,
    );
    await migrate(database);
    for (const [table, column] of COLUMNS) {
      const facts = await textsIn(database, table, column);
      const read = facts.map((fact): unknown => JSON.parse(fact));
      const sentences = [
        ...(before[table] ?? []),
        ...(table === 'pending' ? ['Said "this",\n{"kind":1}'] : []),
      ];
      expect(sentences.length).toBeGreaterThan(0);
      expect(read).toEqual(expect.arrayContaining(sentences.map((text) => ({ kind: 'text', text }))));
      expect(facts.every((fact) => fact.startsWith('{"kind":"text",'))).toBe(true);
    }
    const after = await factsOf(database);
    await migrations(database.dialect.engine)['0006_facts']?.up(database.write);
    expect(await factsOf(database)).toEqual(after);
    await database.close();
    await drop();
  });
});
