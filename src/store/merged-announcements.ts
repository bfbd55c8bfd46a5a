/** Announcements of one ultimatum that wait at the same time: which of them stands. */
import { CARD_SLOT, postKey, readPost } from '../codec/post.js';
import type { PlannedDelivery } from '../domain/delivery.js';
import type { RecordInstant } from '../domain/instant.js';
import type { StoredPost } from '../domain/post.js';
import { saysAll } from '../domain/posts/index.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import type { Subject } from './rows.js';
import type { Db } from './schema.js';

/** Whether the announcement of a later entry says all of this one. */
const saidBy = (after: Ultimatum, later: number, earlier: StoredPost): boolean =>
  earlier.kind === 'announcement' && saysAll(after, later, earlier.entry);

/** Restores the earlier announcement that an undone one had replaced, unless another one says as much. `undone`: slots. */
export async function speakAgain(
  db: Db,
  { guild, number }: Subject,
  after: Ultimatum,
  undone: readonly string[],
): Promise<void> {
  const rows = await db
    .selectFrom('delivery')
    .select(['id', 'status', 'channel', 'kind', 'subject', 'number', 'version', 'slot'])
    .where('guild', '=', guild)
    .where('number', '=', number)
    .where('kind', '=', 'announcement')
    .orderBy('id')
    .execute();
  const posts = rows.map((row) => ({ ...row, post: readPost(row) }));
  const left = posts.filter(({ slot }) => !undone.includes(slot));
  const told = (by: typeof posts, post: StoredPost) =>
    by.some(
      (one) => one.post !== post && one.post.kind === 'announcement' && saidBy(after, one.post.entry, post),
    );
  const replaced = left.findLast(({ status, post }) => status === 'cancelled' && told(posts, post));
  if (replaced === undefined) return;
  const standing = left.filter(({ status }) => status !== 'cancelled');
  if (told(standing, replaced.post)) return;
  await db.updateTable('delivery').set({ status: 'pending' }).where('id', '=', replaced.id).execute();
}

/**
 * Two announcements of one ultimatum that wait at the same time become one where nothing is lost by it. The card shows
 * the record as it is when it is posted, so it says what came after it; of two changes of a deadline the later stands.
 */
export async function joins(
  db: Db,
  { guild, number, after }: Subject & { readonly after: Ultimatum },
  one: PlannedDelivery,
  now: RecordInstant,
): Promise<boolean> {
  const { post } = one;
  if (post.kind !== 'announcement') return false;
  const waiting = await db
    .selectFrom('delivery')
    .select(['id', 'channel', 'kind', 'subject', 'number', 'version', 'slot'])
    .where('guild', '=', guild)
    .where('number', '=', number)
    .where('channel', '=', one.channel)
    .where('kind', '=', 'announcement')
    .where('status', '=', 'pending')
    .where('slot', '!=', postKey(post).slot)
    .where('due', '>', now)
    // A row that was attempted may have been posted, so it is neither merged nor cancelled.
    .where('attempts', '=', 0)
    .execute();
  if (waiting.some((row) => row.slot === CARD_SLOT)) return true;
  const earlier = waiting.filter((row) => saidBy(after, post.entry, readPost(row))).map(({ id }) => id);
  if (earlier.length > 0) {
    await db.updateTable('delivery').set({ status: 'cancelled' }).where('id', 'in', earlier).execute();
  }
  return false;
}
