/** The posts on their way: each waits for its slot, is sent, and is settled. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Delivery } from '../domain/delivery.js';
import type { StoredPost } from '../domain/post.js';
import { RefusedError } from '../domain/refusal.js';
import type { BeatStore, Claimed, Settlement } from '../store/port/index.js';
import { putAside, type AsideOptions } from './set-aside.js';
import { RateGate, type RateGateOptions } from './rate-gate.js';
import { Health, messageOf } from './health.js';
import { MINUTE } from '../domain/durations.js';
import { later, msBetween, type RecordInstant, type WallInstant } from '../domain/instant.js';

export interface SendDeps extends RateGateOptions, AsideOptions {
  readonly store: BeatStore;
  /**
   * Posts one claimed delivery; a row at which it throws is set aside. `pass` resolves when its request may be sent, `near`
   * shortly before.
   */
  readonly send: (
    delivery: Delivery,
    now: RecordInstant,
    pass: () => Promise<void>,
    near: () => Promise<void>,
  ) => Promise<Settlement>;
  readonly now: () => RecordInstant;
}

export const LEASE_MS = 30_000;
const RENEW_MS = 10_000;
/** A claim this near its end may be another's before the post is made. */
const SPARE_MS = 2000;
/** What looks like a mistake of ours may be an outage; the same row failing so often is not. */
const MISTAKES = 3;
/** Later than this, a post may have been overtaken by the next of its kind. */
const BACKLOG_MS = MINUTE;
const COLLAPSING: ReadonlySet<StoredPost['kind']> = new Set(['milestone', 'digest']);

/** A wait that keeps no process alive. */
const unheard = (ms: number) => pause(ms, undefined, { ref: false });

interface Held {
  readonly row: Claimed;
  /** Until when the row is this process's. */
  lease: WallInstant;
  /** Set before a request: the lease was nearly over, so another process may post the row. It is then left alone. */
  lost: boolean;
  /** Behind another of its channel, at the gate, or sent. */
  at: 'line' | 'gate' | 'discord';
}

/** What this process has claimed and not settled. Posts of one channel keep their order; none holds up another. */
export class InFlight {
  readonly #posting: SendDeps;
  readonly #gate: RateGate;
  /** By id; every row in it has a pending `#after` that takes it out. */
  readonly #held = new Map<number, Held>();
  /** By channel: resolves when its last row has ended. Never rejects. */
  readonly #tails = new Map<string, Promise<void>>();
  /** Called, and forgotten, whenever a row has ended. */
  #waiters: (() => void)[] = [];
  /** True while `#keep` renews leases; there is never more than one of it. */
  #keeping = false;

  constructor(
    posting: SendDeps,
    private readonly health = new Health(posting),
  ) {
    this.#posting = posting;
    this.#gate = new RateGate(posting);
  }

  get size(): number {
    return this.#held.size;
  }

  /** How many wait for nothing but their slot of the budget. */
  waiting(): number {
    const now = this.#posting.wallNow();
    const waits = ({ row, at }: Held) =>
      at === 'gate' || (at === 'line' && row.from !== undefined && row.from > now);
    return [...this.#held.values()].filter(waits).length;
  }

  /** Starts posting these. */
  add(rows: readonly Claimed[], lease: WallInstant): void {
    for (const row of rows) {
      const one: Held = { row, lease, lost: false, at: 'line' };
      this.#held.set(row.id, one);
      const before = this.#tails.get(row.channel) ?? Promise.resolve();
      const tail = this.#after(before, one);
      this.#tails.set(row.channel, tail);
      void this.#forget(row.channel, tail);
    }
    if (!this.#keeping) void this.#keep();
  }

  /** Renews for as long as anything is held. */
  async #keep(): Promise<void> {
    const { sleep = unheard } = this.#posting;
    this.#keeping = true;
    while (this.size > 0) {
      await sleep(RENEW_MS);
      if (this.size > 0) await this.renew();
    }
    this.#keeping = false;
  }

  /** Resolves when the next one has ended, at once when there is none. */
  async change(): Promise<void> {
    if (this.size > 0) await new Promise<void>((resolve) => void this.#waiters.push(resolve));
  }

  /** Resolves when all have ended. */
  async idle(): Promise<void> {
    while (this.size > 0) await this.change();
  }

  /** Extends the leases of rows in flight, except those that have ended: another process may hold them. */
  async renew(): Promise<void> {
    const { store, wallNow } = this.#posting;
    const lease = later(wallNow(), LEASE_MS);
    const mine = [...this.#held.values()].filter((one) => msBetween(wallNow(), one.lease) > SPARE_MS);
    const ids = mine.map(({ row }) => row.id);
    try {
      await store.renew(ids, lease);
      for (const one of mine) one.lease = lease;
      this.health.succeeded('renew');
    } catch (error) {
      this.health.failed('renew', error);
    }
  }

  /** Posts a row once the row before it in its channel has ended. Never rejects. */
  async #after(before: Promise<void>, held: Held): Promise<void> {
    await before;
    try {
      await this.#post(held);
      this.health.succeeded('send');
    } catch (error) {
      if (!held.lost) await this.#failed(held.row, error);
    }
    this.#ended(held.row);
  }

  async #post(held: Held): Promise<void> {
    this.#checkLease(held);
    held.at = 'gate';
    if (held.lost) return;
    const settlement = await settlementOf(this.#posting, held.row, {
      near: () => this.#gate.approach(this.#slotOf(held)),
      pass: () => this.#waitForSlot(held),
    });
    if (!held.lost) await this.#settle(held.row, settlement);
  }

  #slotOf({ row }: Held): WallInstant {
    return row.from ?? this.#posting.wallNow();
  }

  /** @throws where the lease is over by then: nothing may be sent */
  async #waitForSlot(held: Held): Promise<void> {
    await this.#gate.waitForSlot(this.#slotOf(held));
    held.at = 'discord';
    this.#checkLease(held);
    if (held.lost) throw new Error('its lease was over before it could be sent');
  }

  /** Where this process slept past a lease, whichever process holds the row by now posts it. */
  #checkLease(held: Held): void {
    held.lost = msBetween(this.#posting.wallNow(), held.lease) <= SPARE_MS;
  }

  async #settle(row: Claimed, settlement: Settlement): Promise<void> {
    const { store, now } = this.#posting;
    const mistake = settlement.kind === 'again' && settlement.mistake === true && row.attempts >= MISTAKES;
    if (mistake) return this.#putAside(row, null, new Error(`the bot failed ${MISTAKES} times`));
    await store.settle(row.id, settlement, now());
  }

  /** Without a database the row stays claimed until its lease is over; otherwise it is the row. */
  async #failed(row: Claimed, error: unknown): Promise<void> {
    if (error instanceof RefusedError) return this.health.failed('send', error);
    try {
      await this.#putAside(row, messageOf(error), error);
    } catch (second) {
      this.health.failed('send', second);
    }
  }

  async #putAside(
    { id: item, guild, channel, post }: Claimed,
    why: string | null,
    error: unknown,
  ): Promise<void> {
    const stage = post.kind === 'board' ? 'boards' : 'send';
    const kind = post.kind === 'board' ? 'board-failed' : 'post-failed';
    const reason = { kind: 'mistake', error: why } as const;
    const now = this.#posting.now();
    await putAside(this.#posting, { stage, guild, item, reason, now }, error, { kind, channel });
  }

  /** Nothing is behind it any more. */
  async #forget(channel: string, tail: Promise<void>): Promise<void> {
    await tail;
    if (this.#tails.get(channel) === tail) this.#tails.delete(channel);
  }

  #ended({ id }: Claimed): void {
    this.#held.delete(id);
    const waiters = this.#waiters;
    this.#waiters = [];
    for (const wake of waiters) wake();
  }
}

/** Why it had not been posted in time stays known. */
async function skipped(store: BeatStore, row: Claimed, kind: 'expired' | 'overtaken'): Promise<Settlement> {
  const closed = await store.closed(row.guild, row.channel);
  const earlier = closed?.reason ?? row.failure;
  return { kind: 'skipped', reason: { kind, earlier } };
}

async function settlementOf(
  { store, send, now }: SendDeps,
  row: Claimed,
  { near, pass }: Record<'near' | 'pass', () => Promise<void>>,
): Promise<Settlement> {
  const at = now();
  if (row.expires !== null && at >= row.expires) {
    return skipped(store, row, 'expired');
  }
  if (COLLAPSING.has(row.post.kind) && at - row.due >= BACKLOG_MS) {
    if ((await store.overtaking(row, at)) !== null) return skipped(store, row, 'overtaken');
  }
  return send(row, at, pass, near);
}
