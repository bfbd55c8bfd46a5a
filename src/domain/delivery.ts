/** Posts on their way: planned, waiting in the outbox, and what became of them. */
import { MINUTE } from './durations.js';
import type { Failure } from './failure.js';
import type { Post, StoredPost } from './post.js';
import type { RecordInstant, WallInstant } from './instant.js';

/** A post that is to be made. There is at most one for each channel and post. */
export interface PlannedDelivery {
  readonly post: Post;
  readonly channel: string;
  /** When it is to be posted, ms UTC of the record's clock; never earlier. */
  readonly due: RecordInstant;
  /** When it is too late to be worth posting, ms UTC; null for posts that are always made. */
  readonly expires: RecordInstant | null;
}

/** A row of the outbox. */
export interface Delivery extends Omit<PlannedDelivery, 'post'> {
  readonly post: StoredPost;
  readonly id: number;
  readonly guild: string;
  readonly status: 'pending' | 'claimed' | 'sent' | 'skipped' | 'failed' | 'cancelled';
  /** Derived from channel and post, at most 25 characters: nonce and marker of the message. */
  readonly nonce: string;
  readonly attempts: number;
  /** When it was first attempted; null before that. */
  readonly attempted: WallInstant | null;
  /** When it was posted, skipped or given up, ms UTC of the record's clock; null while it is not. */
  readonly settled: RecordInstant | null;
  readonly message: string | null;
  /** Why it was not posted, or not in time; null where nothing went wrong. */
  readonly failure: Failure | null;
}

/** What a look at the log can be narrowed to. */
export const LOG_SHOWN = ['all', 'posted', 'late', 'skipped', 'failed', 'waiting'] as const;
export type LogShown = (typeof LOG_SHOWN)[number];

/** A post that goes out this much after it was due says that it is late, ms. No queue should hold one for so long. */
export const LATE_MS = 10 * MINUTE;
