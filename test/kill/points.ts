import { AsyncLocalStorage } from 'node:async_hooks';
import type { KyselyPlugin } from 'kysely';
import type { Wire } from '../../src/discord/wire.js';
import type { Delivery } from '../../src/domain/delivery.js';
import type { Settlement, Store } from '../../src/store/port.js';
import type { Target } from './orders.js';

interface Work {
  readonly name: string;
  readonly subject: string;
  statements: number;
}

/** Work of one transaction with several statements; the others are one statement each, and their ends are points. */
const TRANSACTIONS = new Set(['plan', 'expire', 'fire']);

/** The fault points a victim passes, in order, and the one at which it dies. */
export class Points {
  passed: Target[] = [];
  target: Target | null = null;
  readonly #work = new AsyncLocalStorage<Work>();

  /** At the target the process ends here and now: nothing after this line happens. */
  pass(point: string, subject: string): void {
    this.passed.push({ point, subject });
    const { target } = this;
    if (target?.point === point && target.subject === subject) process.kill(process.pid, 'SIGKILL');
  }

  /** Points before and after a piece of work; what is done within knows whose work it is. */
  async around<T>(name: string, subject: string, work: () => Promise<T>): Promise<T> {
    this.pass(`${name}: before`, subject);
    const done = await this.#work.run({ name, subject, statements: 0 }, work);
    this.pass(`${name}: after`, subject);
    return done;
  }

  /** A point within the work that is being done. */
  within<T>(name: string, work: () => Promise<T>): Promise<T> {
    return this.around(name, this.#work.getStore()?.subject ?? '', work);
  }

  /** A point after each statement of the work, the last one before its commit. */
  readonly statements: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: ({ result }) => {
      const work = this.#work.getStore();
      if (work !== undefined && TRANSACTIONS.has(work.name)) {
        work.statements += 1;
        this.pass(`${work.name}: statement ${work.statements}`, work.subject);
      }
      return Promise.resolve(result);
    },
  };
}

/** While one row is to be killed, those of other channels wait, so that each kill finds the state it is meant for. */
export class Turns {
  readonly #points: Points;
  readonly #rows = new Map<number, Delivery>();
  #first: { readonly row: Delivery; readonly settled: Promise<void>; readonly settle: () => void } | null =
    null;

  constructor(points: Points) {
    this.#points = points;
  }

  claimed(rows: readonly Delivery[]): void {
    for (const row of rows) this.#rows.set(row.id, row);
    const row = rows.find(({ nonce }) => nonce === this.#points.target?.subject);
    if (row === undefined) return;
    let settle: () => void = () => undefined;
    const settled = new Promise<void>((resolve) => (settle = resolve));
    this.#first = { row, settled, settle };
  }

  /** Also what is settled without being sent. */
  async wait(id: number): Promise<void> {
    const channel = this.#rows.get(id)?.channel;
    if (this.#first !== null && this.#first.row.channel !== channel) await this.#first.settled;
  }

  settled(id: number): void {
    if (this.#first?.row.id === id) this.#first.settle();
  }

  /** Ids may differ from world to world; nonces do not. */
  nonceOf(id: number): string {
    return this.#rows.get(id)?.nonce ?? `row ${id}`;
  }
}

/** A store whose every step of the outbox is a fault point. `name`: whose changes they are, a person's or the clock's. */
export function pointedStore(store: Store, points: Points, turns: Turns, name: 'plan' | 'expire'): Store {
  return {
    ...store,
    change: (guild, number, decide, changing) =>
      points.around(name, `U-${number ?? 'new'}`, () => store.change(guild, number, decide, changing)),
    expire: (guild, number, ...given) =>
      points.around('expire', `U-${number}`, () => store.expire(guild, number, ...given)),
    fire: (schedule, ...given) =>
      points.around('fire', `schedule-${schedule.id}`, () => store.fire(schedule, ...given)),
    async claim(wanted) {
      const claimed = await points.around('claim', '', () => store.claim(wanted));
      turns.claimed(claimed);
      return claimed;
    },
    async settle(id, settlement, now) {
      await turns.wait(id);
      await points.around('settle', turns.nonceOf(id), () => store.settle(id, settlement, now));
      turns.settled(id);
    },
    saveBoard: (guild, board) => points.within('board', () => store.saveBoard(guild, board)),
    releaseClaims: () => points.around('release', '', () => store.releaseClaims()),
  };
}

/** A wire whose every request of the courier is a fault point. */
export function pointedWire(wire: Wire, points: Points): Wire {
  return {
    get: (route, options) => points.within('read back', () => wire.get(route, options)),
    post: (route, options) => points.within('send', () => wire.post(route, options)),
    patch: (route, options) => points.within('edit', () => wire.patch(route, options)),
    put: (route, options) => wire.put(route, options),
    delete: (route, options) => wire.delete(route, options),
  };
}

type Send = (delivery: Delivery, now: number) => Promise<Settlement>;

/** What is sent, read and edited for a delivery is known by its nonce. */
export function pointedSend(send: Send, points: Points, turns: Turns): Send {
  return async (delivery, now) => {
    await turns.wait(delivery.id);
    return points.around('deliver', delivery.nonce, () => send(delivery, now));
  };
}
