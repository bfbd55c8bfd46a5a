/** Discord's rate limits: one for the bot, one for each bucket. */
import type { Limits } from '../options.js';

const HOUR_MS = 3_600_000;

interface Window {
  used: number;
  endsAt: number;
}

/** A verdict on one request: the headers to send, and whether it was one too many. */
export interface Verdict {
  readonly headers: Record<string, string>;
  readonly refused?: { readonly retryAfter: number; readonly global: boolean };
}

/** Discord's two counters: one for the bot as a whole, one for each channel and kind of request. */
export class RateLimits {
  readonly #limits: Limits;
  readonly #now: () => number;
  readonly #global: Window = { used: 0, endsAt: 0 };
  readonly #buckets = new Map<string, Window>();

  constructor(limits: Limits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Count a request; `bucket` is undefined where only the limit of the whole bot applies. */
  take(bucket: string | undefined): Verdict {
    return this.#takeGlobal() ?? this.#takeBucket(bucket) ?? { headers: {} };
  }

  #takeGlobal(): Verdict | undefined {
    const { perSecond } = this.#limits;
    if (perSecond === 'off' || this.#enter(this.#global, perSecond, 1000)) return undefined;
    const retryAfter = this.#left(this.#global);
    return {
      headers: {
        'x-ratelimit-global': 'true',
        'x-ratelimit-scope': 'global',
        'retry-after': `${retryAfter}`,
      },
      refused: { retryAfter, global: true },
    };
  }

  /** Counts an edit of a published message; false where it is one too many. */
  takeEdit(messageId: string): boolean {
    const { published } = this.#limits;
    return published === 'off' || this.#enter(this.#window(`edited:${messageId}`), published.edits, HOUR_MS);
  }

  #window(bucket: string): Window {
    const window = this.#buckets.get(bucket) ?? { used: 0, endsAt: 0 };
    this.#buckets.set(bucket, window);
    return window;
  }

  #allowed(bucket: string): { readonly count: number; readonly perMs: number } | 'off' {
    const { perChannel, published } = this.#limits;
    if (!bucket.startsWith('publish:')) return perChannel;
    return published === 'off' ? 'off' : { count: published.posts, perMs: HOUR_MS };
  }

  #takeBucket(bucket: string | undefined): Verdict | undefined {
    if (bucket === undefined) return undefined;
    const allowed = this.#allowed(bucket);
    if (allowed === 'off') return undefined;
    const window = this.#window(bucket);
    const entered = this.#enter(window, allowed.count, allowed.perMs);
    const left = this.#left(window);
    const headers = {
      'x-ratelimit-limit': `${allowed.count}`,
      'x-ratelimit-remaining': `${allowed.count - window.used}`,
      'x-ratelimit-reset': (window.endsAt / 1000).toFixed(3),
      'x-ratelimit-reset-after': `${left}`,
      'x-ratelimit-bucket': bucketHash(bucket),
    };
    if (entered) return { headers };
    return {
      headers: { ...headers, 'x-ratelimit-scope': 'user', 'retry-after': `${left}` },
      refused: { retryAfter: left, global: false },
    };
  }

  #enter(window: Window, count: number, perMs: number): boolean {
    const now = this.#now();
    if (now >= window.endsAt) {
      window.used = 0;
      window.endsAt = now + perMs;
    }
    if (window.used >= count) return false;
    window.used += 1;
    return true;
  }

  /** Seconds until a window ends, to the millisecond. */
  #left(window: Window): number {
    return Math.max(window.endsAt - this.#now(), 1) / 1000;
  }
}

/** Discord names a bucket by the kind of request; the channel is the client's own part of the key. */
function bucketHash(bucket: string): string {
  return Buffer.from(bucket.split(':')[0] ?? '').toString('hex');
}
