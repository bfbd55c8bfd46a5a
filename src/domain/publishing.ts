/** What is handed on to the servers that follow an announcement channel, and how much of it an hour. */
import type { Delivery, PlannedDelivery } from './delivery.js';
import { HOUR } from './durations.js';
import { PUBLISHING, type Publishing } from './guild.js';
import type { RecordInstant } from './instant.js';
import { numberOf, PUBLISHABLE, type PublishableKind, type StoredPost } from './post.js';

/** The least choice that publishes a kind. */
const PUBLISHED_FROM: Readonly<Record<PublishableKind, Publishing>> = {
  passed: 'passed',
  announcement: 'announcements',
  correction: 'announcements',
  milestone: 'reminders',
  digest: 'countdowns',
};

/**
 * How many posts of a channel may have been published in an hour for one more of a kind to be: of the ten that Discord
 * allows, the last ones are kept for what is more urgent.
 */
export const PUBLISHED_AN_HOUR: Readonly<Record<PublishableKind, number>> = {
  passed: 10,
  announcement: 8,
  correction: 8,
  milestone: 5,
  digest: 4,
};

/** Published later than this, a post is no news any more, ms. */
const PUBLISH_WITHIN_MS = 12 * HOUR;

const publishableKind = ({ kind }: StoredPost): PublishableKind | null =>
  PUBLISHABLE.find((one) => one === kind) ?? null;

/** Whether a server with this choice publishes posts of a kind. */
export function publishes(choice: Publishing, kind: PublishableKind): boolean {
  return PUBLISHING.indexOf(choice) >= PUBLISHING.indexOf(PUBLISHED_FROM[kind]);
}

/** The publishing of what a row has just posted; null where the server wants none. `now` is ms UTC of the record's clock. */
export function publishingOf(
  { id, post, channel }: Delivery,
  choice: Publishing,
  now: RecordInstant,
): PlannedDelivery | null {
  const of = publishableKind(post);
  if (of === null || !publishes(choice, of)) return null;
  const publish = { kind: 'publish', of, row: id, about: numberOf(post) } as const;
  return { post: publish, channel, due: now, expires: now + PUBLISH_WITHIN_MS };
}
