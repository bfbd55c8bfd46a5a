/** Keys that begin with the server, so that the tables can be spread over several databases by it. */
import type { Kysely, Migration } from 'kysely';
import type { MigrationDialect } from './dialect.js';

export const guildKeys = (dialect: MigrationDialect): Migration => ({
  up: (db: Kysely<unknown>) => dialect.keyByGuild(db),
});
