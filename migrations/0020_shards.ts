/** Which process answers which servers. */
import type { Kysely, Migration } from 'kysely';

export const shards: Migration = {
  async up(db: Kysely<unknown>) {
    // Processes that connect to Discord; all instants are ms of the clock that they share.
    await db.schema
      .createTable('gateway_process')
      .addColumn('holder', 'text', (column) => column.primaryKey())
      .addColumn('wanted', 'integer', (column) => column.notNull())
      .addColumn('joined', 'bigint', (column) => column.notNull())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('shard_lease')
      .addColumn('shard', 'integer', (column) => column.notNull())
      // Of how many it is one.
      .addColumn('count', 'integer', (column) => column.notNull())
      .addColumn('holder', 'text', (column) => column.notNull())
      .addColumn('until', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('shard_lease_key', ['count', 'shard'])
      .execute();
  },
};
