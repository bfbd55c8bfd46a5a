/** Finds the message that an edit updates. */
import type { Delivery } from '../domain/delivery.js';
import type { EditPost, StoredPost } from '../domain/post.js';
import type { PostLog, ServerStore } from '../store/port/index.js';

const MOST_ANNOUNCEMENTS = 200;

/** The announcement of the first entry, in whichever channel it was posted. */
async function cardOf(store: PostLog, guild: string, number: number): Promise<Delivery | null> {
  const filter = { number, kind: 'announcement', status: 'sent', limit: MOST_ANNOUNCEMENTS } as const;
  const sent = await store.deliveries(guild, filter);
  const isCard = (post: StoredPost) => post.kind === 'announcement' && post.entry === 1;
  return sent.find(({ post, message }) => isCard(post) && message !== null) ?? null;
}

const MOST_DIGESTS = 20;

/** The newest list of what runs in the channel: what is said of a past week stays as it is. */
async function newestList(
  store: PostLog & Pick<ServerStore, 'schedules'>,
  guild: string,
  channel: string,
): Promise<Delivery | null> {
  const last = await store.lastSent(guild, channel, 'digest');
  if (last === null) return null;
  const schedules = await store.schedules(guild);
  const weekly = new Set(schedules.filter(({ scope }) => scope.kind === 'week').map(({ id }) => id));
  const isList = ({ post }: Delivery) => post.kind === 'digest' && !weekly.has(post.schedule);
  if (isList(last)) return last;
  const filter = { channel, kind: 'digest', status: 'sent', newest: true, limit: MOST_DIGESTS } as const;
  const sent = await store.deliveries(guild, filter);
  return sent.find((row) => row.message !== null && isList(row)) ?? null;
}

/** The row whose message an edit updates: the card, the newest digest of the channel, or the row it names. */
export async function editTarget(
  store: PostLog & Pick<ServerStore, 'schedules'>,
  { guild, channel }: Delivery,
  edit: EditPost,
): Promise<Delivery | null> {
  switch (edit.of) {
    case 'digest':
      return newestList(store, guild, channel);
    case 'row':
      return store.delivery(guild, edit.row);
    case 'card':
    case 'linked':
      return cardOf(store, guild, edit.number);
  }
}
