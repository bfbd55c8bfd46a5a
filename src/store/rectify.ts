/** Edits what was posted: set right after a correction, and where an ultimatum was hidden or shown again. */
import { sql } from 'kysely';
import { announcementSlot, CARD_SLOT, digestSubject, readPost } from '../codec/post.js';
import type { Entry } from '../domain/entry.js';
import { rectifications, type PlanInput, type PostedRow } from '../domain/posts/index.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import { isWithin, weekBefore, type WeekSpan } from '../domain/week.js';
import { upsert } from './outbox.js';
import type { Subject } from './rows.js';
import type { Db } from './schema.js';
import { schedulesOf } from './server.js';

/** What speaks of one ultimatum in a channel. */
const POSTED = ['announcement', 'passed', 'milestone'] as const;
/** Posted, being posted, or tried and so perhaps posted. */
const MAY_STAND = sql<boolean>`(status in ('sent', 'claimed') or (status = 'pending' and attempts > 0))`;

/** The posts about a week in which something of an ultimatum was recorded. */
async function weeksOf(
  db: Db,
  guild: string,
  { entries }: Ultimatum,
): Promise<readonly (PostedRow & { readonly week: WeekSpan })[]> {
  const weekly = (await schedulesOf(db, guild)).filter(({ scope }) => scope.kind === 'week');
  const found: (PostedRow & { readonly week: WeekSpan })[] = [];
  for (const { id: schedule, zone } of weekly) {
    const rows = await db
      .selectFrom('delivery')
      .select(['id', 'channel', 'kind', 'subject', 'number', 'version', 'slot', 'due'])
      .where('guild', '=', guild)
      .where('kind', '=', 'digest')
      .where('subject', '=', digestSubject(schedule))
      .where('due', '>', entries[0]?.recorded ?? 0)
      .where(MAY_STAND)
      .execute();
    for (const row of rows) {
      const week = weekBefore(row.due, zone);
      if (!entries.some(({ recorded }) => isWithin(week, recorded))) continue;
      found.push({ id: row.id, channel: row.channel, post: readPost(row), week });
    }
  }
  return found;
}

/** Whether all that a change does is to undo a correction that had not been made public yet. */
async function undoesUnsaid(
  db: Db,
  { guild, number }: Subject,
  appended: readonly Entry[],
): Promise<boolean> {
  const cause = appended.find(({ event }) => event.kind === 'corrected')?.event;
  if (cause?.kind !== 'corrected' || !cause.removes) return false;
  const rows = await db
    .selectFrom('delivery')
    .select('status')
    .where('guild', '=', guild)
    .where('number', '=', number)
    .where('kind', '=', 'correction')
    .where('slot', '=', announcementSlot(cause.corrects))
    .execute();
  return rows.length > 0 && rows.every(({ status }) => status === 'cancelled');
}

/** Where a correction changes what had been posted: it is set right in public (rules 13a). */
export async function setPostedRight(
  db: Db,
  { guild, number }: Subject,
  step: Pick<PlanInput, 'before' | 'after' | 'appended' | 'now' | 'announceDelay'>,
): Promise<void> {
  if (!step.appended.some(({ event }) => event.kind === 'corrected')) return;
  if (await undoesUnsaid(db, { guild, number }, step.appended)) return;
  const rows = await db
    .selectFrom('delivery')
    .select(['id', 'channel', 'kind', 'subject', 'number', 'version', 'slot'])
    .where('guild', '=', guild)
    .where('number', '=', number)
    .where('kind', 'in', POSTED)
    .where(MAY_STAND)
    .execute();
  const own = rows.map((row) => ({ id: row.id, channel: row.channel, post: readPost(row) }));
  const posted = [...own, ...(await weeksOf(db, guild, step.after))];
  for (const one of rectifications({ ...step, number }, posted)) await upsert(db, guild, one);
}

/**
 * Where an ultimatum was hidden or shown again: every post of it that stands in a channel is edited, not only the card,
 * which has an edit of its own.
 */
export async function editPosted(
  db: Db,
  { guild, number }: Subject,
  { after, appended, now }: Pick<PlanInput, 'after' | 'appended' | 'now'>,
): Promise<void> {
  const cause = appended.findLast(({ event }) => event.kind === 'hidden' || event.kind === 'unhidden');
  if (cause === undefined) return;
  const own = await standingPosts(db, { guild, number });
  for (const { id, channel } of [...own, ...(await weeksOf(db, guild, after))]) {
    const post = { kind: 'edit', of: 'row', number, version: null, row: id, entry: cause.seq } as const;
    await upsert(db, guild, { post, channel, due: now, expires: null });
  }
}

/** The rows that posted something of an ultimatum, lists of reminders included. */
async function standingPosts(db: Db, { guild, number }: Subject) {
  const sent = db
    .selectFrom('delivery')
    .select(['delivery.id', 'delivery.channel'])
    .where('delivery.guild', '=', guild)
    .where('delivery.status', '=', 'sent')
    .where('delivery.message', 'is not', null);
  const own = await sent
    .where('delivery.number', '=', number)
    .where('delivery.kind', 'in', POSTED)
    .where('delivery.slot', '!=', CARD_SLOT)
    .execute();
  const lists = await sent
    .innerJoin('gathered', 'gathered.leader', 'delivery.id')
    .innerJoin('delivery as told', 'told.id', 'gathered.delivery')
    .where('told.number', '=', number)
    .execute();
  return new Map([...own, ...lists].map((row) => [row.id, row])).values();
}
