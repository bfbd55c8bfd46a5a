/** Plans a server's posts again after its settings change. */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Database } from './database.js';
import { planAgain } from './ledger.js';
import type { Db } from './schema.js';
import { withGuildLock } from './guild-lock.js';
import type { RecordInstant } from '../domain/instant.js';

/**
 * Notes that the posts of a server are to be planned again from `now` on (record's ms UTC), in the transaction that gives
 * the reason: killed in between, the next start goes on where this one stopped.
 */
export async function planLater(db: Db, guild: string, now: RecordInstant): Promise<void> {
  const row = { guild, last: 0, since: now };
  await db
    .insertInto('replan')
    .values(row)
    .onConflict((conflict) => conflict.column('guild').doUpdateSet(row))
    .execute();
}

/** A few ultimatums of a server; false once there are no more. */
async function planSome(db: Db, guild: string): Promise<boolean> {
  const task = await db.selectFrom('replan').selectAll().where('guild', '=', guild).executeTakeFirst();
  if (task === undefined) return false;
  const last = await planAgain(db, guild, task.last, task.since);
  if (last === null) await db.deleteFrom('replan').where('guild', '=', guild).execute();
  else await db.updateTable('replan').set({ last }).where('guild', '=', guild).execute();
  return last !== null;
}

/** Carries out the planning that was noted: `of` one server, or of `all` that still wait (returns how many). */
export function continuePlanningOn(database: Database) {
  const locked = withGuildLock(database);
  async function of(guild: string): Promise<void> {
    while (await locked(guild, (db) => planSome(db, guild))) await yieldToEventLoop();
  }
  async function all(): Promise<number> {
    const waiting = await database.read.selectFrom('replan').select('guild').execute();
    for (const { guild } of waiting) await of(guild);
    return waiting.length;
  }
  return { of, all };
}
