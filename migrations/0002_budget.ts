/** The send budget. */
import { sql, type Kysely, type Migration } from 'kysely';

/**
 * What the posting of the outbox needs to be counted on: when a row was settled and when it was first due, the send
 * budget that all processes share, what each channel was sent of late, and the channels that are closed to the bot.
 */
export const budget: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('delivery').addColumn('settled', 'bigint').execute();
    // `due` is when it is tried next; what a post says of its lateness is about this one. Null: never put off.
    await db.schema.alterTable('delivery').addColumn('first_due', 'bigint').execute();
    // Of two rungs due at one instant the nearer deadline has less time left to be worth posting.
    await sql`create index delivery_turn on delivery (rank, due, expires) where status = 'pending'`.execute(
      db,
    );
    await sql`drop index delivery_rank`.execute(db);
    await db.schema
      .createTable('budget')
      .addColumn('name', 'text', (column) => column.primaryKey())
      // The first instant that is not given away yet, microseconds of real time.
      .addColumn('free', 'bigint', (column) => column.notNull())
      .execute();
    await sql`insert into budget (name, free) values ('send', 0)`.execute(db);
    await db.schema
      .createTable('pace')
      .addColumn('channel', 'text', (column) => column.primaryKey())
      // The last instants granted to it, real ms, as a JSON list.
      .addColumn('recent', 'text', (column) => column.notNull())
      .addColumn('newest', 'bigint', (column) => column.notNull())
      .execute();
    await sql`create index pace_newest on pace (newest)`.execute(db);
    await db.schema
      .createTable('closed')
      .addColumn('guild', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      // When it is tried again, ms UTC of the record's clock; null where it is gone for good.
      .addColumn('until', 'bigint')
      .addColumn('tries', 'integer', (column) => column.notNull())
      .addColumn('author', 'text')
      .addColumn('told', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('closed_key', ['guild', 'channel'])
      .execute();
  },
};
