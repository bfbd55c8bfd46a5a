/** Publishes posts of announcement channels to the servers that follow them, within Discord's limits. */
import { DiscordAPIError, RateLimitError, Routes } from 'discord.js';
import type { Delivery } from '../domain/delivery.js';
import { HOUR, MINUTE } from '../domain/durations.js';
import type { Failure } from '../domain/failure.js';
import { msBetween, type RecordInstant, type WallInstant } from '../domain/instant.js';
import type { PublishPost } from '../domain/post.js';
import { PUBLISHED_AN_HOUR, publishes, publishingOf } from '../domain/publishing.js';
import type { SentMessage } from '../posting/prepare.js';
import type { PostLog, PublishingStore, Settlement } from '../store/port/index.js';
import { BoundedMap } from './bounded-map.js';
import { tellRefused, type NotifyDeps } from './notify-admins.js';
import { codeOf } from './response.js';
import type { RestClient } from './rest-client.js';

interface PublishDeps extends NotifyDeps {
  readonly store: NotifyDeps['store'] & PublishingStore & Pick<PostLog, 'delivery'>;
  readonly rest: Pick<RestClient, 'post'>;
  readonly wallNow: () => WallInstant;
}

export interface Publisher {
  /** The same settlement; of a sent post with its publishing, where the server wants that. */
  readonly withNext: (settlement: Settlement, delivery: Delivery, now: RecordInstant) => Promise<Settlement>;
  /** Publishes what another row posted. @throws what Discord answers otherwise */
  readonly publish: (
    delivery: Delivery,
    post: PublishPost,
    now: RecordInstant,
    waitForSlot: () => Promise<void>,
  ) => Promise<Settlement>;
  /** How an edit of a message ends that was published and edited too often of late; null where it may be made. */
  readonly heldBack: (
    delivery: Delivery,
    sent: SentMessage,
    now: RecordInstant,
  ) => Promise<Settlement | null>;
}

const ALREADY_PUBLISHED = 40033;
const MESSAGE_GONE = 10008;
const OTHER_CHANNEL_KIND = 50024;
/** Discord takes so many edits of a published message in an hour. */
const EDITS_AN_HOUR = 3;
const EDIT_WINDOW_MS = HOUR + MINUTE;
/** How long a channel that can't publish is left alone, ms: it may become an announcement channel. */
const LEFT_ALONE_MS = HOUR;
const MOST_REMEMBERED = 10_000;

const skipped = (kind: 'nothing-to-publish' | 'not-published-here'): Settlement => ({
  kind: 'skipped',
  reason: { kind },
});
const again = (due: RecordInstant, kind: 'too-many-published' | 'published-edits'): Settlement => ({
  kind: 'again',
  due,
  reason: { kind } satisfies Failure,
});

/** How a row ends that Discord refused to publish; null where it says nothing about publishing. */
function refusedPublishing(error: unknown, message: string, now: RecordInstant): Settlement | null {
  if (error instanceof RateLimitError && !error.global)
    return again(now + error.retryAfter, 'too-many-published');
  switch (error instanceof DiscordAPIError ? codeOf(error) : null) {
    case ALREADY_PUBLISHED:
      return { kind: 'sent', message };
    case MESSAGE_GONE:
      return skipped('nothing-to-publish');
    case OTHER_CHANNEL_KIND:
      return skipped('not-published-here');
    default:
      return null;
  }
}

/**
 * The publisher of a courier. Publishing the same message twice is an error of Discord's and does nothing, so that a row
 * can be tried again after any crash.
 */
export function createPublisher(deps: PublishDeps): Publisher {
  const { store, rest, wallNow } = deps;
  /** From when on publishing is tried again in channels that can't, record's ms UTC. */
  const leftAlone = new BoundedMap<string, RecordInstant>(MOST_REMEMBERED);

  /** Waits for its turn; what would be no news by then is left out, and those who manage the server are told. */
  async function postponed(row: Delivery, due: RecordInstant, now: RecordInstant): Promise<Settlement> {
    const wait = again(due, 'too-many-published');
    if (row.expires === null || due < row.expires) return wait;
    await tellRefused(row, { kind: 'left-unpublished', channel: row.channel }, now, deps);
    return { kind: 'skipped', reason: { kind: 'expired', earlier: { kind: 'too-many-published' } } };
  }

  async function crossposted(row: Delivery, message: string, now: RecordInstant): Promise<Settlement> {
    const { channel } = row;
    try {
      await rest.post(Routes.channelMessageCrosspost(channel, message));
      return { kind: 'sent', message };
    } catch (error) {
      const settlement = refusedPublishing(error, message, now);
      if (settlement === null) throw error;
      if (settlement.kind === 'again') return postponed(row, settlement.due, now);
      if (settlement.kind === 'skipped' && settlement.reason.kind === 'not-published-here')
        leftAlone.set(channel, now + LEFT_ALONE_MS);
      return settlement;
    }
  }

  return {
    async withNext(settlement, delivery, now) {
      if (settlement.kind !== 'sent' || settlement.message === null) return settlement;
      if ((leftAlone.get(delivery.channel) ?? now) > now) return settlement;
      const { publish } = await store.settings(delivery.guild);
      const next = publishingOf(delivery, publish, now);
      return next === null ? settlement : { ...settlement, next };
    },
    async publish(delivery, { of, row }, now, waitForSlot) {
      const { guild, channel, nonce } = delivery;
      const { publish: choice } = await store.settings(guild);
      const message = (await store.delivery(guild, row))?.message ?? null;
      if (message === null || !publishes(choice, of)) return skipped('nothing-to-publish');
      const most = PUBLISHED_AN_HOUR[of];
      const from = await store.takePublishing({ guild, channel, nonce, most, wallNow: wallNow() });
      if (from !== null) return postponed(delivery, now + Math.max(0, msBetween(wallNow(), from)), now);
      await waitForSlot();
      return crossposted(delivery, message, now);
    },
    async heldBack({ guild }, sent, now) {
      const edits = await store.editsOfPublished({ guild, ...sent }, now - EDIT_WINDOW_MS);
      const oldest = edits.at(-EDITS_AN_HOUR);
      return oldest === undefined ? null : again(oldest + EDIT_WINDOW_MS, 'published-edits');
    },
  };
}
