import { sql } from 'kysely';
import type { Engine } from '../../migrations/index.js';
import type { Queries } from './schema.js';

/**
 * Until the end of the transaction nobody else changes this server's record. SQLite has one writer anyway; PostgreSQL
 * would else let a record be made while a ladder is set, and each would plan without the other.
 */
export async function takeTurn(db: Queries, engine: Engine, guild: string): Promise<void> {
  if (engine === 'sqlite') return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${guild}, 0))`.execute(db);
}
