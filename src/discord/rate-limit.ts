/** Caps on how often somebody may do something, kept in memory. */
import { msBetween, type WallInstant } from '../domain/instant.js';

export interface RateLimitOptions {
  /** How many may come at once. */
  readonly capacity: number;
  /** After how many ms there is room for one more. */
  readonly refillMs: number;
  /** How many keys are remembered; who is forgotten begins anew. */
  readonly mostKeys?: number;
  readonly wallNow: () => WallInstant;
}

interface Bucket {
  readonly tokens: number;
  /** When the tokens were counted. */
  readonly at: WallInstant;
}

const MOST_KEYS = 10_000;

export class RateLimit {
  readonly #options: RateLimitOptions;
  /** The longest unused first. */
  readonly #buckets = new Map<string, Bucket>();

  constructor(options: RateLimitOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#buckets.size;
  }

  /** Whether one more of `key` is within the limit; if so it is counted. */
  allow(key: string): boolean {
    const { capacity, mostKeys = MOST_KEYS, wallNow } = this.#options;
    const now = wallNow();
    const tokens = this.#tokens(this.#buckets.get(key), now);
    const allowed = tokens >= 1;
    this.#buckets.delete(key);
    this.#buckets.set(key, { tokens: allowed ? tokens - 1 : tokens, at: now });
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > mostKeys && oldest !== undefined) this.#buckets.delete(oldest);
    return allowed && capacity >= 1;
  }

  /** A clock that jumps back takes nothing away. */
  #tokens(bucket: Bucket | undefined, now: WallInstant): number {
    const { capacity, refillMs } = this.#options;
    if (bucket === undefined) return capacity;
    const refilled = Math.max(0, msBetween(bucket.at, now)) / refillMs;
    return Math.min(capacity, bucket.tokens + refilled);
  }
}
