/** The public page of a server: its address, and a count that each change of what it shows raises. */
import { sql, type Kysely, type Migration } from 'kysely';

export const publicPages: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('public_page')
      .addColumn('guild', 'text', (column) => column.primaryKey())
      // Null while the page is off; the row stays, so that the count never begins anew.
      .addColumn('address', 'text', (column) => column.unique())
      .addColumn('listed', 'integer', (column) => column.notNull())
      .addColumn('revision', 'bigint', (column) => column.notNull())
      .addColumn('changed', 'bigint', (column) => column.notNull())
      .execute();
    // What was recorded lately, and the log of a whole server.
    await sql`create index entry_recorded on entry (guild, recorded, number, seq)`.execute(db);
  },
};
