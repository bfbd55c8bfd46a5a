/** Which ultimatums lead to which, so that both sides show it; and which ones the search index holds too little of. */
import { sql, type Kysely, type Migration } from 'kysely';

/** What the list, the search index and the links of those rows follow from holds something that they did not say yet. */
const CONCERNED = [
  '{"kind":"linked"%',
  '{"kind":"superseded"%',
  // The words of a deadline without a date.
  '%"precision":"vague"%',
  '%"precision":"none"%',
  '%"bound":"not-before"%',
];

export const links: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('link')
      .addColumn('guild', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('target', 'integer', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('link_key', ['guild', 'number', 'target', 'kind'])
      .execute();
    await sql`create index link_target on link (guild, target, number)`.execute(db);
    // Emptied by the store at its next start, which works out what follows from the entries.
    await db.schema
      .createTable('reindex')
      .addColumn('guild', 'text', (column) => column.notNull())
      .addColumn('number', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('reindex_key', ['guild', 'number'])
      .execute();
    const concerned = sql.join(
      CONCERNED.map((pattern) => sql`what like ${pattern}`),
      sql` or `,
    );
    await sql`insert into reindex (guild, number)
      select distinct guild, number from entry where ${concerned}`.execute(db);
  },
};
