/** Boards: setting, removing and reading them. */
import { sql } from 'kysely';
import { postKey } from '../codec/post.js';
import type { PlannedDelivery } from '../domain/delivery.js';
import type { Board } from '../domain/guild.js';
import { boardPost } from '../domain/posts/boards.js';
import { CAPS } from '../domain/caps.js';
import { ok, refuse, type Result } from '../domain/refusal.js';
import { reopenIn } from './closed-channels.js';
import { upsert } from './outbox.js';
import type { Db } from './schema.js';
import type { RecordInstant } from '../domain/instant.js';

/** Every board of a server, removed ones too, in the order of their channels. */
export async function boardsOf(db: Db, guild: string): Promise<readonly Board[]> {
  const rows = await db
    .selectFrom('board')
    .selectAll()
    .where('guild', '=', guild)
    .orderBy('channel')
    .execute();
  return rows.map(({ guild: _guild, ...board }) => board);
}

async function boardIn(db: Db, guild: string, channel: string): Promise<Board | null> {
  return (await boardsOf(db, guild)).find((one) => one.channel === channel) ?? null;
}

async function cancelWaiting(db: Db, guild: string, channel: string): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ status: 'cancelled' })
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .where('kind', '=', 'board')
    .where('status', '=', 'pending')
    .execute();
}

/** Plans the post of a new version. Once it is posted, the message of the earlier one is deleted. */
export async function setIn(
  db: Db,
  guild: string,
  channel: string,
  now: RecordInstant,
): Promise<Result<null>> {
  const all = await boardsOf(db, guild);
  const before = all.find((board) => board.channel === channel) ?? null;
  const others = all.filter((board) => board !== before && board.status !== 'removed');
  if (others.length >= CAPS.boardsPerServer)
    return refuse({ why: 'server-full', of: 'boards', max: CAPS.boardsPerServer });
  const board: Board = {
    channel,
    version: (before?.version ?? 0) + 1,
    status: 'running',
    message: null,
    previous: before?.message ?? before?.previous ?? null,
    marker: null,
    shown: null,
    edited: null,
  };
  await db
    .insertInto('board')
    .values({ guild, ...board })
    .onConflict((conflict) => conflict.columns(['guild', 'channel']).doUpdateSet(board))
    .execute();
  await cancelWaiting(db, guild, channel);
  await reopenIn(db, guild, channel);
  await upsert(db, guild, boardPost(board, 'post', now));
  return ok(null);
}

/** Stops its edits and plans the deletion of its message. Returns false if there is no such board. */
export async function removeIn(db: Db, guild: string, channel: string, now: RecordInstant): Promise<boolean> {
  const board = await boardIn(db, guild, channel);
  if (board === null || board.status === 'removed') return false;
  // It gets a version of its own, so that an edit under way can't bring it back.
  const removed: Board = { ...board, version: board.version + 1, status: 'removed' };
  await db
    .updateTable('board')
    .set(removed)
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .execute();
  await cancelWaiting(db, guild, channel);
  await upsert(db, guild, boardPost(removed, 'remove', now));
  return true;
}

/** Writes what became of a board. Returns false, and writes nothing, if the board has another version by now. */
export async function saveIn(db: Db, guild: string, board: Board): Promise<boolean> {
  const saved = await db
    .updateTable('board')
    .set(board)
    .where('guild', '=', guild)
    .where('channel', '=', board.channel)
    .where('version', '=', board.version)
    .executeTakeFirst();
  return saved.numUpdatedRows > 0n;
}

/**
 * Edits that are wanted; none is added to one that waits. Writing to the waiting one holds it back until this change is
 * there to be seen: PostgreSQL could else claim and show it in between, without what has just changed.
 */
export async function wantEdits(db: Db, guild: string, edits: readonly PlannedDelivery[]): Promise<void> {
  for (const edit of edits) {
    const { version } = postKey(edit.post);
    const waiting = await db
      .updateTable('delivery')
      .set({ version })
      .where('guild', '=', guild)
      .where('channel', '=', edit.channel)
      // A literal, so that the partial index of waiting rows is used; settled edits are many.
      .where('kind', '=', sql.lit('board'))
      .where('status', '=', sql.lit('pending'))
      .where('version', '=', version)
      .executeTakeFirst();
    if (waiting.numUpdatedRows === 0n) await upsert(db, guild, edit);
  }
}
