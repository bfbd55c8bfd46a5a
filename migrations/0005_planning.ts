import { sql, type Kysely, type Migration } from 'kysely';
import type { Engine } from './engine.js';

/**
 * Planning that goes on after a kill, the look at all that one person has open, and the erasure of proposals that never
 * entered the record.
 */
export const planning = (engine: Engine): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('replan')
      .addColumn('guild', 'text', (column) => column.primaryKey())
      .addColumn('last', 'bigint', (column) => column.notNull())
      .addColumn('since', 'bigint', (column) => column.notNull())
      .execute();
    await sql`create index pending_person on pending (guild, "user", created)`.execute(db);
    await (engine === 'sqlite' ? erasableOnSqlite(db) : erasableOnPostgres(db));
  },
});

/** What was declined or went stale may be deleted; everything else of the two tables can still only be added to. */
async function erasableOnSqlite(db: Kysely<unknown>): Promise<void> {
  const refuse = (table: string) =>
    sql`begin select raise(abort, ${sql.lit(`${table} is append-only`)}); end`;
  await sql`drop trigger proposal_no_delete`.execute(db);
  await sql`drop trigger proposal_end_no_delete`.execute(db);
  await sql`create trigger proposal_no_delete before delete on proposal
    when not exists (select 1 from proposal_end
      where proposal = old.id and status in ('declined', 'stale')) ${refuse('proposal')}`.execute(db);
  await sql`create trigger proposal_end_no_delete before delete on proposal_end
    when old.status not in ('declined', 'stale') ${refuse('proposal_end')}`.execute(db);
}

async function erasableOnPostgres(db: Kysely<unknown>): Promise<void> {
  for (const table of ['proposal', 'proposal_end']) {
    const name = sql.table(table);
    await sql`drop trigger ${sql.id(`${table}_append_only`)} on ${name}`.execute(db);
    await sql`create trigger ${sql.id(`${table}_append_only`)} before update or truncate on ${name}
      for each statement execute function refuse_change()`.execute(db);
  }
  await sql`create or replace function refuse_deletion() returns trigger language plpgsql as
    $$ begin raise exception '% is append-only', tg_table_name; end $$`.execute(db);
  await sql`create or replace function refuse_unless_ended() returns trigger language plpgsql as
    $$ begin
      if exists (select 1 from proposal_end where proposal = old.id and status in ('declined', 'stale')) then
        return old;
      end if;
      raise exception '% is append-only', tg_table_name;
    end $$`.execute(db);
  await sql`create trigger proposal_no_delete before delete on proposal
    for each row execute function refuse_unless_ended()`.execute(db);
  await sql`create trigger proposal_end_no_delete before delete on proposal_end
    for each row when (old.status not in ('declined', 'stale'))
    execute function refuse_deletion()`.execute(db);
}
