import type { RestClient } from '../../src/discord/rest-client.js';
import type { Delivery } from '../../src/domain/delivery.js';
import type { Settlement, Store } from '../../src/store/port/index.js';
import type { Points } from './points.js';

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

/** A store where everything that people do is a fault point, known by its press. */
export function pointedForPeople(store: Store, points: Points): Store {
  return {
    ...store,
    change: (guild, number, decide, options) =>
      points.around('plan', options.consumes?.press ?? '', () =>
        store.change(guild, number, decide, options),
      ),
    propose: (proposal, consumes) =>
      points.around('propose', consumes?.press ?? '', () => store.propose(proposal, consumes)),
    acceptProposal: (guild, id, by, decide, options) =>
      // Not its id: what PostgreSQL gave in a transaction that never ended it does not give again.
      points.around('accept', '', () => store.acceptProposal(guild, id, by, decide, options)),
    addSchedule: (schedule, consumes) =>
      points.around('countdown', consumes?.press ?? '', () => store.addSchedule(schedule, consumes)),
    saveSchedule: (schedule, consumes) =>
      points.around('countdown', consumes?.press ?? '', () => store.saveSchedule(schedule, consumes)),
    setUp: (rows, now, consumes) =>
      points.around('set up', consumes.press, () => store.setUp(rows, now, consumes)),
    addAliases: (aliases, consumes) =>
      points.around('merge', consumes?.press ?? '', () => store.addAliases(aliases, consumes)),
    // One that takes no other's place is one row, there or not.
    savePending: (pending, replaces) =>
      replaces === undefined
        ? store.savePending(pending)
        : points.around('keep', pending.key, () => store.savePending(pending, replaces)),
  };
}

/** A store whose every step of the outbox is a fault point. */
export function pointedStore(store: Store, points: Points, turns: Turns): Store {
  return {
    ...store,
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
    takePublishing: (turn) => points.within('publishing turn', () => store.takePublishing(turn)),
    beginEvent: (guild, event) => points.within('event begun', () => store.beginEvent(guild, event)),
    saveEvent: (...given) => points.within('event saved', () => store.saveEvent(...given)),
    endEvent: (...given) => points.within('event ended', () => store.endEvent(...given)),
    saveBoard: (guild, board) => points.within('board', () => store.saveBoard(guild, board)),
    releaseClaims: () => points.around('release', '', () => store.releaseClaims()),
    continuePlanning: () => points.around('continue', '', () => store.continuePlanning()),
  };
}

/** What a request does for which there is a point of its own. */
function nameOf(route: string, usual: string): string {
  if (route.endsWith('/crosspost')) return 'publish';
  return route.includes('/scheduled-events') ? `${usual} event` : usual;
}

/** A wire whose every request of the courier is a fault point. */
export function pointedWire(wire: RestClient, points: Points): RestClient {
  return {
    get: (route, options) => points.within(nameOf(route, 'read back'), () => wire.get(route, options)),
    post: (route, options) => points.within(nameOf(route, 'send'), () => wire.post(route, options)),
    patch: (route, options) => points.within(nameOf(route, 'edit'), () => wire.patch(route, options)),
    put: (route, options) => wire.put(route, options),
    delete: (route, options) => points.within(nameOf(route, 'delete'), () => wire.delete(route, options)),
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
