/** What the figures of an issuer count of each ultimatum, so that a record of 100,000 is counted without being folded. */
import { sql, type Kysely, type Migration } from 'kysely';

export const caseFigures: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('case_figure')
      .addColumn('guild', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      // Folded names, one a line.
      .addColumn('issuers', 'text', (column) => column.notNull())
      // Null where it is counted.
      .addColumn('left_out', 'text')
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('ended_as', 'text')
      .addColumn('stated', 'bigint', (column) => column.notNull())
      .addColumn('first_latest', 'bigint')
      .addColumn('last_latest', 'bigint')
      .addColumn('first_move', 'bigint')
      .addColumn('ended', 'bigint')
      .addColumn('moves', 'integer', (column) => column.notNull())
      .addColumn('shortened', 'integer', (column) => column.notNull())
      .addColumn('extended', 'integer', (column) => column.notNull())
      .addColumn('revived', 'integer', (column) => column.notNull())
      .addColumn('slip', 'integer')
      .addColumn('demand', 'text')
      .addColumn('met_first', 'integer', (column) => column.notNull())
      .addColumn('threat', 'text')
      .addColumn('punished_anyway', 'integer', (column) => column.notNull())
      .addColumn('timing', 'text')
      .addColumn('lag', 'integer')
      .addColumn('lifted', 'text')
      .addColumn('undone', 'text')
      .addColumn('well_sourced', 'integer', (column) => column.notNull())
      .addColumn('disputed', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('case_figure_key', ['guild', 'number'])
      .execute();
    // Worked out by the store at its next start.
    await sql`insert into reindex (guild, number) select distinct guild, number from entry where true
      on conflict (guild, number) do nothing`.execute(db);
  },
};
