/** Planning that continues after a change of settings. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { MigrationDialect } from './dialect.js';

/**
 * Planning that goes on after a kill, the look at all that one person has open, and the erasure of proposals that never
 * entered the record.
 */
export const planning = (dialect: MigrationDialect): Migration => ({
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('replan')
      .addColumn('guild', 'text', (column) => column.primaryKey())
      .addColumn('last', 'bigint', (column) => column.notNull())
      .addColumn('since', 'bigint', (column) => column.notNull())
      .execute();
    await sql`create index pending_person on pending (guild, "user", created)`.execute(db);
    await dialect.allowDeletingEndedProposals(db);
  },
});
