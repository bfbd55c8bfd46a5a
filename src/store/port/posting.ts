/** The port for posting. */
import type { BeatStage, StoreProblem } from '../../domain/database-fault.js';
import type { Decide } from '../../domain/decision.js';
import type { Delivery, PlannedDelivery } from '../../domain/delivery.js';
import type { ChannelProblem, Failure, Remedy } from '../../domain/failure.js';
import type { PostKind, StoredPost } from '../../domain/post.js';
import type { Schedule } from '../../domain/guild.js';
import type { Result } from '../../domain/refusal.js';
import type { Changed, ChangeOptions } from './record.js';

/** How a claimed delivery ended. */
export type Settlement =
  | { readonly kind: 'sent'; readonly message: string | null }
  | { readonly kind: 'skipped'; readonly reason: Failure }
  | { readonly kind: 'failed'; readonly reason: Failure }
  /** Try again at `due`, record's ms UTC. */
  | {
      readonly kind: 'again';
      readonly due: number;
      readonly reason: Failure;
      /** It is the row's own fault and not the weather's: it is set aside, and somebody is told. */
      readonly mistake?: true;
    };

/** A row that a stage cannot deal with. */
export interface Poisoned {
  readonly stage: BeatStage;
  readonly guild: string;
  /** The number of an ultimatum, the id of a schedule or of a delivery. */
  readonly item: number;
  /**
   * When it was due, ms UTC of the record's clock: with another instant it is no longer passed over. Absent of a
   * delivery, whose row says it.
   */
  readonly mark?: number;
  readonly reason: Failure;
  /** ms UTC of the record's clock. */
  readonly now: number;
}

/** A row that is passed over until it is tried again. */
export interface SetAside extends Omit<Poisoned, 'now'> {
  readonly mark: number;
  /** Since when, and until when it is passed over, ms UTC of the record's clock. */
  readonly since: number;
  readonly until: number;
  /** How often it has failed. */
  readonly tries: number;
  /** Whether somebody who can mend it has been told. */
  readonly told: boolean;
}

/** An open ultimatum whose deadline is over. */
export interface Lapsing {
  readonly guild: string;
  readonly number: number;
  /** `latest` of its deadline, ms UTC. */
  readonly passing: number;
}

/** A post that is written down only to say that it is not made. */
export interface Missed extends PlannedDelivery {
  readonly reason: Failure;
  /** When that was known, ms UTC of the record's clock. */
  readonly settled: number;
}

/** What a worker asks for. Instants of the record and of real time, ms. */
export interface Claim {
  readonly now: number;
  readonly real: number;
  readonly leaseUntil: number;
  readonly limit: number;
  /** What Discord allows all processes together in a second; absent or 0: no matter how many. */
  readonly perSecond?: number;
}

/** A row that is this worker's until its lease is over. */
export interface Claimed extends Delivery {
  /** The instant of real time from which it may be sent, ms; absent: at once. */
  readonly from?: number;
}

/** A channel in which the bot cannot post, for now or for good. */
export interface ChannelClosure {
  readonly guild: string;
  readonly channel: string;
  readonly why: ChannelProblem;
  readonly remedy: Remedy;
  /** Gone for good: what was to be posted there is given up. */
  readonly gone: boolean;
  /** ms UTC of the record's clock. */
  readonly now: number;
}

export interface ClosedChannel {
  readonly guild: string;
  readonly channel: string;
  /** Why, and what would mend it. */
  readonly reason: Failure;
  /** When posting there is tried again, ms UTC of the record's clock; null where it is gone. */
  readonly until: number | null;
  /** Discord id of whoever set up a countdown there; null where nobody did. */
  readonly author: string | null;
  /** Whether somebody who can mend it has been told. */
  readonly told: boolean;
}

/** Rows of one kind and status; `late` of them were posted ten minutes or more after they were due. */
export interface DeliveryCount {
  readonly kind: PostKind;
  readonly status: Delivery['status'];
  readonly count: number;
  readonly late: number;
}

/** Which rows of a server to look up; what is left out does not matter. */
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

/** What the beat and the courier ask for. */
export interface PostingStore {
  /**
   * The earliest instant at which anything is due (delivery, passing, schedule), ms UTC; null if nothing is. With `real`,
   * real ms, a dead claim whose lease is over then counts as well.
   */
  nextDue(real?: number): Promise<number | null>;
  /** Ultimatums open with `latest` ≤ now. */
  lapsing(now: number, limit: number): Promise<readonly Lapsing[]>;
  /** As `change`, and on a full disk in the room that is kept for the bot's own work. */
  expire(guild: string, number: number, decide: Decide, changing: ChangeOptions): Promise<Result<Changed>>;
  /** Running schedules with `next` ≤ now, and broken ones of channels that are to be tried again by then. */
  firing(now: number, limit: number): Promise<readonly Schedule[]>;
  /**
   * In one transaction: moves the schedule from `schedule.next` to `next`, adds its digest and what it missed; false if
   * another did.
   */
  fire(
    schedule: Schedule,
    next: number,
    digest: PlannedDelivery | null,
    missed: Missed | null,
  ): Promise<boolean>;
  /**
   * Up to `limit` due rows, the most urgent first, leased until `leaseUntil` (real ms). Expired leases are claimed
   * again. With `perSecond` no more than may be sent within a moment, spread over channels.
   */
  claim(claim: Claim): Promise<readonly Claimed[]>;
  /** After a claim failed: those of the due rows that cannot be claimed, each tried alone, with why. */
  unclaimable(claim: Claim): Promise<readonly { readonly row: Delivery; readonly error: unknown }[]>;
  /**
   * Has a row passed over, longer each time, up to a day; a schedule is `broken` with that reason as well. Not told yet
   * where it fails for another reason than before.
   */
  setAside(row: Poisoned): Promise<SetAside>;
  /** Somebody was told of it. */
  toldAside(row: Pick<SetAside, 'stage' | 'guild' | 'item'>): Promise<void>;
  /** Rows set aside until `now` (ms UTC of the record's clock; null: all) are no longer passed over. */
  retryAside(now: number | null): Promise<void>;
  /** What of a server is set aside at present. */
  asides(guild: string): Promise<readonly SetAside[]>;
  /** Called once a second or so: files are brought into order while nothing is written. */
  tidy(): Promise<void>;
  /** What is wrong with the database and the rows in it, for whoever hosts the bot; never throws. */
  problems(): Promise<readonly StoreProblem[]>;
  /**
   * The instant of the record, ms UTC, up to which rows that are due may have been posted by a life of the bot of which
   * this database knows nothing, as after a backup was restored; null where there is no such life.
   */
  readBackBefore(): Promise<number | null>;
  /** Claimed rows stay this worker's until `leaseUntil`, real ms. */
  renew(ids: readonly number[], leaseUntil: number): Promise<void>;
  /** One more request out of the budget of all processes: from when on it may be made, both real ms. */
  take(perSecond: number, real: number): Promise<number>;
  /** Nobody is given anything of the budget for the next `ms`. */
  rest(ms: number, real: number): Promise<void>;
  /** `at`: when it ended, ms UTC of the record's clock. */
  settle(id: number, settlement: Settlement, at: number): Promise<void>;
  /**
   * At start: where one process alone may have the store open (SQLite), claims can only be its own dead ones and are free
   * at once. Elsewhere they may be another's, and are free when their lease is over.
   */
  releaseClaims(): Promise<number>;
  /** A later post of the same kind about the same thing in the same channel that is due at `now` too; null if none is. */
  overtaking(delivery: Delivery, now: number): Promise<StoredPost | null>;
  /** The channel takes no posts; its countdowns are broken, its rows put off or given up. Longer each time. */
  closeChannel(closing: ChannelClosure): Promise<ClosedChannel>;
  closed(guild: string, channel: string): Promise<ClosedChannel | null>;
  /** It takes posts again: what was put off is due, its countdowns run on; false if it was open. */
  reopenChannel(guild: string, channel: string): Promise<boolean>;
  /** The channels of a server in which the bot cannot post. */
  closedChannels(guild: string): Promise<readonly ClosedChannel[]>;
  /** Closed channels of which nobody could be told. */
  untold(guild: string): Promise<readonly ClosedChannel[]>;
  /** Somebody was told; false if somebody was before. */
  told(guild: string, channel: string): Promise<boolean>;
  /** Whether the one ping of a channel and a day (ISO) is this post's, by its nonce; whoever asks first has it. */
  takePing(channel: string, day: string, nonce: string): Promise<boolean>;
  deliveries(guild: string, filter: DeliveryFilter): Promise<readonly Delivery[]>;
  /** One row of a server; null where there is none. */
  delivery(guild: string, id: number): Promise<Delivery | null>;
  /** The newest message sent of a kind in a channel, for edits. */
  lastSent(guild: string, channel: string, kind: PostKind): Promise<Delivery | null>;
  /** When the newest digest of each countdown was posted, record's ms UTC, by the countdown's id. */
  digestsPosted(guild: string): Promise<ReadonlyMap<number, number>>;
  /** How many rows of all servers there are of each kind and status. */
  counts(): Promise<readonly DeliveryCount[]>;
}
