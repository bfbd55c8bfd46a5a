/** Which ultimatums were ever linked to another one. */
import { LINK_KINDS } from '../domain/entry.js';
import type { Db } from './schema.js';

/**
 * The numbers of the ultimatums of a server that have an entry linking them to `number`, whether or not it still holds.
 * The stored JSON tells them: its keys stand in the order in which an entry is made.
 */
export async function linkingTo(db: Db, guild: string, number: number): Promise<readonly number[]> {
  const stored = LINK_KINDS.map((as) => JSON.stringify({ kind: 'linked', to: number, as }));
  const rows = await db
    .selectFrom('entry')
    .select('number')
    .distinct()
    .where('guild', '=', guild)
    .where('what', 'in', stored)
    .orderBy('number')
    .execute();
  return rows.map((row) => row.number);
}
