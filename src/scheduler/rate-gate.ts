/** Makes each post wait for its slot. */
import { setTimeout as pause } from 'node:timers/promises';
import type { RequestBudget } from '../store/port/index.js';
import { later, msBetween, type WallInstant } from '../domain/instant.js';
import { isSlotMissed } from '../domain/send-slot.js';

export interface RateGateOptions {
  readonly store: Pick<RequestBudget, 'take'>;
  readonly wallNow: () => WallInstant;
  /** What Discord allows all processes together in a second; absent or 0: no matter how many. */
  readonly perSecond?: number;
  /** Whether no other process draws from the same budget; one that is late then disturbs nobody. */
  readonly alone?: boolean;
  /** Waits so many ms. */
  readonly sleep?: (ms: number) => Promise<unknown>;
}

/** So long before its slot a post is drawn: what is read for it takes now a little and now a little longer. */
const LEAD_MS = 100;
/** Of one process, a little below the limit; and a second of Discord's may be a little longer than ours. */
const OF_THE_LIMIT = 0.98;
const SECOND_MS = 1020;

/**
 * What a post passes just before it is sent. It waits for its slot; and since timers are late when the machine is busy,
 * what this process sent in the last second is counted once more.
 */
export class RateGate {
  readonly #on: RateGateOptions;
  readonly #most: number;
  #sent: WallInstant[] = [];

  constructor(gating: RateGateOptions) {
    this.#on = gating;
    this.#most = Math.max(1, Math.floor((gating.perSecond ?? 0) * OF_THE_LIMIT));
  }

  /** Resolves when the post should be drawn, so that it can be sent at the instant `slot`. */
  async approach(slot: WallInstant): Promise<void> {
    const { perSecond = 0 } = this.#on;
    await this.#until(() => (perSecond === 0 ? slot : later(slot, -LEAD_MS)));
  }

  /** Resolves when the post may be sent; `slot` is the instant it was given. */
  async waitForSlot(slot: WallInstant): Promise<void> {
    const { store, wallNow, perSecond = 0, alone = false } = this.#on;
    if (perSecond === 0) return this.#until(() => slot);
    let from = slot;
    for (let slots = 1; ; slots += 1) {
      await this.#until(() => from);
      if (alone || !isSlotMissed(msBetween(from, wallNow()), slots)) break;
      from = await store.take(perSecond, wallNow());
    }
    await this.#until(() => this.#room());
    this.#sent = [...this.#sent, wallNow()].slice(-this.#most);
  }

  /** When there is room for one more in the last second; null: at once. */
  #room(): WallInstant | null {
    const newest = this.#sent.at(-1);
    // A clock that was set back does not say how long ago they were sent.
    if (newest !== undefined && newest > this.#on.wallNow()) this.#sent = [];
    const [oldest] = this.#sent;
    return oldest === undefined || this.#sent.length < this.#most ? null : later(oldest, SECOND_MS);
  }

  /** Another may have been first by the time it wakes. A clock that is set back meanwhile holds nothing up. */
  async #until(instant: () => WallInstant | null): Promise<void> {
    const { wallNow, sleep = pause } = this.#on;
    let before = wallNow();
    for (let at = instant(); at !== null && at > before; at = instant()) {
      await sleep(msBetween(before, at));
      const now = wallNow();
      if (now < before) return;
      before = now;
    }
  }
}
