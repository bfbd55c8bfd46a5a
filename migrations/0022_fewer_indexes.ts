/** Takes away an index that another one does the work of. */
import { sql, type Kysely, type Migration } from 'kysely';

/**
 * `delivery_slot` begins with the same three columns, and nothing is read in the order of the fourth. Each index is written
 * twice for every post: when it is claimed, and when it is settled.
 */
export const fewerIndexes: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`drop index delivery_channel`.execute(db);
  },
};
