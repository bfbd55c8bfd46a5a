import { sql, type CreateTableBuilder, type Kysely } from 'kysely';

export type Engine = 'sqlite' | 'postgres';

/** A number of its own for each row, ascending, never used again. */
export function identity<T extends string>(table: CreateTableBuilder<T>, engine: Engine) {
  return engine === 'sqlite'
    ? table.addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
    : table.addColumn('id', 'bigserial', (column) => column.primaryKey());
}

/** Text sorted byte by byte, so that both engines find a beginning by their index and sort names alike. */
export const bytewise = (engine: Engine) => (engine === 'sqlite' ? ('text' as const) : sql`text collate "C"`);

/** The database itself refuses to change or delete what was recorded, whoever asks. */
export async function appendOnly(
  db: Kysely<unknown>,
  engine: Engine,
  table: string,
  key: readonly string[],
): Promise<void> {
  if (engine === 'sqlite') return sqliteGuards(db, table, key);
  await sql`create or replace function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception '% is append-only', tg_table_name; end $$`.execute(db);
  await sql`create trigger ${sql.id(`${table}_append_only`)} before update or delete or truncate on ${sql.table(table)}
    for each statement execute function refuse_change()`.execute(db);
}

/** `insert or replace` deletes without asking the delete trigger, so a key that is taken is refused as well. */
async function sqliteGuards(db: Kysely<unknown>, table: string, key: readonly string[]): Promise<void> {
  const refuse = sql`begin select raise(abort, ${sql.lit(`${table} is append-only`)}); end`;
  for (const verb of ['update', 'delete']) {
    await sql`create trigger ${sql.id(`${table}_no_${verb}`)}
      before ${sql.raw(verb)} on ${sql.table(table)} ${refuse}`.execute(db);
  }
  const same = sql.join(
    key.map((column) => sql`${sql.id(column)} = new.${sql.id(column)}`),
    sql` and `,
  );
  await sql`create trigger ${sql.id(`${table}_no_replace`)} before insert on ${sql.table(table)}
    when exists (select 1 from ${sql.table(table)} where ${same}) ${refuse}`.execute(db);
}
