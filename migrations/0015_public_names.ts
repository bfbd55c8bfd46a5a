/** The names under which people are shown on the public pages, where they chose one. */
import type { Kysely, Migration } from 'kysely';

export const publicNames: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('person').addColumn('public_name', 'text').execute();
  },
};
