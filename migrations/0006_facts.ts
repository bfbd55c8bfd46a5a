/** Why and what, as codes where earlier releases stored sentences. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { MigrationDialect } from './dialect.js';

/** Columns that say why or what in codes; the releases before wrote sentences there. */
const COLUMNS = [
  ['delivery', 'failure'],
  ['closed', 'reason'],
  ['schedule', 'broken'],
  ['set_aside', 'reason'],
  ['pending', 'done'],
] as const;

/** Keeps the sentences of older releases as `{"kind":"text","text":…}`, so that each column holds codes alone. */
export const facts = (dialect: MigrationDialect): Migration => ({
  async up(db: Kysely<unknown>) {
    for (const [table, column] of COLUMNS) {
      const prose = sql.ref(column);
      await sql`update ${sql.table(table)} set ${sql.id(column)} = ${dialect.textFact(prose)}
        where ${prose} is not null and ${prose} not like '{"kind":%'`.execute(db);
    }
  },
});
