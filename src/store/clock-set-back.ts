/** Brings back what was put off by a clock that was ahead. */
import { sql } from 'kysely';
import { DAY, HOUR, MINUTE } from '../domain/durations.js';
import { wallInstant, type RecordInstant, type WallInstant } from '../domain/instant.js';
import type { PostKind } from '../domain/post.js';
import type { Dialect } from './dialect/dialect.js';
import type { Db } from './schema.js';

/** The longest that anything is put off, ms: a post by slow mode, a row that is set aside by its last pause. */
const LONGEST = {
  post: 6 * HOUR,
  closed: HOUR,
  aside: DAY,
  budget: HOUR,
  pace: MINUTE,
  lease: MINUTE,
} as const;

/** Posts that are planned for at once, or for when the time to undo is over, and never for an hour of their own. */
const PROMPT: readonly PostKind[] = ['announcement', 'correction', 'edit', 'board', 'event', 'publish'];

/**
 * What waits for longer than anything is put off was put off by a clock that was ahead: it is due at `now`, ms UTC of the
 * record's clock. Posts that were planned for later stay planned for then. Budget, pace and leases go by the machine's
 * clock, or by that of the database where several processes share it.
 */
export async function recallIn(
  db: Db,
  dialect: Dialect,
  now: RecordInstant,
  wallNow: WallInstant,
): Promise<void> {
  const planned = sql<number>`${dialect.greatest}(first_due, cast(${now} as bigint))`;
  await db
    .updateTable('delivery')
    .set({ due: now })
    .where('status', '=', 'pending')
    .where('kind', 'in', PROMPT)
    .where('due', '>', now + LONGEST.post)
    .execute();
  await db
    .updateTable('delivery')
    .set({ due: planned })
    .where('status', '=', 'pending')
    .where('first_due', 'is not', null)
    .where('due', '>', sql<number>`${planned} + ${sql.lit(LONGEST.post)}`)
    .execute();
  await db
    .updateTable('closed')
    .set({ until: now })
    .where('until', '>', now + LONGEST.closed)
    .execute();
  await db
    .updateTable('set_aside')
    .set({ until: now })
    .where('waiting', '=', 1)
    .where('until', '>', now + LONGEST.aside)
    .execute();
  const { rows } = await sql<{ micros: number }>`select ${dialect.now(wallNow)} as micros`.execute(db);
  const wall = rows[0]?.micros ?? 0;
  await db
    .updateTable('budget')
    .set({ free: wall })
    .where('free', '>', wall + LONGEST.budget * 1000)
    .execute();
  // A process that holds a row renews its lease sooner than that.
  const lease = wallInstant(Math.ceil(wall / 1000) + LONGEST.lease);
  await db
    .updateTable('delivery')
    .set({ lease })
    .where('status', '=', 'claimed')
    .where('lease', '>', lease)
    .execute();
  await db
    .deleteFrom('pace')
    .where('newest', '>', Math.ceil(wall / 1000) + LONGEST.pace)
    .execute();
}
