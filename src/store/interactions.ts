/** Takes each interaction once, whichever process it came to and how often. */
import { sql } from 'kysely';
import { DAY } from '../domain/durations.js';
import type { Database } from './database.js';
import type { InteractionStore } from './port/index.js';
import { inTransaction } from './transaction.js';

/** The ids of a day: of Discord's ids everything above the last 22 bits is the time, ms. */
const KEPT_IDS = sql.lit(DAY * 2 ** 22);

/**
 * Ids go by the newest one that is known, and by no clock: what is a day older has been forgotten, and is refused for it.
 */
export function interactionsOn(database: Database): InteractionStore {
  return {
    takeInteraction: (id) =>
      inTransaction(database)(async (db) => {
        const given = sql`cast(${id} as bigint)`;
        const { rows } = await sql`
          insert into interaction (id) select ${given}
          where ${given} > coalesce((select max(id) from interaction), 0) - ${KEPT_IDS}
          on conflict (id) do nothing returning 1 as taken`.execute(db);
        return rows.length > 0;
      }),
  };
}

/** Forgets interactions that are refused by their age anyway. Returns how many. */
export const eraseInteractions = (database: Database): Promise<number> =>
  inTransaction(database)(async (db) => {
    const { rows } = await sql`delete from interaction
      where id <= (select max(id) from interaction) - ${KEPT_IDS} returning 1 as erased`.execute(db);
    return rows.length;
  });
