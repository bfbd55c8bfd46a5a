/** Groups the reminders of a day into one list. */
import { sql } from 'kysely';
import type { Delivery } from '../domain/delivery.js';
import { crowded, leaderOf } from '../domain/posts/grouping.js';
import type { ReminderDay } from './port/index.js';
import { toDelivery } from './rows.js';
import type { Db } from './schema.js';

/** The reminders of a day that are still to be posted and are in no list. */
export async function unsentOf(db: Db, day: ReminderDay): Promise<readonly Delivery[]> {
  const rows = await db
    .selectFrom('delivery')
    .selectAll('delivery')
    .where('kind', '=', sql.lit('milestone'))
    .where('guild', '=', day.guild)
    .where('channel', '=', day.channel)
    .leftJoin('gathered', 'gathered.delivery', 'delivery.id')
    .where('gathered.leader', 'is', null)
    .where('due', '>=', day.from)
    .where('due', '<', day.until)
    .where('status', 'in', ['pending', 'claimed'])
    .orderBy('due')
    .orderBy('id')
    .execute();
  return rows.map(toDelivery);
}

/** The list that a reminder is part of: all its reminders, the one that posts the list first. Empty where it is in none. */
export async function listOf(db: Db, { id }: Delivery): Promise<readonly Delivery[]> {
  const own = await db.selectFrom('gathered').select('leader').where('delivery', '=', id).executeTakeFirst();
  if (own === undefined) return [];
  const rows = await db
    .selectFrom('gathered')
    .innerJoin('delivery', 'delivery.id', 'gathered.delivery')
    .selectAll('delivery')
    .where('gathered.leader', '=', own.leader)
    .orderBy('due')
    .orderBy('id')
    .execute();
  const all = rows.map(toDelivery);
  return [...all.filter((one) => one.id === own.leader), ...all.filter((one) => one.id !== own.leader)];
}

/** Makes one list of the reminders of a crowded day that are still to be posted. Leaves other days alone. */
export async function gatherIn(db: Db, day: ReminderDay): Promise<void> {
  const unsent = await unsentOf(db, day);
  const leader = leaderOf(unsent);
  if (leader === null || !crowded(unsent)) return;
  await db
    .insertInto('gathered')
    .values(unsent.map(({ id }) => ({ delivery: id, leader: leader.id })))
    .execute();
}

/** Breaks up a list whose leader will not post it. */
export async function scatterIn(db: Db, leader: number): Promise<void> {
  await db.deleteFrom('gathered').where('leader', '=', leader).execute();
}
