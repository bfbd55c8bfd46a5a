/** Where each shard is in what Discord sends, so that another process goes on from there. */
import type { Kysely, Migration } from 'kysely';

export const sessions: Migration = {
  async up(db: Kysely<unknown>) {
    // The connection to the database that lives as long as the process; null where that is not known.
    await db.schema.alterTable('gateway_process').addColumn('connection', 'text').execute();
    // Of Discord's, and kept when the shard is given up.
    for (const [name, type] of [
      ['session', 'text'],
      ['url', 'text'],
      ['sequence', 'bigint'],
    ] as const)
      await db.schema.alterTable('shard_lease').addColumn(name, type).execute();
  },
};
