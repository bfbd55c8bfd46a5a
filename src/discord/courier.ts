/** Sends a due post and returns how it ended. */
import { Routes } from 'discord.js';
import type { Delivery } from '../domain/delivery.js';
import type { BoardPost, EditPost, StoredPost } from '../domain/post.js';
import type { Settlement, Store } from '../store/port/index.js';
import { keepBoard } from './board.js';
import { Consequences, type ConsequenceOptions } from './consequence.js';
import type { View } from './command.js';
import { turnOf, type Turn } from '../posting/reminder-grouping.js';
import { load } from './load-post.js';
import { editPayload } from './payload.js';
import { createSendOnce, type SendOptions } from './send-once.js';
import { edited } from './response.js';
import { safeError } from './safe-error.js';
import { TurnMissed } from './post-errors.js';
import type { Words } from '../wording/index.js';
import { renderDelivery, type RenderData } from './views/index.js';
import { beforeEachRequest, rateLimited, type RestClient } from './rest-client.js';

export interface CourierOptions extends SendOptions, ConsequenceOptions {
  /** A claimed row has its place in this budget; what more it needs is taken from it. 0: without a limit. */
  readonly requestsPerSecond: number;
  readonly words: Words;
}

export interface Courier {
  /**
   * Posts one claimed delivery, at most once; never throws. `now` is the record's, ms UTC. `pass` is awaited just before
   * the one request that the row has its place in the send budget for.
   */
  readonly send: (delivery: Delivery, now: number, pass?: () => Promise<void>) => Promise<Settlement>;
}

/** What an edit replaces: the card, the newest digest, or what a row posted, as it was posted. */
async function targetOf(
  store: Store,
  { guild, channel }: Delivery,
  edit: EditPost,
): Promise<Delivery | null> {
  switch (edit.of) {
    case 'digest':
      return store.lastSent(guild, channel, 'digest');
    case 'row':
      return store.delivery(guild, edit.row);
    case 'card':
      return cardOf(store, guild, edit.number);
  }
}

/** The announcement of the first entry, wherever it was posted. */
async function cardOf(store: Store, guild: string, number: number): Promise<Delivery | null> {
  const sent = await store.deliveries(guild, { number, kind: 'announcement', status: 'sent', limit: 200 });
  const isCard = (post: StoredPost) => post.kind === 'announcement' && post.entry === 1;
  return sent.find(({ post, message }) => isCard(post) && message !== null) ?? null;
}

/** How a rung is posted, or how one that is edited was: alone, or in a list with others. */
async function turnFor(
  store: Store,
  delivery: Delivery,
  target: Delivery | null,
  now: number,
): Promise<Turn | null> {
  if (delivery.post.kind === 'milestone') return turnOf(store, delivery, now);
  if (target?.post.kind !== 'milestone') return null;
  const rungs = await store.rungList(target);
  return rungs.length === 0 ? null : { kind: 'list', rungs };
}

/** An edit of what a row posted draws that post again; of a hidden ultimatum, or where nothing of it is left, the tombstone. */
function drawn(
  words: Words,
  delivery: Delivery,
  target: Delivery | null,
  data: RenderData,
  now: number,
): View | null {
  const { post } = delivery;
  if (target === null || post.kind !== 'edit' || post.of !== 'row')
    return renderDelivery(words, delivery, data, now);
  const hidden = data.ultimatum?.hidden != null;
  const { rungs, ...alone } = data;
  if (hidden && (rungs === undefined || rungs.length === 0))
    return renderDelivery(words, delivery, alone, now);
  // Not late: it was due when it was posted.
  const { due } = delivery;
  return renderDelivery(words, { ...target, due }, rungs?.length === 0 ? alone : data, due);
}

export function createCourier(options: CourierOptions): Courier {
  const { store } = options;
  const more = rateLimited(options.rest, options);
  const consequences = new Consequences(options);
  const readBackBefore = askedOnce(() => store.readBackBefore());

  /** A board is looked at again until it is as wanted, so it may be drawn before its turn. */
  async function deliverBoard(
    delivery: Delivery,
    board: BoardPost,
    now: number,
    rest: RestClient,
  ): Promise<Settlement> {
    const { found, post } = createSendOnce({ ...options, rest, more, readBackBefore });
    const once: typeof post = async (...given) => {
      const message = await found(delivery);
      return message === null ? post(...given) : { kind: 'sent', message };
    };
    return keepBoard({ ...options, rest, more, post: once }, delivery, board, now);
  }

  async function deliver(delivery: Delivery, now: number, pass: () => Promise<void>): Promise<Settlement> {
    const { rest } = options;
    const { post: wanted } = delivery;
    if (wanted.kind === 'board') return deliverBoard(delivery, wanted, now, beforeEachRequest(rest, pass));
    const { found, post } = createSendOnce({ ...options, more, readBackBefore });
    const message = wanted.kind === 'edit' ? null : await found(delivery);
    if (message !== null) return { kind: 'sent', message };
    // Its turn first: what was decided while it waited is in what is drawn then, and sent at once.
    await pass();
    const target = wanted.kind === 'edit' ? await targetOf(store, delivery, wanted) : null;
    if (wanted.kind === 'edit' && target?.message == null)
      return { kind: 'skipped', reason: { kind: 'nothing-to-edit' } };
    const turn = await turnFor(store, delivery, target, now);
    if (turn?.kind === 'settled') return turn.settlement;
    const data = await load(store, delivery, now, { edited: target, turn });
    const view = data === null ? null : drawn(options.words, delivery, target, data, now);
    if (view === null || data === null) return { kind: 'skipped', reason: { kind: 'nothing-to-say' } };
    if (target?.message == null) return post(delivery, view, data.ping);
    const route = Routes.channelMessage(target.channel, target.message);
    edited(await rest.patch(route, { body: editPayload(view) }));
    return { kind: 'sent', message: target.message };
  }

  /** Without a request where it is known what Discord would say. */
  async function attempt(delivery: Delivery, now: number, pass: () => Promise<void>): Promise<Settlement> {
    const known = consequences.known(delivery, now);
    if (known !== null) return known;
    const closed = await store.closed(delivery.guild, delivery.channel);
    if (closed?.until != null && now < closed.until)
      return { kind: 'again', due: closed.until, reason: closed.reason };
    const settlement = await deliver(delivery, now, pass);
    if (settlement.kind === 'sent') consequences.sent(delivery);
    if (closed !== null && settlement.kind === 'sent') await reopen(options, delivery);
    return settlement;
  }

  return {
    async send(delivery, now, pass = () => Promise.resolve()) {
      try {
        return await attempt(delivery, now, turnBefore(pass));
      } catch (error) {
        return consequences.of(error, delivery, now);
      }
    },
  };
}

/** What was sent stays sent, also where this cannot be written down; the next post tries it again. */
async function reopen(
  { store, log }: Pick<CourierOptions, 'store' | 'log'>,
  { guild, channel }: Delivery,
): Promise<void> {
  try {
    await store.reopenChannel(guild, channel);
  } catch (error) {
    log.warn({ err: safeError(error), channel }, 'a channel could not be marked as open again');
  }
}

/** It is about what was before this process, so one answer holds for all rows. */
function askedOnce(ask: () => Promise<number | null>): () => Promise<number | null> {
  let known: { readonly until: number | null } | undefined;
  return async () => (known ??= { until: await ask() }).until;
}

/** A turn that does not come is no mistake in what was to be posted. */
function turnBefore(pass: () => Promise<void>): () => Promise<void> {
  return async () => {
    try {
      await pass();
    } catch (error) {
      throw new TurnMissed('its turn to be sent did not come', { cause: error });
    }
  };
}
