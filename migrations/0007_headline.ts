/** Drops the headline from the list of ultimatums: it follows from the entries and is not stored. */
import type { Kysely, Migration } from 'kysely';

export const headline: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('ultimatum').dropColumn('headline').execute();
  },
};
