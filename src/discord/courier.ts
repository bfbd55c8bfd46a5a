import { Routes } from 'discord.js';
import type { Delivery } from '../domain/delivery.js';
import type { ClosedChannel, Settlement, Store } from '../store/port.js';
import type { Log } from './log.js';
import { keepBoard } from './board.js';
import { turnOf } from './crowd.js';
import { load } from './load.js';
import { editPayload } from './payload.js';
import { createPost, type Sending } from './post.js';
import { tellOf, tellRefused } from './telling.js';
import { settlementOf, troubleOf, type Trouble } from './trouble.js';
import { renderDelivery } from './views/index.js';
import { before, metered, type Wire } from './wire.js';

export interface CourierOptions extends Sending {
  /** A claimed row has its place in this budget; what more it needs is taken from it. 0: without a limit. */
  readonly requestsPerSecond: number;
  readonly store: Store;
  readonly log: Log;
  /** 0 to 1. */
  readonly random: () => number;
  /** The token is no longer valid. */
  readonly fatal: (reason: string) => void;
}

export interface Courier {
  /**
   * Posts one claimed delivery, at most once; never throws. `now` is the record's, ms UTC. `pass` is awaited just before
   * the one request that the row has its place in the send budget for.
   */
  readonly send: (delivery: Delivery, now: number, pass?: () => Promise<void>) => Promise<Settlement>;
}

/** What an edit replaces: the card, or the newest digest, as it was posted. */
async function edited(store: Store, { guild, channel, number, slot }: Delivery): Promise<Delivery | null> {
  if (slot.startsWith('digest-')) return store.lastSent(guild, channel, 'digest', null);
  if (number === null) return null;
  const posts = await store.deliveries(guild, { number, kind: 'announcement', status: 'sent', limit: 200 });
  return posts.find((post) => post.slot === 'entry-1' && post.message !== null) ?? null;
}

export function createCourier(options: CourierOptions): Courier {
  const { store } = options;
  const more = metered(options.rest, options);
  let stopped: Trouble | null = null;

  /** A board is looked at again until it is as wanted, so it may be drawn before its turn. */
  async function deliverBoard(delivery: Delivery, now: number, rest: Wire): Promise<Settlement> {
    const { found, post } = createPost({ ...options, rest, more });
    const once: typeof post = async (...given) => {
      const message = await found(delivery);
      return message === null ? post(...given) : { kind: 'sent', message };
    };
    return keepBoard({ ...options, rest, more, post: once }, delivery, now);
  }

  async function deliver(delivery: Delivery, now: number, pass: () => Promise<void>): Promise<Settlement> {
    const { rest } = options;
    if (delivery.kind === 'board') return deliverBoard(delivery, now, before(rest, pass));
    const { found, post } = createPost({ ...options, more });
    const message = delivery.kind === 'edit' ? null : await found(delivery);
    if (message !== null) return { kind: 'sent', message };
    // Its turn first: what was decided while it waited is in what is drawn then, and sent at once.
    await pass();
    const target = delivery.kind === 'edit' ? await edited(store, delivery) : null;
    if (delivery.kind === 'edit' && target?.message == null)
      return { kind: 'skipped', reason: 'nothing to edit' };
    const turn = delivery.kind === 'milestone' ? await turnOf(store, delivery, now) : null;
    if (turn?.kind === 'settled') return turn.settlement;
    const data = await load(store, delivery, now, { edited: target, turn });
    const view = data === null ? null : renderDelivery(delivery, data, now);
    if (view === null || data === null) return { kind: 'skipped', reason: 'nothing left to say' };
    if (target?.message == null) return post(delivery, view, data.ping);
    await rest.patch(Routes.channelMessage(target.channel, target.message), { body: editPayload(view) });
    return { kind: 'sent', message: target.message };
  }

  /** Without a request where it is known what Discord would say. */
  async function attempt(delivery: Delivery, now: number, pass: () => Promise<void>): Promise<Settlement> {
    if (stopped?.kind === 'fatal') return settlementOf(stopped, now);
    const closed = await store.closed(delivery.guild, delivery.channel);
    if (closed?.until != null && now < closed.until) return putOff(closed, closed.until);
    const settlement = await deliver(delivery, now, pass);
    if (closed !== null && settlement.kind === 'sent')
      await store.reopenChannel(delivery.guild, delivery.channel);
    return settlement;
  }

  return {
    async send(delivery, now, pass = () => Promise.resolve()) {
      try {
        return await attempt(delivery, now, pass);
      } catch (error) {
        const trouble = troubleOf(error, delivery.attempts, options.random());
        options.log.warn({ err: error, delivery: delivery.id, trouble: trouble.kind }, 'a post failed');
        if (trouble.kind === 'fatal') stopped ??= trouble;
        return consequence(options, delivery, trouble, now);
      }
    },
  };
}

const putOff = ({ reason }: ClosedChannel, due: number): Settlement => ({ kind: 'again', due, reason });

/** What else a failed send means, and how its row ends. Never throws: the row is then tried again. */
async function consequence(
  options: CourierOptions,
  delivery: Delivery,
  trouble: Trouble,
  now: number,
): Promise<Settlement> {
  const { store, log, real, fatal } = options;
  const { guild, channel } = delivery;
  const otherwise =
    trouble.kind === 'closed' ? ({ kind: 'again', pause: 60_000, reason: trouble.reason } as const) : trouble;
  try {
    if (trouble.kind === 'fatal') fatal(trouble.reason);
    if (trouble.kind === 'again' && trouble.everybody === true) await store.rest(trouble.pause, real());
    if (trouble.kind === 'refused' && trouble.tell !== undefined)
      await tellRefused(delivery, trouble.tell, now, options);
    if (trouble.kind !== 'closed') return settlementOf(trouble, now);
    const { reason, remedy, gone } = trouble;
    const closed = await store.closeChannel({ guild, channel, reason, remedy, gone, now });
    await tellOf(closed, options);
    return closed.until === null ? { kind: 'failed', reason } : { kind: 'again', due: closed.until, reason };
  } catch (error) {
    log.warn({ err: error, delivery: delivery.id }, 'what a failed post means could not be written down');
    return settlementOf(otherwise, now);
  }
}
