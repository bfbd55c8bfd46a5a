/** The port for posts: claiming them, grouping them, and looking them up. */
import type { Delivery, LogShown, PlannedDelivery } from '../../domain/delivery.js';
import type { Failure } from '../../domain/failure.js';
import type { PostKind, StoredPost } from '../../domain/post.js';
import type { RecordInstant, WallInstant } from '../../domain/instant.js';

/** How a claimed delivery ended. */
export type Settlement =
  | {
      readonly kind: 'sent';
      readonly message: string | null;
      /** What is planned because it was sent, in the same transaction. */
      readonly next?: PlannedDelivery;
    }
  | { readonly kind: 'skipped'; readonly reason: Failure }
  | { readonly kind: 'failed'; readonly reason: Failure }
  /** Try again at `due`, record's ms UTC. */
  | {
      readonly kind: 'again';
      readonly due: RecordInstant;
      readonly reason: Failure;
      /** The row itself is at fault, not Discord: it is set aside, and somebody is told. */
      readonly mistake?: true;
    };

/** What a worker asks for. */
export interface Claim {
  readonly now: RecordInstant;
  readonly wallNow: WallInstant;
  readonly leaseUntil: WallInstant;
  readonly limit: number;
  /** What Discord allows all processes together in a second; absent or 0: no matter how many. */
  readonly perSecond?: number;
}

/** A row that is this worker's until its lease is over. */
export interface Claimed extends Delivery {
  /** From when on it may be sent; absent: at once. */
  readonly from?: WallInstant;
}

/** Rows of one kind and status; `late` of them were posted ten minutes or more after they were due. */
export interface DeliveryCount {
  readonly kind: PostKind;
  readonly status: Delivery['status'];
  readonly count: number;
  readonly late: number;
}

/** Which rows of a server to look up; a missing field does not filter. */
export interface DeliveryFilter {
  readonly number?: number;
  readonly channel?: string;
  readonly status?: Delivery['status'];
  readonly kind?: PostKind;
  /** Digests of this countdown only. */
  readonly schedule?: number;
  /** Orders by due instant with the last one first; by default the first one comes first. */
  readonly newest?: true;
  readonly limit: number;
}

/** Reminders of one channel, due in `[from, until)`, ms UTC of the record's clock. */
export interface ReminderDay {
  readonly guild: string;
  readonly channel: string;
  readonly from: RecordInstant;
  readonly until: RecordInstant;
}

/** The outbox as the beat works through it. */
export interface ClaimStore {
  /**
   * The earliest instant at which anything is due (delivery, passing, schedule); null if nothing is. With `wallNow` a dead
   * claim whose lease is over then counts as well.
   */
  nextDue(wallNow?: WallInstant): Promise<RecordInstant | null>;
  /**
   * Up to `limit` due rows, the most urgent first, leased until `leaseUntil`. Expired leases are claimed
   * again. With `perSecond` no more than may be sent within a moment, spread over channels.
   */
  claim(claim: Claim): Promise<readonly Claimed[]>;
  /** After a claim failed: those of the due rows that cannot be claimed, each tried alone, with why. */
  unclaimable(claim: Claim): Promise<readonly { readonly row: Delivery; readonly error: unknown }[]>;
  /** Claimed rows stay this worker's until `leaseUntil`. */
  renew(ids: readonly number[], leaseUntil: WallInstant): Promise<void>;
  /** `at`: when it ended, ms UTC of the record's clock. */
  settle(id: number, settlement: Settlement, at: RecordInstant): Promise<void>;
  /**
   * At start: where one process alone may have the store open (SQLite), claims can only be its own dead ones and are free
   * at once. Elsewhere they may be another's, and are free when their lease is over.
   */
  releaseClaims(): Promise<number>;
  /** A later post of the same kind about the same thing in the same channel that is due at `now` too; null if none is. */
  overtaking(delivery: Delivery, now: RecordInstant): Promise<StoredPost | null>;
  /**
   * The instant of the record, ms UTC, up to which rows that are due may have been posted by a life of the bot of which
   * this database knows nothing, as after a backup was restored; null where there is no such life.
   */
  readBackBefore(): Promise<RecordInstant | null>;
}

/** The reminders of a day that one list tells, and the one ping of a channel and a day. */
export interface GroupingStore {
  /** Reminders of a channel and a span of time that are to be posted and are part of no list. */
  unsentReminders(day: ReminderDay): Promise<readonly Delivery[]>;
  /** Makes them one list if they are too many; the first that is due posts it. */
  groupReminders(day: ReminderDay): Promise<void>;
  /** The list that a reminder is part of, the one that posts it first; empty where it is in none. */
  reminderGroup(reminder: Delivery): Promise<readonly Delivery[]>;
  /** Breaks up a list whose leader will not post it. */
  ungroupReminders(leader: number): Promise<void>;
  /** Whether the one ping of a channel and a day (ISO) is this post's, by its nonce; the first caller takes it. */
  takePing(channel: string, day: string, nonce: string): Promise<boolean>;
}

/** One more post of a channel that asks to be published. */
export interface PublishingTurn {
  readonly guild: string;
  readonly channel: string;
  /** Of the row that asks: asking again, after a crash, takes no second turn. */
  readonly nonce: string;
  /** How many of the channel may have been published within an hour for it to have a turn. */
  readonly most: number;
  readonly wallNow: WallInstant;
}

/** The two limits of Discord's on published posts. */
export interface PublishingStore {
  /** Takes a turn of the channel's hour; null where it has one, else from when on there is one. */
  takePublishing(turn: PublishingTurn): Promise<WallInstant | null>;
  /** When a published message was edited since `since`, record's ms UTC, oldest first; none of one that is not published. */
  editsOfPublished(
    at: { readonly guild: string; readonly channel: string; readonly message: string },
    since: RecordInstant,
  ): Promise<readonly RecordInstant[]>;
}

/** What became of posts, to look at and not to change. */
export interface PostLog {
  deliveries(guild: string, filter: DeliveryFilter): Promise<readonly Delivery[]>;
  /** One row of a server; null where there is none. */
  delivery(guild: string, id: number): Promise<Delivery | null>;
  /** The newest message sent of a kind in a channel, for edits. */
  lastSent(guild: string, channel: string, kind: PostKind): Promise<Delivery | null>;
  /** When the newest digest of each countdown was posted, record's ms UTC, by the countdown's id. */
  digestsPosted(guild: string): Promise<ReadonlyMap<number, RecordInstant>>;
  /** How many rows of all servers there are of each kind and status. */
  counts(): Promise<readonly DeliveryCount[]>;
  /** The delivery log of a server, newest first. Of waiting posts it has those that are due or were attempted. */
  log(
    guild: string,
    look: {
      readonly shown: LogShown;
      readonly channel?: string;
      /** Record's ms UTC. */
      readonly now: RecordInstant;
      readonly limit: number;
      readonly offset: number;
    },
  ): Promise<readonly Delivery[]>;
}

/** Posts, from the plan to the log. */
export interface PostStore extends ClaimStore, GroupingStore, PublishingStore, PostLog {}
