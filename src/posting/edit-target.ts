/** Finds the message that an edit updates. */
import type { Delivery } from '../domain/delivery.js';
import type { EditPost, StoredPost } from '../domain/post.js';
import type { PostLog } from '../store/port/index.js';

const MOST_ANNOUNCEMENTS = 200;

/** The announcement of the first entry, in whichever channel it was posted. */
async function cardOf(store: PostLog, guild: string, number: number): Promise<Delivery | null> {
  const filter = { number, kind: 'announcement', status: 'sent', limit: MOST_ANNOUNCEMENTS } as const;
  const sent = await store.deliveries(guild, filter);
  const isCard = (post: StoredPost) => post.kind === 'announcement' && post.entry === 1;
  return sent.find(({ post, message }) => isCard(post) && message !== null) ?? null;
}

/** The row whose message an edit updates: the card, the newest digest of the channel, or the row it names. */
export async function editTarget(
  store: PostLog,
  { guild, channel }: Delivery,
  edit: EditPost,
): Promise<Delivery | null> {
  switch (edit.of) {
    case 'digest':
      return store.lastSent(guild, channel, 'digest');
    case 'row':
      return store.delivery(guild, edit.row);
    case 'card':
    case 'linked':
      return cardOf(store, guild, edit.number);
  }
}
