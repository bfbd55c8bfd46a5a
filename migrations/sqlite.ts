/** The migrations' SQLite. */
import { sql, type Kysely } from 'kysely';
import type { MigrationDialect } from './dialect.js';

const refusalOn = (table: string) =>
  sql`begin select raise(abort, ${sql.lit(`${table} is append-only`)}); end`;

/** `insert or replace` deletes without asking the delete trigger, so a key that is taken is refused as well. */
async function appendOnly(db: Kysely<unknown>, table: string, key: readonly string[]): Promise<void> {
  const refuse = refusalOn(table);
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

async function allowDeletingEndedProposals(db: Kysely<unknown>): Promise<void> {
  await sql`drop trigger proposal_no_delete`.execute(db);
  await sql`drop trigger proposal_end_no_delete`.execute(db);
  await sql`create trigger proposal_no_delete before delete on proposal
    when not exists (select 1 from proposal_end
      where proposal = old.id and status in ('declined', 'stale')) ${refusalOn('proposal')}`.execute(db);
  await sql`create trigger proposal_end_no_delete before delete on proposal_end
    when old.status not in ('declined', 'stale') ${refusalOn('proposal_end')}`.execute(db);
}

const isErased = sql`exists (select 1 from erasing where guild = old.guild)`;

async function allowErasing(db: Kysely<unknown>): Promise<void> {
  const tables = ['entry', 'alias_log', 'proposal', 'proposal_end'];
  for (const table of tables) await sql`drop trigger ${sql.id(`${table}_no_delete`)}`.execute(db);
  for (const table of ['entry', 'alias_log'])
    await sql`create trigger ${sql.id(`${table}_no_delete`)} before delete on ${sql.table(table)}
      when not ${isErased} ${refusalOn(table)}`.execute(db);
  await sql`create trigger proposal_no_delete before delete on proposal
    when not exists (select 1 from proposal_end where proposal = old.id and status in ('declined', 'stale'))
      and not ${isErased} ${refusalOn('proposal')}`.execute(db);
  await sql`create trigger proposal_end_no_delete before delete on proposal_end
    when old.status not in ('declined', 'stale')
      and not exists (select 1 from proposal join erasing on erasing.guild = proposal.guild
        where proposal.id = old.proposal) ${refusalOn('proposal_end')}`.execute(db);
}

export const sqlite: MigrationDialect = {
  identity: (table) => table.addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement()),
  bytewise: 'text',
  appendOnly,
  textFact: (text) => sql`json_object('kind', 'text', 'text', ${text})`,
  textList: (text) => sql`json_array(${text})`,
  allowDeletingEndedProposals,
  allowErasing,
  // One file is not spread.
  keyByGuild: () => Promise.resolve(),
  // There are no other processes.
  tellDue: () => Promise.resolve(),
};
