/** Kinds of post, in the order in which they go out when many are due. */
export const DELIVERY_KINDS = [
  'passed',
  'announcement',
  'milestone',
  'edit',
  'digest',
  'nudge',
  'board',
] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

/** Where a post waits to be sent. Unique per (channel, kind, subject, version, slot). */
export interface PlannedDelivery {
  readonly channel: string;
  readonly kind: DeliveryKind;
  /** `U-12` for posts about an ultimatum, `schedule-3` for a digest, `review` for a nudge, `board`. */
  readonly subject: string;
  /** Number of the ultimatum; null for digests, nudges and boards. */
  readonly number: number | null;
  /** The deadline version's number and delivery generation, `2.0`; of a board how often it was set; else `0`. */
  readonly version: string;
  /**
   * Which post of that version: `entry-3` for an announcement of entry 3, `days-7` or `hours-6` for a rung, `passed`,
   * `card` or `digest` for an edit (with the entry that caused it: `card-3`), `posted-7-3` for the edit of what row 7
   * posted, the fire's instant for a digest, the date
   * for a nudge; of a board `post`, `remove`, or the entry that caused its edit (`U-12.3`).
   */
  readonly slot: string;
  /** When it is to be posted, ms UTC of the record's clock; never earlier. */
  readonly due: number;
  /** When it is too late to be worth posting, ms UTC; null for posts that are always made. */
  readonly expires: number | null;
}

/** A row of the outbox. */
export interface Delivery extends PlannedDelivery {
  readonly id: number;
  readonly guild: string;
  readonly status: 'pending' | 'claimed' | 'sent' | 'skipped' | 'failed' | 'cancelled';
  /** Derived from the unique key, at most 25 characters: nonce and marker of the post. */
  readonly nonce: string;
  readonly attempts: number;
  /** Real ms UTC of the first attempt; null before it. */
  readonly attempted: number | null;
  /** When it was posted, skipped or given up, ms UTC of the record's clock; null while it is not. */
  readonly settled: number | null;
  readonly message: string | null;
  readonly failure: string | null;
}

/** What a look at the log can be narrowed to. */
export const LOG_SHOWN = ['all', 'posted', 'late', 'skipped', 'failed', 'waiting'] as const;
export type LogShown = (typeof LOG_SHOWN)[number];

/** Posted so much after it was due, ms, it says so: longer than any queue should make it wait. */
export const LATE_MS = 10 * 60_000;

/** The slot of the edit of what a row posted, because of an entry; `postedRow` reads the row's id back. */
export const editSlot = (row: number, entry: number): string => `posted-${row}-${entry}`;

/** Id of the row whose post an edit changes; null for edits of the card or a digest. */
export function postedRow(slot: string): number | null {
  const id = /^posted-(\d+)-\d+$/.exec(slot)?.[1];
  return id === undefined ? null : Number(id);
}
