/** Interactions that were taken, so that none is taken twice. */
import type { Kysely, Migration } from 'kysely';

export const interactions: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('interaction')
      // Discord's id, which grows with time; nothing else of an interaction is kept.
      .addColumn('id', 'bigint', (column) => column.primaryKey())
      .execute();
  },
};
