/** Several issuers of one ultimatum: the list of ultimatums holds all their names. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { MigrationDialect } from './dialect.js';

/** Between folded names, and around them; no typed name holds it. */
const BETWEEN = '\n';

/** The names of the issuers as a JSON list, and folded as those of the targets are. */
export const issuers = (dialect: MigrationDialect): Migration => ({
  async up(db: Kysely<unknown>) {
    await sql`update ultimatum set issuer = ${dialect.textList(sql.ref('issuer'))},
      issuer_folded = ${BETWEEN} || issuer_folded || ${BETWEEN}`.execute(db);
  },
});
