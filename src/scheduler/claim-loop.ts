/** Claims due posts in batches, as long as there is room. */
import { setImmediate as breath } from 'node:timers/promises';
import { RefusedError } from '../domain/refusal.js';
import type { Claim, Claimed } from '../store/port/index.js';
import { putAside } from './set-aside.js';
import { messageOf } from './health.js';
import { LEASE_MS, type InFlight, type SendDeps } from './in-flight.js';
import { later, type RecordInstant } from '../domain/instant.js';

export interface ClaimLoopOptions extends SendDeps {
  /** Rows claimed at a time, at most. */
  readonly batch: number;
}

/** More in flight than this, and Discord does not answer. */
const MOST_IN_FLIGHT = 1000;
/** With so few waiting for their slot the next are claimed, so that no slot is left idle. */
const REFILL = 10;
/** For how long only rows are claimed, ms: what else falls due is looked at some ten times a second. */
const STRETCH_MS = 100;

/** Takes rows as long as there is room for them on their way. */
export class ClaimLoop {
  #stopped = false;

  constructor(
    private readonly options: ClaimLoopOptions,
    private readonly pool: InFlight,
  ) {}

  /** Nothing more is taken. */
  stop(): void {
    this.#stopped = true;
  }

  isFull(): boolean {
    const { perSecond = 0 } = this.options;
    return this.pool.size >= MOST_IN_FLIGHT || (perSecond > 0 && this.pool.waiting() > REFILL);
  }

  /** Full batches one after the other for a moment, of what is due at `at`, record's ms UTC; how many rows. */
  async claim(at: RecordInstant): Promise<number> {
    const { wallNow, batch } = this.options;
    const until = later(wallNow(), STRETCH_MS);
    let count = await this.#once(at);
    let all = count;
    while (count >= batch && wallNow() < until) {
      // Rows are handed over before more are claimed.
      await breath();
      count = await this.#once(at);
      all += count;
    }
    return all;
  }

  async #once(now: RecordInstant): Promise<number> {
    if (this.#stopped || this.isFull()) return 0;
    const { wallNow, batch, perSecond = 0 } = this.options;
    const limit = Math.min(Math.max(1, batch), MOST_IN_FLIGHT - this.pool.size);
    const leaseUntil = later(wallNow(), LEASE_MS);
    const claimed = await this.#claimed({ now, wallNow: wallNow(), leaseUntil, limit, perSecond });
    this.pool.add(claimed, leaseUntil);
    return claimed.length;
  }

  /** Rows that cannot be claimed do not keep the others from it: they are set aside, and the rest is claimed again. */
  async #claimed(claim: Claim): Promise<readonly Claimed[]> {
    const { store } = this.options;
    try {
      return await store.claim(claim);
    } catch (failure) {
      if (failure instanceof RefusedError) throw failure;
      const unclaimable = await store.unclaimable(claim);
      if (unclaimable.length === 0) throw failure;
      for (const { row, error } of unclaimable) {
        const { id: item, guild, channel } = row;
        const reason = { kind: 'row-damaged', error: messageOf(error) } as const;
        const poisoned = { stage: 'claim', guild, item, reason, now: claim.now } as const;
        await putAside(this.options, poisoned, error, { kind: 'post-stuck', channel });
      }
      return store.claim(claim);
    }
  }
}
