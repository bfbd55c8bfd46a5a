/** How many ultimatums a server has in each state, so that the total of a list of 100,000 is read and not counted. */
import { sql, type Kysely, type Migration } from 'kysely';

export const stateCounts: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('state_count')
      .addColumn('guild', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      // 1 for those without a date.
      .addColumn('undated', 'integer', (column) => column.notNull())
      .addColumn('count', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('state_count_key', ['guild', 'state', 'undated'])
      .execute();
    // What sorts last has no date; hidden ones are in no list.
    const undated = sql`case when sort = 9007199254740991 then 1 else 0 end`;
    await sql`insert into state_count (guild, state, undated, count)
      select guild, state, ${undated}, count(*) from ultimatum where hidden = 0
      group by guild, state, ${undated}`.execute(db);
  },
};
