/** Boards, and indexes for lists and the log. */
import { sql, type Kysely, type Migration } from 'kysely';

/** Boards, and the looks at the outbox that they, lists of rungs and the log of countdowns need. */
export const boards: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('board')
      .addColumn('guild', 'text', (column) => column.notNull())
      .addColumn('channel', 'text', (column) => column.notNull())
      // How often it was set; each time it is another message.
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('message', 'text')
      // The message it takes the place of, until that one is taken away.
      .addColumn('previous', 'text')
      .addColumn('marker', 'text')
      // A hash of what it shows: an edit that would change nothing is not made.
      .addColumn('shown', 'text')
      .addColumn('edited', 'bigint')
      .addPrimaryKeyConstraint('board_key', ['guild', 'channel'])
      .execute();
    // Rungs that are told in the list of another.
    await db.schema
      .createTable('gathered')
      .addColumn('delivery', 'bigint', (column) => column.primaryKey())
      .addColumn('leader', 'bigint', (column) => column.notNull())
      .execute();
    await sql`create index gathered_leader on gathered (leader)`.execute(db);
    await sql`create index delivery_rungs on delivery (guild, channel, due)
      where kind = 'milestone'`.execute(db);
    await sql`create index delivery_board on delivery (guild, channel, version)
      where kind = 'board' and status = 'pending'`.execute(db);
    await sql`create index delivery_log on delivery (guild, settled, id)
      where settled is not null`.execute(db);
  },
};
