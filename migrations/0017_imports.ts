/** Files that are imported: what was read of each row, until it is on record. */
import type { Kysely, Migration } from 'kysely';

export const imports: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('import')
      .addColumn('guild', 'text', (column) => column.notNull())
      // A hash of the file and of how it was read.
      .addColumn('id', 'text', (column) => column.notNull())
      // staged: nothing is on record; running: decided, and being recorded; done.
      .addColumn('status', 'text', (column) => column.notNull())
      // The record's ms UTC.
      .addColumn('created', 'bigint', (column) => column.notNull())
      // The numbers up to this one are taken, from the moment it runs.
      .addColumn('reserved', 'bigint', (column) => column.notNull())
      // What the server had set up, as JSON, where that is taken over; null once it is, and where it is not.
      .addColumn('server', 'text')
      .addPrimaryKeyConstraint('import_key', ['guild', 'id'])
      .execute();
    await db.schema
      .createTable('import_row')
      .addColumn('guild', 'text', (column) => column.notNull())
      .addColumn('import', 'text', (column) => column.notNull())
      // Of a table the line, of a record the number in it.
      .addColumn('row', 'bigint', (column) => column.notNull())
      // The order among what is new; null for what was on record already.
      .addColumn('place', 'bigint')
      .addColumn('number', 'bigint')
      // JSON, until they are on record; then null.
      .addColumn('entries', 'text')
      .addPrimaryKeyConstraint('import_row_key', ['guild', 'import', 'row'])
      .execute();
  },
};
