import { setTimeout as pause } from 'node:timers/promises';
import type { Delivery } from '../domain/delivery.js';
import type { Claimed, Settlement, Store } from '../store/port.js';

export interface Posting {
  readonly store: Store;
  /** Posts one claimed delivery; never throws. */
  readonly send: (delivery: Delivery, now: number) => Promise<Settlement>;
  /** The record's time, ms UTC. */
  readonly now: () => number;
  /** Real time, ms: for leases and the send budget. */
  readonly real: () => number;
  readonly log: { error(about: object, message: string): void };
  /** What Discord allows all processes together in a second; absent or 0: no matter how many. */
  readonly perSecond?: number;
  /** Waits so many ms of real time. */
  readonly sleep?: (ms: number) => Promise<unknown>;
}

export const LEASE_MS = 30_000;
const RENEW_MS = 10_000;
/** A claim this near its end may be another's before the post is made. */
const SPARE_MS = 2000;
/** A slot that was missed by more is given back: the others' come on time, and a second would hold too many. */
const LATE_SLOT_MS = 15;
const MOST_SLOTS = 3;
/** Later than this, a post may have been overtaken by the next of its kind. */
const BACKLOG_MS = 60_000;
const COLLAPSING: ReadonlySet<Delivery['kind']> = new Set(['milestone', 'digest']);

interface Held {
  readonly row: Claimed;
  lease: number;
}

/** What this process has claimed and not settled. Posts of one channel keep their order; none holds up another. */
export class Pool {
  readonly #posting: Posting;
  readonly #held = new Map<number, Held>();
  readonly #tails = new Map<string, Promise<void>>();
  #waiters: (() => void)[] = [];
  #timer: NodeJS.Timeout | null = null;

  constructor(posting: Posting) {
    this.#posting = posting;
  }

  get size(): number {
    return this.#held.size;
  }

  /** How many wait for their slot of the budget. */
  waiting(): number {
    const now = this.#posting.real();
    return [...this.#held.values()].filter(({ row }) => (row.from ?? 0) > now).length;
  }

  /** Starts posting these. */
  add(rows: readonly Claimed[], lease: number): void {
    for (const row of rows) {
      const one = { row, lease };
      this.#held.set(row.id, one);
      const before = this.#tails.get(row.channel) ?? Promise.resolve();
      this.#tails.set(row.channel, this.#after(before, one));
    }
    if (this.size === 0) return;
    this.#timer ??= setInterval(() => void this.renew(), RENEW_MS).unref();
  }

  /** Resolves when the next one has ended, at once when there is none. */
  async change(): Promise<void> {
    if (this.size > 0) await new Promise<void>((resolve) => void this.#waiters.push(resolve));
  }

  /** Resolves when all have ended. */
  async idle(): Promise<void> {
    while (this.size > 0) await this.change();
  }

  /** Keeps what is held for another while; what was held for too long may be another's by now. */
  async renew(): Promise<void> {
    const { store, real, log } = this.#posting;
    const lease = real() + LEASE_MS;
    const mine = [...this.#held.values()].filter((one) => one.lease - SPARE_MS > real());
    const ids = mine.map(({ row }) => row.id);
    try {
      await store.renew(ids, lease);
      for (const one of mine) one.lease = lease;
    } catch (error) {
      log.error({ err: error }, 'claims could not be renewed');
    }
  }

  async #after(before: Promise<void>, one: Held): Promise<void> {
    await before;
    const { store, real, log, now } = this.#posting;
    const { row } = one;
    try {
      await slot(this.#posting, row.from ?? real());
      // Whoever has it by now posts it: this process slept over its lease.
      if (one.lease - SPARE_MS > real()) {
        const settlement = await settlementOf(this.#posting, row);
        await store.settle(row.id, settlement, now());
      }
    } catch (error) {
      log.error({ err: error, delivery: row.id }, 'a post could not be settled; it is looked at again');
    }
    this.#ended(row);
  }

  #ended({ id, channel }: Claimed): void {
    this.#held.delete(id);
    const more = [...this.#held.values()].some(({ row }) => row.channel === channel);
    if (!more) this.#tails.delete(channel);
    if (this.size === 0 && this.#timer !== null) {
      clearInterval(this.#timer);
      this.#timer = null;
    }
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const wake of waiters) wake();
  }
}

/** Waits for the slot; one that was missed, because the process had something else to do, is exchanged. */
async function slot(posting: Posting, given: number): Promise<void> {
  const { store, real, perSecond = 0, sleep = pause } = posting;
  let from = given;
  for (let tries = 0; tries < MOST_SLOTS; tries += 1) {
    if (from > real()) await sleep(from - real());
    if (perSecond === 0 || real() - from <= LATE_SLOT_MS) return;
    from = await store.take(perSecond, real());
  }
}

async function settlementOf({ store, send, now }: Posting, row: Claimed): Promise<Settlement> {
  const at = now();
  const skipped = (reason: string) => ({ kind: 'skipped', reason }) as const;
  if (row.expires !== null && at >= row.expires) {
    return skipped('missed: it was too late to be worth posting');
  }
  if (COLLAPSING.has(row.kind) && at - row.due >= BACKLOG_MS) {
    const by = await store.overtaking(row, at);
    if (by !== null) return skipped(`collapsed into ${by}`);
  }
  return send(row, at);
}
