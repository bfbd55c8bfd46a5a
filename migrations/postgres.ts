/** The migrations' PostgreSQL. */
import { sql, type Kysely } from 'kysely';
import type { MigrationDialect } from './dialect.js';

/** The triggers that keep the record append-only, after all migrations. */
export const POSTGRES_GUARDS = ['entry', 'alias_log', 'proposal', 'proposal_end'].flatMap((table) => [
  `${table}_append_only`,
  `${table}_no_delete`,
]);

async function appendOnly(db: Kysely<unknown>, table: string): Promise<void> {
  await sql`create or replace function refuse_change() returns trigger language plpgsql as
    $$ begin raise exception '% is append-only', tg_table_name; end $$`.execute(db);
  await sql`create trigger ${sql.id(`${table}_append_only`)} before update or delete or truncate on ${sql.table(table)}
    for each statement execute function refuse_change()`.execute(db);
}

async function allowDeletingEndedProposals(db: Kysely<unknown>): Promise<void> {
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

async function allowErasing(db: Kysely<unknown>): Promise<void> {
  await sql`create or replace function refuse_unless_erasing() returns trigger language plpgsql as
    $$ begin
      if exists (select 1 from erasing where guild = old.guild) then return old; end if;
      raise exception '% is append-only', tg_table_name;
    end $$`.execute(db);
  for (const table of ['entry', 'alias_log']) {
    const name = sql.table(table);
    await sql`drop trigger ${sql.id(`${table}_append_only`)} on ${name}`.execute(db);
    await sql`create trigger ${sql.id(`${table}_append_only`)} before update or truncate on ${name}
      for each statement execute function refuse_change()`.execute(db);
    await sql`create trigger ${sql.id(`${table}_no_delete`)} before delete on ${name}
      for each row execute function refuse_unless_erasing()`.execute(db);
  }
  await sql`create or replace function refuse_unless_ended() returns trigger language plpgsql as
    $$ begin
      if exists (select 1 from proposal_end where proposal = old.id and status in ('declined', 'stale'))
        or exists (select 1 from erasing where guild = old.guild) then
        return old;
      end if;
      raise exception '% is append-only', tg_table_name;
    end $$`.execute(db);
  await sql`create or replace function refuse_deletion() returns trigger language plpgsql as
    $$ begin
      if exists (select 1 from proposal join erasing on erasing.guild = proposal.guild
        where proposal.id = old.proposal) then
        return old;
      end if;
      raise exception '% is append-only', tg_table_name;
    end $$`.execute(db);
}

/** What a transaction says to the other processes, and to itself, when a post of it is due within moments. */
export const DUE_SIGNAL = 'ultimatum_due';

/**
 * The payload is the instant, or nothing where that is past: what one transaction says alike is told once. A claim
 * changes rows without being told of; commits that tell wait for each other, so what is due later is left to the peek.
 */
async function tellDue(db: Kysely<unknown>): Promise<void> {
  await sql`create function tell_due() returns trigger language plpgsql as
    $$ declare
      soonest bigint;
      present bigint := extract(epoch from clock_timestamp()) * 1000;
    begin
      if tg_level = 'ROW' then
        soonest := new.due;
      else
        select min(due) into soonest from written where status = 'pending';
      end if;
      if soonest <= present + 2000 then
        perform pg_notify(${sql.lit(DUE_SIGNAL)}, case when soonest <= present then '' else soonest::text end);
      end if;
      return null;
    end $$`.execute(db);
  await sql`create trigger delivery_tell_new after insert on delivery
    referencing new table as written for each statement execute function tell_due()`.execute(db);
  // Cancelled and planned again, or due earlier than before.
  await sql`create trigger delivery_tell_sooner after update of status, due on delivery for each row
    when (new.status = 'pending' and (old.status = 'cancelled' or new.due < old.due))
    execute function tell_due()`.execute(db);
}

/**
 * A table that is spread by a column can have no key without it. The numbers of rows remain what they were, unique by the
 * sequence that they come from, and are found by an index where rows are looked for by their number alone.
 */
async function keyByGuild(db: Kysely<unknown>): Promise<void> {
  await sql`alter table delivery drop constraint delivery_pkey, drop constraint delivery_slot,
    add constraint delivery_slot primary key (guild, channel, kind, subject, version, slot)`.execute(db);
  for (const table of ['schedule', 'proposal', 'alias_log'])
    await sql`alter table ${sql.table(table)} drop constraint ${sql.id(`${table}_pkey`)},
      add primary key (guild, id)`.execute(db);
  await sql`alter table set_aside drop constraint set_aside_key,
    add constraint set_aside_key primary key (guild, stage, item)`.execute(db);
  // The keys do what these did.
  for (const index of ['schedule_guild', 'proposal_guild'])
    await sql`drop index ${sql.table(index)}`.execute(db);
  for (const table of ['delivery', 'schedule', 'proposal'])
    await sql`create index ${sql.id(`${table}_id`)} on ${sql.table(table)} (id)`.execute(db);
}

export const postgres: MigrationDialect = {
  identity: (table) => table.addColumn('id', 'bigserial', (column) => column.primaryKey()),
  bytewise: sql`text collate "C"`,
  appendOnly,
  // Concatenated, because what `json_build_object` makes has spaces that no other code of these columns has.
  textList: (text) => sql`json_build_array(${text})::text`,
  textFact: (text) => sql`'{"kind":"text","text":' || to_json(${text})::text || '}'`,
  allowDeletingEndedProposals,
  allowErasing,
  tellDue,
  keyByGuild,
};
