/** The servers that the bot is no longer in, and the only way in which the record of a server can be deleted. */
import type { Kysely, Migration } from 'kysely';
import type { MigrationDialect } from './dialect.js';

/** Entries stay append-only, except those of a server that stands in `erasing`, for as long as its erasure takes. */
export const erasure = (dialect: MigrationDialect): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('departed')
      .addColumn('guild', 'text', (column) => column.primaryKey())
      // When it was noticed, the record's ms UTC.
      .addColumn('since', 'bigint', (column) => column.notNull())
      // When Discord last said so.
      .addColumn('confirmed', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('erasing')
      .addColumn('guild', 'text', (column) => column.primaryKey())
      .execute();
    await dialect.allowErasing(db);
  },
});
