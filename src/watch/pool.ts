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

/** What this process has claimed and not settled. */
export interface Pool {
  /** Starts posting these; posts of one channel keep their order, and a slow or dead channel holds up no other. */
  add(rows: readonly Claimed[], lease: number): void;
  readonly size: number;
  /** How many wait for their slot of the budget. */
  waiting(): number;
  /** Resolves when the next one has ended, at once when there is none. */
  change(): Promise<void>;
  /** Resolves when all have ended. */
  idle(): Promise<void>;
  /** Keeps what is held for another while. */
  renew(): Promise<void>;
}

export function createPool(posting: Posting): Pool {
  const { store, real, log, perSecond = 0 } = posting;
  const held = new Map<number, Held>();
  const tails = new Map<string, Promise<void>>();
  let waiters: (() => void)[] = [];
  let timer: NodeJS.Timeout | null = null;

  async function renew(): Promise<void> {
    const lease = real() + LEASE_MS;
    const mine = [...held.values()].filter((one) => one.lease - SPARE_MS > real());
    await store.renew(
      mine.map(({ row }) => row.id),
      lease,
    );
    for (const one of mine) one.lease = lease;
  }

  function ended(id: number): void {
    held.delete(id);
    if (held.size === 0 && timer !== null) {
      clearInterval(timer);
      timer = null;
    }
    const woken = waiters;
    waiters = [];
    for (const wake of woken) wake();
  }

  async function post(one: Held): Promise<void> {
    const { row } = one;
    try {
      await slot(posting, row.from ?? real());
      // Whoever has it now posts it; this process slept over its lease.
      if (one.lease - SPARE_MS <= real()) return;
      const settlement = await settlementOf(posting, row);
      await store.settle(row.id, settlement, posting.now());
    } catch (error) {
      log.error({ err: error, delivery: row.id }, 'a post could not be settled; it is looked at again');
    } finally {
      ended(row.id);
    }
  }

  function add(rows: readonly Claimed[], lease: number): void {
    for (const row of rows) {
      const one = { row, lease };
      held.set(row.id, one);
      const tail = (tails.get(row.channel) ?? Promise.resolve()).then(() => post(one));
      tails.set(row.channel, tail);
      void tail.then(() => {
        if (tails.get(row.channel) === tail) tails.delete(row.channel);
      });
    }
    if (held.size > 0) timer ??= setInterval(() => void renew().catch(failed), RENEW_MS).unref();
  }

  function failed(error: unknown): void {
    log.error({ err: error }, 'claims could not be renewed');
  }

  const change = () =>
    held.size === 0 ? Promise.resolve() : new Promise<void>((resolve) => void waiters.push(resolve));

  return {
    add,
    renew,
    get size() {
      return held.size;
    },
    waiting: () =>
      perSecond === 0 ? 0 : [...held.values()].filter(({ row }) => (row.from ?? 0) > real()).length,
    change,
    async idle() {
      while (held.size > 0) await change();
    },
  };
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
