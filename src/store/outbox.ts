/** The rows of the outbox: planned, cancelled and revived. */
import { sql } from 'kysely';
import { announcementSlot, postKey, readPost, type PostKey } from '../codec/post.js';
import type { PlannedDelivery } from '../domain/delivery.js';
import type { StoredPost } from '../domain/post.js';
import { isStillDue, type PlanInput } from '../domain/posts/index.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import { joins, speakAgain } from './merged-announcements.js';
import { fromPlanned, type Subject } from './rows.js';
import type { Db } from './schema.js';
import type { RecordInstant } from '../domain/instant.js';

/**
 * Pending posts of these kinds are cancelled when they no longer apply. Announcements stay until they are undone, and
 * digests belong to a schedule.
 */
const STANDING = ['passed', 'milestone'] as const;

/**
 * Writes the posts a change causes and cancels those it ends. A row that was cancelled becomes pending again; one that
 * was sent or claimed is never touched.
 */
export async function replan(
  db: Db,
  subject: Subject,
  after: Ultimatum,
  wanted: readonly PlannedDelivery[],
  now: RecordInstant,
): Promise<void> {
  await cancelUnwanted(db, subject, wanted, { owed: (row) => isStillDue(after, row, now) });
  await cancelUndone(db, subject, after);
  for (const one of wanted) {
    if (await joins(db, { ...subject, after }, one, now)) continue;
    await upsert(db, subject.guild, one);
  }
}

/** Adds a post; one that was cancelled is pending again, one that was sent or claimed stays so. */
export async function upsert(db: Db, guild: string, one: PlannedDelivery): Promise<void> {
  await db
    .insertInto('delivery')
    .values(fromPlanned(guild, one))
    .onConflict((conflict) =>
      conflict
        .columns(['guild', 'channel', 'kind', 'subject', 'version', 'slot'])
        // Planned again for the same instant, it stays put off.
        .doUpdateSet({
          status: 'pending',
          due: sql`case when delivery.status = 'pending' and delivery.first_due = excluded.due
            then delivery.due else excluded.due end`,
          first_due: sql`case when delivery.status = 'pending' and delivery.first_due = excluded.due
            then delivery.first_due end`,
          expires: one.expires,
        })
        .where('delivery.status', 'in', ['cancelled', 'pending']),
    )
    .execute();
}

/** What tells the posts of one ultimatum apart. */
const keyOf = (channel: string, { kind, version, slot }: PostKey) =>
  JSON.stringify([channel, kind, version, slot]);

interface Standing {
  readonly post: StoredPost;
  readonly channel: string;
  readonly due: RecordInstant;
}

/** Posts that were due before `from` (ms UTC) or are still `owed` are left alone. */
export async function cancelUnwanted(
  db: Db,
  { guild, number }: Subject,
  wanted: readonly PlannedDelivery[],
  { from = 0, owed = () => false }: { readonly from?: number; readonly owed?: (row: Standing) => boolean },
): Promise<void> {
  const pending = await db
    .selectFrom('delivery')
    .select(['id', 'channel', 'kind', 'subject', 'number', 'version', 'slot'])
    .select(sql<number>`coalesce(first_due, due)`.as('due'))
    .where('guild', '=', guild)
    .where('number', '=', number)
    .where('status', '=', 'pending')
    .where('kind', 'in', STANDING)
    .where(sql<number>`coalesce(first_due, due)`, '>=', from)
    .execute();
  const keys = new Set(wanted.map(({ channel, post }) => keyOf(channel, postKey(post))));
  const dead = pending
    .filter((row) => !keys.has(keyOf(row.channel, row)) && !owed({ ...row, post: readPost(row) }))
    .map((row) => row.id);
  if (dead.length === 0) return;
  await db.updateTable('delivery').set({ status: 'cancelled' }).where('id', 'in', dead).execute();
}

/** An undone entry is announced to nobody, nor is anything of a hidden record. */
async function cancelUndone(db: Db, { guild, number }: Subject, after: Ultimatum): Promise<void> {
  const undone = after.corrections.flatMap(({ event }) =>
    event.kind === 'corrected' && event.removes ? [announcementSlot(event.corrects)] : [],
  );
  if (after.hidden === null && undone.length === 0) return;
  const pending = db
    .updateTable('delivery')
    .set({ status: 'cancelled' })
    .where('guild', '=', guild)
    .where('number', '=', number)
    .where('status', '=', 'pending');
  if (after.hidden !== null) {
    await pending.execute();
    return;
  }
  const some = pending.where('kind', 'in', ['announcement', 'correction']).where('slot', 'in', undone);
  const { numUpdatedRows } = await some.executeTakeFirst();
  if (numUpdatedRows > 0n) await speakAgain(db, { guild, number }, after, undone);
}

/** Where one that had passed was reviewed: the newest message that asked curators to look is written again. */
export async function editAsked(
  db: Db,
  { guild, number }: Subject,
  { before, after, appended, now }: Pick<PlanInput, 'before' | 'after' | 'appended' | 'now'>,
): Promise<void> {
  const cause = appended.at(-1);
  if (before?.state !== 'passed' || after.state === 'passed' || cause === undefined) return;
  const asked = await db
    .selectFrom('delivery')
    .select(['id', 'channel'])
    .where('guild', '=', guild)
    .where('kind', '=', 'nudge')
    .where('status', '=', 'sent')
    .where('message', 'is not', null)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (asked === undefined) return;
  const { id: row, channel } = asked;
  const post = { kind: 'edit', of: 'row', number, version: null, row, entry: cause.seq } as const;
  await upsert(db, guild, { post, channel, due: now, expires: null });
}

/** Edits every announcement of an entry of somebody who is being forgotten: each names who recorded it. */
export async function editNamed(db: Db, user: string, now: RecordInstant): Promise<void> {
  const rows = await db
    .selectFrom('entry')
    .innerJoin('person', 'person.key', 'entry.by')
    .innerJoin('delivery', (join) =>
      join.onRef('delivery.guild', '=', 'entry.guild').onRef('delivery.number', '=', 'entry.number'),
    )
    .select(['delivery.id', 'delivery.guild', 'delivery.channel', 'entry.number'])
    .select((of) => of.fn.min('entry.seq').as('seq'))
    .where('person.user', '=', user)
    .where('delivery.status', '=', 'sent')
    .where('delivery.message', 'is not', null)
    .where('delivery.kind', '=', 'announcement')
    .groupBy(['delivery.id', 'delivery.guild', 'delivery.channel', 'entry.number'])
    .execute();
  for (const { id, guild, channel, number, seq } of rows) {
    const post = { kind: 'edit', of: 'row', number, version: null, row: id, entry: seq } as const;
    await upsert(db, guild, { post, channel, due: now, expires: null });
  }
}
