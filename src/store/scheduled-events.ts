/** The events of servers that show deadlines. */
import type { Database } from './database.js';
import type { EventStore } from './port/index.js';
import type { Subject } from './rows.js';
import type { Db } from './schema.js';
import { transactionWithReserve } from './transaction.js';

/** Whether anything is known of an event of an ultimatum. */
export async function hasEvent(db: Db, { guild, number }: Subject): Promise<boolean> {
  const row = await db
    .selectFrom('scheduled_event')
    .select('number')
    .where('guild', '=', guild)
    .where('number', '=', number)
    .executeTakeFirst();
  return row !== undefined;
}

/** The events of a database. */
export function eventsOn(database: Database): EventStore {
  const { read } = database;
  const transact = transactionWithReserve(database);
  return {
    scheduledEvent: async (guild, number) => {
      const rows = read.selectFrom('scheduled_event').selectAll().where('guild', '=', guild);
      const row = await rows.where('number', '=', number).executeTakeFirst();
      if (row === undefined) return null;
      const { guild: _guild, ...event } = row;
      return event;
    },
    beginEvent: (guild, event) =>
      transact(async (db) => {
        const added = await db
          .insertInto('scheduled_event')
          .values({ guild, ...event })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
      }),
    saveEvent: (guild, event, maker) =>
      transact(async (db) => {
        const saved = await db
          .updateTable('scheduled_event')
          .set(event)
          .where('guild', '=', guild)
          .where('number', '=', event.number)
          .where('maker', '=', maker)
          .executeTakeFirst();
        return saved.numUpdatedRows > 0n;
      }),
    endEvent: (guild, number) =>
      transact(async (db) => {
        const rows = db.deleteFrom('scheduled_event').where('guild', '=', guild);
        await rows.where('number', '=', number).execute();
      }),
  };
}
