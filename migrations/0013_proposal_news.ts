/** What members have not been told yet about the proposals that curators decided. */
import { sql, type Kysely, type Migration } from 'kysely';

export const proposalNews: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('proposal_news')
      .addColumn('proposal', 'bigint', (column) => column.primaryKey())
      .addColumn('guild', 'text', (column) => column.notNull())
      .addColumn('by', 'text', (column) => column.notNull())
      .addColumn('recorded', 'bigint', (column) => column.notNull())
      .execute();
    await sql`create index proposal_news_author on proposal_news (guild, ${sql.id('by')}, proposal)`.execute(
      db,
    );
  },
};
