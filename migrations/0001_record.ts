/** The record, its people, its settings and its outbox. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { MigrationDialect } from './dialect.js';

/** The record, its people, its settings and its outbox. Entries and proposals can only be added to. */
export const record = (dialect: MigrationDialect): Migration => ({
  async up(db: Kysely<unknown>) {
    await ledger(db);
    await reading(db, dialect);
    await server(db, dialect);
    await people(db, dialect);
    await outbox(db, dialect);
    await dialect.appendOnly(db, 'entry', ['guild', 'number', 'seq']);
    await dialect.appendOnly(db, 'proposal', ['id']);
    await dialect.appendOnly(db, 'proposal_end', ['proposal']);
    await dialect.appendOnly(db, 'alias_log', ['id']);
  },
});

async function ledger(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('entry')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('recorded', 'bigint', (column) => column.notNull())
    .addColumn('stated_start', 'bigint', (column) => column.notNull())
    .addColumn('stated_end', 'bigint', (column) => column.notNull())
    // A random person key, never a Discord id: forgetting somebody must not touch an entry.
    .addColumn('by', 'text')
    .addColumn('statements', 'text', (column) => column.notNull())
    .addColumn('what', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('entry_key', ['guild', 'number', 'seq'])
    .execute();
}

/** What list, search and autocomplete read; made again from the entries at every change. */
async function reading(db: Kysely<unknown>, dialect: MigrationDialect): Promise<void> {
  await db.schema
    .createTable('ultimatum')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('issuer', 'text', (column) => column.notNull())
    .addColumn('targets', 'text', (column) => column.notNull())
    .addColumn('demand', 'text', (column) => column.notNull())
    .addColumn('threat', 'text')
    .addColumn('headline', 'text', (column) => column.notNull())
    .addColumn('latest', 'bigint')
    // `latest` while it is open, null otherwise: what the clock looks at.
    .addColumn('passing', 'bigint')
    .addColumn('sort', 'bigint', (column) => column.notNull())
    .addColumn('precision', 'text')
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('moves', 'integer', (column) => column.notNull())
    .addColumn('tags', 'text', (column) => column.notNull())
    .addColumn('hidden', 'integer', (column) => column.notNull())
    .addColumn('last_seq', 'integer', (column) => column.notNull())
    .addColumn('recorded', 'bigint', (column) => column.notNull())
    .addColumn('issuer_folded', 'text', (column) => column.notNull())
    .addColumn('targets_folded', 'text', (column) => column.notNull())
    .addColumn('tags_folded', 'text', (column) => column.notNull())
    .addColumn('search', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('ultimatum_key', ['guild', 'number'])
    .execute();
  await sql`create index ultimatum_soonest on ultimatum (guild, sort, number, state)
    where hidden = 0`.execute(db);
  await sql`create index ultimatum_passing on ultimatum (passing) where passing is not null`.execute(db);
  await sql`create index ultimatum_issuer on ultimatum (guild, issuer_folded, recorded)`.execute(db);
  await db.schema
    .createTable('name')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('field', 'text', (column) => column.notNull())
    .addColumn('folded', dialect.bytewise, (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('name_key', ['guild', 'field', 'folded'])
    .execute();
  // What leads to an ultimatum: its names whole and each of its words.
  await db.schema
    .createTable('term')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('field', 'text', (column) => column.notNull())
    .addColumn('term', dialect.bytewise, (column) => column.notNull())
    .addColumn('number', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('term_key', ['guild', 'field', 'term', 'number'])
    .execute();
}

async function server(db: Kysely<unknown>, dialect: MigrationDialect): Promise<void> {
  await db.schema
    .createTable('settings')
    .addColumn('guild', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('ladder')
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('ladder_key', ['guild', 'channel'])
    .execute();
  await dialect
    .identity(db.schema.createTable('schedule'))
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('cron', 'text', (column) => column.notNull())
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('broken', 'text')
    .addColumn('next', 'bigint', (column) => column.notNull())
    .addColumn('last', 'bigint')
    .execute();
  await sql`create index schedule_next on schedule (next) where status = 'running'`.execute(db);
  await sql`create index schedule_guild on schedule (guild)`.execute(db);
  await dialect
    .identity(db.schema.createTable('alias_log'))
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('folded', 'text', (column) => column.notNull())
    .addColumn('alias', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('recorded', 'bigint', (column) => column.notNull())
    .execute();
  await sql`create index alias_of on alias_log (guild, folded, id)`.execute(db);
  await db.schema
    .createTable('fact')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
}

async function people(db: Kysely<unknown>, dialect: MigrationDialect): Promise<void> {
  await db.schema
    .createTable('person')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('user', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('curator', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('pending')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('user', 'text', (column) => column.notNull())
    .addColumn('flow', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('created', 'bigint', (column) => column.notNull())
    .addColumn('done', 'text')
    .execute();
  await sql`create index pending_open on pending (guild, "user", flow, created) where done is null`.execute(
    db,
  );
  await sql`create index pending_age on pending (created)`.execute(db);
  await dialect
    .identity(db.schema.createTable('proposal'))
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint')
    .addColumn('command', 'text', (column) => column.notNull())
    .addColumn('channel', 'text')
    .addColumn('recorded', 'bigint', (column) => column.notNull())
    .execute();
  await sql`create index proposal_guild on proposal (guild, id)`.execute(db);
  await db.schema
    .createTable('proposal_end')
    .addColumn('proposal', 'bigint', (column) => column.primaryKey())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('by', 'text', (column) => column.notNull())
    .addColumn('recorded', 'bigint', (column) => column.notNull())
    .execute();
}

async function outbox(db: Kysely<unknown>, dialect: MigrationDialect): Promise<void> {
  await dialect
    .identity(db.schema.createTable('delivery'))
    .addColumn('guild', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    // The order in which kinds go out when many are due.
    .addColumn('rank', 'integer', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('number', 'bigint')
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('slot', 'text', (column) => column.notNull())
    .addColumn('due', 'bigint', (column) => column.notNull())
    .addColumn('expires', 'bigint')
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('nonce', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('attempted', 'bigint')
    .addColumn('lease', 'bigint')
    .addColumn('message', 'text')
    .addColumn('failure', 'text')
    // With the server in it, one that names another's channel cannot touch that one's posts.
    .addUniqueConstraint('delivery_slot', ['guild', 'channel', 'kind', 'subject', 'version', 'slot'])
    .execute();
  await sql`create index delivery_due on delivery (due) where status = 'pending'`.execute(db);
  await sql`create index delivery_rank on delivery (rank, due) where status = 'pending'`.execute(db);
  await sql`create index delivery_lease on delivery (lease) where status = 'claimed'`.execute(db);
  await sql`create index delivery_subject on delivery (guild, number)`.execute(db);
  await sql`create index delivery_channel on delivery (guild, channel, kind, id)`.execute(db);
}
