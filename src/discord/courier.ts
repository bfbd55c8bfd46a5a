/** Delivers claimed posts to Discord, each at most once, and says how each row ends. */
import { Routes } from 'discord.js';
import type { Delivery } from '../domain/delivery.js';
import type { BoardPost } from '../domain/post.js';
import { prepare, type Prepared, type SentMessage } from '../posting/prepare.js';
import type { CourierStore, Settlement } from '../store/port/index.js';
import { keepBoard } from './board.js';
import { Consequences, type ConsequenceOptions } from './consequence.js';
import type { View } from './command.js';
import { editPayload } from './payload.js';
import { createPublisher, type Publisher } from './publish.js';
import { createSendOnce, type SendOnce, type SendOptions } from './send-once.js';
import { edited } from './response.js';
import { keepEvent } from './scheduled-events.js';
import { safeError } from './safe-error.js';
import { TurnMissed } from './post-retry.js';
import type { Words } from '../wording/index.js';
import { postView } from './views/index.js';
import { beforeEachRequest, rateLimited, type RestClient } from './rest-client.js';
import { msBetween, type RecordInstant } from '../domain/instant.js';

export interface CourierOptions extends SendOptions, ConsequenceOptions {
  readonly store: CourierStore;
  /** The budget of all requests. A claimed row has a slot in it; each further request takes another. 0: no limit. */
  readonly requestsPerSecond: number;
  readonly words: Words;
  /** Where the public pages are served; null where they are not, or absent. */
  readonly publicUrl?: () => string | null;
}

export interface Courier {
  /**
   * Posts one claimed delivery, at most once; never throws. `now` is ms UTC of the record's clock. `waitForSlot` is
   * awaited just before the one request that the row has a slot for in the send budget, and `approachSlot` before the
   * post is drawn; without it, the post is drawn once its slot has come.
   */
  readonly send: (
    delivery: Delivery,
    now: RecordInstant,
    waitForSlot?: () => Promise<void>,
    approachSlot?: () => Promise<void>,
  ) => Promise<Settlement>;
}

/** When a row may be sent: `near` resolves shortly before, `come` then. */
type Slot = Record<'near' | 'come', () => Promise<void>>;

/** A post that waited longer than this since it was drawn is drawn again, ms. */
const STALE_MS = 250;

/**
 * Draws the post when its slot is near, so that it shows what was decided while the row waited, and is sent at the instant
 * that was given to it: what is read for it takes longer at one time than at another, and requests that bunch up are too
 * many for Discord.
 */
async function preparedInTime(
  options: CourierOptions,
  delivery: Delivery,
  now: RecordInstant,
  { near, come }: Slot,
): Promise<Prepared> {
  const { wallNow } = options;
  await near();
  const prepared = await prepare(options, delivery, now);
  const drawn = wallNow();
  if (near !== come) await come();
  return msBetween(drawn, wallNow()) > STALE_MS ? prepare(options, delivery, now) : prepared;
}

/** Updates a message that stands in a channel. */
async function editMessage(
  rest: RestClient,
  { channel, message }: SentMessage,
  view: View,
): Promise<Settlement> {
  edited(await rest.patch(Routes.channelMessage(channel, message), { body: editPayload(view) }));
  return { kind: 'sent', message };
}

/** Ends a row whose message an earlier attempt already posted. What can be done twice without harm is not looked for. */
async function alreadyPosted({ found }: SendOnce, delivery: Delivery): Promise<Settlement | null> {
  const message = delivery.post.kind === 'edit' ? null : await found(delivery);
  return message === null ? null : { kind: 'sent', message };
}

async function sendPrepared(
  { options: { rest, words }, publisher }: Pick<Sending, 'options' | 'publisher'>,
  { post }: SendOnce,
  delivery: Delivery,
  prepared: Prepared,
  now: RecordInstant,
): Promise<Settlement> {
  if (prepared.kind === 'settled') return prepared.settlement;
  const view = postView(words, prepared.post);
  if (prepared.kind === 'post') return post(delivery, view, prepared.post.ping);
  const heldBack = await publisher.heldBack(delivery, prepared.sent, now);
  return heldBack ?? editMessage(rest, prepared.sent, view);
}

/** What every row needs to be sent: the options, requests beyond the row's own, and what was restored from a backup. */
interface Sending {
  readonly options: CourierOptions;
  readonly more: RestClient;
  readonly publisher: Publisher;
  readonly readBackBefore: () => Promise<number | null>;
}

/** A board may be drawn before its slot comes: if it changes meanwhile, it is edited again. */
async function deliverBoard(
  { options, more, readBackBefore }: Sending,
  delivery: Delivery,
  board: BoardPost,
  now: RecordInstant,
  waitForSlot: () => Promise<void>,
): Promise<Settlement> {
  const rest = beforeEachRequest(options.rest, waitForSlot);
  const { found, post } = createSendOnce({ ...options, rest, more, readBackBefore });
  const once: typeof post = async (...given) => {
    const message = await found(delivery);
    return message === null ? post(...given) : { kind: 'sent', message };
  };
  return keepBoard({ ...options, rest, more, post: once }, delivery, board, now);
}

/**
 * The courier that draws a claimed post, sends it once, and says what became of it. All times are ms UTC of the
 * record.
 */
export function createCourier(options: CourierOptions): Courier {
  const { store } = options;
  const readBackBefore = askedOnce(() => store.readBackBefore());
  const publisher = createPublisher(options);
  const sending: Sending = { options, more: rateLimited(options.rest, options), publisher, readBackBefore };
  const consequences = new Consequences(options);

  async function deliver(delivery: Delivery, now: RecordInstant, slot: Slot): Promise<Settlement> {
    const { post } = delivery;
    const waitForSlot = slot.come;
    if (post.kind === 'board') return deliverBoard(sending, delivery, post, now, waitForSlot);
    if (post.kind === 'event') {
      const { publicUrl = () => null } = options;
      return keepEvent({ ...options, rest: sending.more, publicUrl, waitForSlot }, delivery, post, now);
    }
    if (post.kind === 'publish') return publisher.publish(delivery, post, now, waitForSlot);
    const sendOnce = createSendOnce({ ...options, more: sending.more, readBackBefore });
    const ended = await alreadyPosted(sendOnce, delivery);
    if (ended !== null) return ended;
    const prepared = await preparedInTime(options, delivery, now, slot);
    return sendPrepared(sending, sendOnce, delivery, prepared, now);
  }

  /** Ends the row without a request where Discord's answer is known already. */
  async function attempt(delivery: Delivery, now: RecordInstant, slot: Slot): Promise<Settlement> {
    const known = consequences.known(delivery, now);
    if (known !== null) return known;
    const closed = await store.closed(delivery.guild, delivery.channel);
    if (closed?.until != null && now < closed.until)
      return { kind: 'again', due: closed.until, reason: closed.reason };
    const settlement = await deliver(delivery, now, slot);
    if (settlement.kind === 'sent') consequences.sent(delivery);
    if (closed !== null && settlement.kind === 'sent') await reopen(options, delivery);
    return publisher.withNext(settlement, delivery, now);
  }

  return {
    async send(delivery, now, waitForSlot = () => Promise.resolve(), approachSlot?: () => Promise<void>) {
      const come = slotOrMissed(waitForSlot);
      try {
        return await attempt(delivery, now, { come, near: approachSlot ?? come });
      } catch (error) {
        return consequences.of(error, delivery, now);
      }
    },
  };
}

/** Marks a channel as open again. If this cannot be stored, the post stays sent and the next one tries again. */
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

/** Asks once and keeps the answer: it is about the time before this process, so it holds for all rows. */
function askedOnce(ask: () => Promise<number | null>): () => Promise<number | null> {
  let known: { readonly until: RecordInstant | null } | undefined;
  return async () => (known ??= { until: await ask() }).until;
}

/** Tells a slot that does not come from an error in the post itself. */
function slotOrMissed(waitForSlot: () => Promise<void>): () => Promise<void> {
  return async () => {
    try {
      await waitForSlot();
    } catch (error) {
      throw new TurnMissed('the slot to send it did not come', { cause: error });
    }
  };
}
