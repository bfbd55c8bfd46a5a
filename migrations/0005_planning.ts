import { sql, type Kysely, type Migration } from 'kysely';

/** Planning that goes on after a kill, and the look at all that one person has open. */
export const planning: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('replan')
      .addColumn('guild', 'text', (column) => column.primaryKey())
      .addColumn('last', 'bigint', (column) => column.notNull())
      .addColumn('since', 'bigint', (column) => column.notNull())
      .execute();
    await sql`create index pending_person on pending (guild, "user", created)`.execute(db);
  },
};
