/** Gives each channel at most one ping a day. */
import { sql } from 'kysely';
import type { Db } from './schema.js';

/** Takes the ping of a day and says whose it is, in one statement, so that two processes can't both have it. */
export async function claimPing(db: Db, channel: string, day: string, nonce: string): Promise<boolean> {
  const name = `pinged ${channel}`;
  const mine = `${day} ${nonce}`;
  await db
    .insertInto('fact')
    .values({ name, value: mine })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ value: mine })
        .where(sql<string>`substr(fact.value, 1, 10)`, '!=', day),
    )
    .execute();
  const row = await db.selectFrom('fact').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value === mine;
}
