/** Counts how often a bot identifies. */

/** How often a bot may identify. */
export interface IdentifyLimits {
  /** Identifies a day; Discord gives 1000. */
  readonly total: number;
  /** What is left of them at the start; all of them where nothing is said. */
  readonly remaining?: number;
  /** Until the day is over, ms. */
  readonly resetAfterMs?: number;
  /** How many shards may identify within five seconds; unlimited where nothing is said. */
  readonly maxConcurrency?: number;
}

/** What comes of an attempt to identify. */
export type Attempt = 'taken' | 'too-soon' | 'spent';

const DAY_MS = 86_400_000;
const CONCURRENCY_MS = 5000;

/** Counts the identifies of a day, and those of each five seconds. */
export class IdentifyCounter {
  readonly #limits: IdentifyLimits;
  readonly #now: () => number;
  readonly #lastOfKey = new Map<number, number>();
  #remaining: number;
  #resetAt: number;

  constructor(limits: IdentifyLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
    this.#remaining = limits.remaining ?? limits.total;
    this.#resetAt = now() + (limits.resetAfterMs ?? DAY_MS);
  }

  /** As `GET /gateway/bot` shows it. */
  toJson(): Record<string, number> {
    this.#renew();
    return {
      total: this.#limits.total,
      remaining: this.#remaining,
      reset_after: this.#resetAt - this.#now(),
      max_concurrency: this.#limits.maxConcurrency ?? 1,
    };
  }

  /** Counts an attempt. One that comes too soon costs nothing. */
  take(shardId: number): Attempt {
    this.#renew();
    if (this.#remaining <= 0) return 'spent';
    const { maxConcurrency } = this.#limits;
    if (maxConcurrency !== undefined) {
      const key = shardId % maxConcurrency;
      if (this.#now() - (this.#lastOfKey.get(key) ?? -Infinity) < CONCURRENCY_MS) return 'too-soon';
      this.#lastOfKey.set(key, this.#now());
    }
    this.#remaining -= 1;
    return 'taken';
  }

  #renew(): void {
    if (this.#now() < this.#resetAt) return;
    this.#remaining = this.#limits.total;
    this.#resetAt = this.#now() + DAY_MS;
  }
}
