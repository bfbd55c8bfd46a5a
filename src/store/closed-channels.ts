/** Channels in which nothing can be posted, and when to look again. */
import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { failureFromRow, failureToRow } from '../codec/failure.js';
import type { ClosedChannel, ChannelClosure } from './port/index.js';
import type { ClosedRow, Db } from './schema.js';
import { asideOf, FIRING } from './set-aside.js';
import { HOUR, MINUTE } from '../domain/durations.js';
import type { RecordInstant } from '../domain/instant.js';

const FIRST_PAUSE = 5 * MINUTE;
const LONGEST_PAUSE = HOUR;

const pauseAfter = (tries: number) => Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** tries);

function toClosed({ told, tries: _tries, ...row }: Selectable<ClosedRow>): ClosedChannel {
  return { ...row, reason: failureFromRow(row.reason), told: told !== 0 };
}

/** The channel and why nothing can be posted in it; null if it is open. */
export async function closedOf(db: Db, guild: string, channel: string): Promise<ClosedChannel | null> {
  const row = await db
    .selectFrom('closed')
    .selectAll()
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .executeTakeFirst();
  return row === undefined ? null : toClosed(row);
}

/**
 * Closes a channel until it is retried: stops its countdowns and postpones its posts together, or cancels them if it is
 * gone. People are told once for as long as it stays closed.
 */
export async function closeIn(db: Db, closing: ChannelClosure): Promise<ClosedChannel> {
  const { guild, channel, gone, now } = closing;
  const reason = failureToRow({ kind: 'closed', why: closing.why, remedy: closing.remedy });
  const before = await db
    .selectFrom('closed')
    .selectAll()
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .executeTakeFirst();
  const tries = before?.tries ?? 0;
  const until = gone ? null : now + pauseAfter(tries);
  const author = before?.author ?? (await authorOf(db, guild, channel));
  // People are told again when a channel that could be mended is gone for good.
  const told = before !== undefined && (before.until === null) === gone ? before.told : 0;
  const row = { guild, channel, reason, until, tries: tries + 1, author, told };
  await db
    .insertInto('closed')
    .values(row)
    .onConflict((conflict) => conflict.columns(['guild', 'channel']).doUpdateSet(row))
    .execute();
  await breakSchedules(db, row);
  await stopRows(db, closing, until);
  return toClosed(row);
}

/** Who set up a countdown there, the latest; `forget` leaves an empty name. */
async function authorOf(db: Db, guild: string, channel: string): Promise<string | null> {
  const row = await db
    .selectFrom('schedule')
    .select('author')
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .where('author', '!=', '')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.author ?? null;
}

async function breakSchedules(
  db: Db,
  { guild, channel, reason: broken }: Pick<ClosedRow, 'guild' | 'channel' | 'reason'>,
): Promise<void> {
  await db
    .updateTable('schedule')
    .set({ status: 'broken', broken })
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .where('status', 'in', ['running', 'broken'])
    .execute();
}

async function stopRows(
  db: Db,
  { guild, channel, why, now }: ChannelClosure,
  until: RecordInstant | null,
): Promise<void> {
  const failure = failureToRow({ kind: 'closed', why, remedy: null });
  const rows = db
    .updateTable('delivery')
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .where('status', '=', 'pending');
  if (until === null) {
    await rows.set({ status: 'failed', failure, settled: now }).execute();
    return;
  }
  await rows
    .set({ due: until, first_due: sql`coalesce(first_due, due)`, failure })
    .where('due', '<', until)
    .execute();
}

/** Reopens a channel: postponed posts are due as they first were, and its countdowns run again. */
export async function reopenIn(db: Db, guild: string, channel: string): Promise<boolean> {
  const open = await db
    .deleteFrom('closed')
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .executeTakeFirst();
  if (open.numDeletedRows === 0n) return false;
  await db
    .updateTable('delivery')
    .set({ due: sql`first_due` })
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .where('status', '=', 'pending')
    .where('first_due', 'is not', null)
    .execute();
  await db
    .updateTable('schedule')
    .set({ status: 'running', broken: null })
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .where('status', '=', 'broken')
    .where(sql<boolean>`(id, next) not in ${asideOf(FIRING)}`)
    .execute();
  return true;
}

/** Every channel of a server in which nothing can be posted. */
export async function closedChannelsOf(db: Db, guild: string): Promise<readonly ClosedChannel[]> {
  const rows = await db.selectFrom('closed').selectAll().where('guild', '=', guild).execute();
  return rows.map(toClosed);
}

/** The closed channels of a server of which nobody has been told yet. */
export async function untoldOf(db: Db, guild: string): Promise<readonly ClosedChannel[]> {
  const rows = await db
    .selectFrom('closed')
    .selectAll()
    .where('guild', '=', guild)
    .where('told', '=', 0)
    .execute();
  return rows.map(toClosed);
}

/** Marks a closed channel as told. Returns false if it is open or somebody was told before. */
export async function toldIn(db: Db, guild: string, channel: string): Promise<boolean> {
  const told = await db
    .updateTable('closed')
    .set({ told: 1 })
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .where('told', '=', 0)
    .executeTakeFirst();
  return told.numUpdatedRows > 0n;
}
