/** Rows that are set aside. */
import { sql, type Kysely, type Migration } from 'kysely';

/** Rows that a stage of the beat cannot deal with: passed over until they are tried again. */
export const setAside: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('set_aside')
      .addColumn('stage', 'text', (column) => column.notNull())
      .addColumn('guild', 'text', (column) => column.notNull())
      // The number of an ultimatum, the id of a schedule or of a delivery.
      .addColumn('item', 'bigint', (column) => column.notNull())
      // When it was due as it failed, the record's ms UTC: with another instant it is another row, and not passed over.
      .addColumn('mark', 'bigint', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('since', 'bigint', (column) => column.notNull())
      .addColumn('tries', 'integer', (column) => column.notNull())
      // When it is tried again, the record's ms UTC.
      .addColumn('until', 'bigint', (column) => column.notNull())
      // 0 while it is being tried again.
      .addColumn('waiting', 'integer', (column) => column.notNull())
      .addColumn('told', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('set_aside_key', ['stage', 'guild', 'item'])
      .execute();
    await sql`create index set_aside_until on set_aside (until) where waiting = 1`.execute(db);
  },
};
