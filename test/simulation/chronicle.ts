import { CAPS } from '../../src/domain/caps.js';
import { replay } from '../../src/domain/corrections.js';
import type { Delivery } from '../../src/domain/delivery.js';
import type { Entry } from '../../src/domain/entry.js';
import type { DatedReading } from '../../src/domain/reading.js';
import type { Chain, Ultimatum } from '../../src/domain/ultimatum.js';
import type { Changed, ChangeOptions, Store } from '../../src/store/port/index.js';
import type { Scheduler } from './scheduler.js';
import type { Worker } from './worker.js';
import { numberOf } from '../../src/domain/post.js';
import { keyOf } from '../support/post-key.js';
import { wallMs } from '../../src/domain/instant.js';

/** An ultimatum after one change of it. */
export interface Chapter {
  /** The record's time at which it was decided, ms UTC. */
  readonly record: number;
  readonly after: Ultimatum;
  readonly appended: readonly Entry[];
  readonly changing: ChangeOptions;
}

/** A post at the moment at which it was handed to Discord. */
export interface Sending {
  readonly row: Delivery;
  readonly record: number;
  /** How many chapters its ultimatum had. */
  readonly chapters: number;
}

interface Claimed {
  readonly row: Delivery;
  /** When, by the record's clock. */
  readonly now: number;
  /** Until when it is the claimer's alone, real ms. */
  until: number;
}

/** How long a claim is the claimer's alone, ms of real time. */
const LEASE = 30_000;

/** A deadline in force, and how it stands with those targets that share it. */
export interface Standing {
  readonly key: string;
  readonly state: Chain['state'];
  readonly reading: DatedReading | null;
  readonly targets: readonly string[];
}

export function standingsOf({ chains }: Ultimatum): readonly Standing[] {
  return chains.map(({ inForce, state, targets }) => ({
    key: inForce === null ? '0' : `${inForce.number}.${inForce.delivery}`,
    state,
    reading: inForce?.reading ?? null,
    targets,
  }));
}

const drawn = (ultimatum: Ultimatum): string =>
  standingsOf(ultimatum)
    .map(({ key, state, targets }) => `${targets.join('+')} ${state} ${key}`)
    .join(', ');

/** What a pushed post may still say of an ultimatum, or why it may not be sent any more. */
function staleness(row: Delivery, ultimatum: Ultimatum): string | null {
  const { kind, version, slot } = keyOf(row);
  if (kind !== 'edit' && ultimatum.hidden !== null) return 'it is hidden';
  if (kind === 'announcement') {
    const seq = Number(slot.replace('entry-', ''));
    return replay(ultimatum.entries).some((entry) => entry.seq === seq) ? null : 'the entry was taken back';
  }
  if (kind !== 'milestone' && kind !== 'passed') return null;
  const state = kind === 'milestone' ? 'open' : 'passed';
  const stands = standingsOf(ultimatum).some((one) => one.state === state && one.key === version);
  return stands ? null : `it stands like this: ${drawn(ultimatum)}`;
}

/** Writes down what happens, and complains at once about what must never happen. */
export class Chronicle {
  readonly chapters = new Map<number, Chapter[]>();
  readonly sendings: Sending[] = [];
  readonly faults: string[] = [];
  /** Stretches of real time in which something was wrong, ends included. */
  readonly disturbed: (readonly [from: number, to: number])[] = [];
  /** The latest instant that the record's clock has shown. */
  #high = -Infinity;
  readonly #claimed = new Map<string, Claimed>();
  readonly #onItsWay = new Map<string, { readonly worker: Worker; readonly claimed: Claimed }>();

  constructor(
    private readonly scheduler: Scheduler,
    private readonly log: (what: string) => void,
  ) {}

  fault(what: string): void {
    this.log(`WRONG: ${what}`);
    this.faults.push(what);
  }

  /** Something is wrong from `before` ms before now to `after` ms after it. */
  disturb(before: number, after: number): void {
    const { real } = this.scheduler;
    this.disturbed.push([real - before, real + after]);
  }

  ultimatum(number: number): Ultimatum | null {
    return this.chapters.get(number)?.at(-1)?.after ?? null;
  }

  /** The store as everybody sees it: its calls are counted and what it changes and claims is written down. */
  observed(store: Store): Store {
    const { scheduler } = this;
    const watched: Store = {
      ...store,
      change: async (guild, number, decide, changing) => {
        const changed = await store.change(guild, number, decide, changing);
        if (changed.ok) await this.#chapter(store, guild, changed.value, changing);
        return changed;
      },
      expire: async (guild, number, decide, changing) => {
        const changed = await store.expire(guild, number, decide, changing);
        if (changed.ok) await this.#chapter(store, guild, changed.value, changing);
        return changed;
      },
      acceptProposal: async (guild, id, by, decide, options) => {
        const changed = await store.acceptProposal(guild, id, by, decide, options);
        if (changed.ok) await this.#chapter(store, guild, changed.value, options);
        return changed;
      },
      propose: async (proposal, consumes) => {
        const proposed = await store.propose(proposal, consumes);
        const waiting = await store.proposals(proposal.guild, 'proposed');
        const own = waiting.filter(({ by }) => by === proposal.by).length;
        if (own > CAPS.proposalsPerPerson) this.fault(`${own} proposals of ${proposal.by} wait`);
        return proposed;
      },
      claim: async (claim) => {
        const rows = await store.claim(claim);
        for (const row of rows)
          this.#claimed.set(row.nonce, { row, now: claim.now, until: wallMs(claim.wallNow) + LEASE });
        return rows;
      },
      renew: async (ids, leaseUntil) => {
        await store.renew(ids, leaseUntil);
        for (const one of this.#claimed.values())
          if (ids.includes(one.row.id)) one.until = wallMs(leaseUntil);
      },
    };
    return new Proxy(watched, {
      get: (target, key) => {
        const method: unknown = Reflect.get(target, key);
        if (typeof method !== 'function') return method;
        return (...given: unknown[]): Promise<unknown> =>
          scheduler.counted(() => Reflect.apply(method, target, given));
      },
    });
  }

  async #chapter(store: Store, guild: string, changed: Changed, changing: ChangeOptions): Promise<void> {
    const { number, after, appended } = changed;
    if (appended.length === 0) return;
    const known = this.chapters.get(number) ?? [];
    this.chapters.set(number, [...known, { record: changing.now, after, appended, changing }]);
    this.log(`U-${number} ${appended.map(({ event }) => event.kind).join(', ')}: ${drawn(after)}`);
    for (const row of await store.deliveries(guild, { number, status: 'pending', limit: 1000 })) {
      const { kind, slot, version } = keyOf(row);
      const why = kind === 'edit' ? null : staleness(row, after);
      if (why !== null) this.fault(`U-${number} ${kind} ${slot} of ${version} still waits: ${why}`);
    }
  }

  /** A worker hands a post to Discord. */
  sending(worker: Worker, nonce: string): void {
    const claimed = this.#claimed.get(nonce);
    if (claimed === undefined) return;
    const { row } = claimed;
    const { record, real } = this.scheduler;
    this.#high = Math.max(this.#high, record);
    const name = this.nameOf(nonce);
    const number = numberOf(row.post);
    const ultimatum = number === null ? null : this.ultimatum(number);
    const why = ultimatum === null ? null : staleness(row, ultimatum);
    if (why !== null) this.fault(`${name} was posted although ${why}`);
    if (row.due > this.#high) this.fault(`${name} was posted ${row.due - record} ms early`);
    if (row.expires !== null && claimed.now >= row.expires) this.fault(`${name} was posted after its grace`);
    const other = this.#onItsWay.get(nonce);
    const held = other !== undefined && other.worker.alive && real < other.claimed.until;
    if (held) this.fault(`${name} was sent twice at a time`);
    this.#onItsWay.set(nonce, { worker, claimed });
    const chapters = number === null ? 0 : (this.chapters.get(number)?.length ?? 0);
    this.sendings.push({ row, record, chapters });
  }

  answered(worker: Worker, nonce: string): void {
    if (this.#onItsWay.get(nonce)?.worker === worker) this.#onItsWay.delete(nonce);
  }

  /** A post by its nonce, for the trace. */
  nameOf(nonce: string): string {
    const row = this.#claimed.get(nonce)?.row;
    if (row === undefined) return '';
    const { subject, kind, slot, version } = keyOf(row);
    return `${subject} ${kind} ${slot} of ${version}`;
  }

  /** The record's clock was seen. */
  seen(): void {
    this.#high = Math.max(this.#high, this.scheduler.record);
  }
}
