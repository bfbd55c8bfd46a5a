/** Tells other processes of posts that are due before they would look. */
import type { Kysely, Migration } from 'kysely';
import type { MigrationDialect } from './dialect.js';

/** Where several processes share the database, whoever writes a post that is due by then wakes those that post. */
export const dueSignal = (dialect: MigrationDialect): Migration => ({
  up: (db: Kysely<unknown>) => dialect.tellDue(db),
});
