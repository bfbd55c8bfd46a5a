import { setTimeout as wait } from 'node:timers/promises';
import { Routes, type APIMessage, type RESTPostAPIChannelMessageResult } from 'discord.js';
import type { Delivery } from '../domain/delivery.js';
import type { Settlement, Store } from '../store/port.js';
import type { Hall, View } from './command.js';
import type { Log } from './dispatch.js';
import { load } from './load.js';
import { editPayload, messagePayload } from './payload.js';
import { settlementOf, troubleOf, type Trouble } from './trouble.js';
import { renderDelivery } from './views/index.js';
import type { Wire } from './wire.js';

export interface CourierOptions {
  /** Without repeats of its own: the rows are the queue. */
  readonly rest: Wire;
  readonly hall: Hall;
  readonly store: Store;
  readonly log: Log;
  /** Real time, ms: for pacing and for the age of nonces. */
  readonly real: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  readonly requestsPerSecond: number;
  /** The token is no longer valid. */
  readonly fatal: (reason: string) => void;
}

/** For how long Discord is trusted to remember a nonce: it says "a few minutes". */
const NONCE_MS = 60_000;
const READ_BACK = 100;

export interface Courier {
  /** Posts one claimed delivery, at most once; never throws. `now` is the record's, ms UTC. */
  readonly send: (delivery: Delivery, now: number) => Promise<Settlement>;
}

/** Requests are spread evenly over the second, so that any window of Discord's holds few enough. */
function pacer(perSecond: number, real: () => number): () => Promise<void> {
  const gap = perSecond === 0 ? 0 : 1000 / perSecond;
  let next = 0;
  return async () => {
    const now = real();
    const at = Math.max(now, next);
    next = at + gap;
    if (at > now) await wait(at - now);
  };
}

/** What an edit replaces: the card, or the newest digest, as it was posted. */
async function edited(store: Store, { guild, channel, number, slot }: Delivery): Promise<Delivery | null> {
  if (slot.startsWith('digest-')) return store.lastSent(guild, channel, 'digest', null);
  if (number === null) return null;
  const posts = await store.deliveries(guild, { number, kind: 'announcement', status: 'sent', limit: 200 });
  return posts.find((post) => post.slot === 'entry-1' && post.message !== null) ?? null;
}

const carries = (message: APIMessage, marker: string) =>
  JSON.stringify(message.components ?? []).includes(`:${marker}"`);

export function createCourier(options: CourierOptions): Courier {
  const { rest, hall, store, log, real, random } = options;
  const pace = pacer(options.requestsPerSecond, real);

  /** The message of this very delivery, if it was posted by an attempt that did not live to tell. */
  async function readBack({ channel, nonce }: Delivery): Promise<string | null> {
    await pace();
    // Without the right to read, Discord answers an empty list and not an error: it proves nothing.
    const missing = await hall.missingPermissions(channel);
    if (missing !== null && missing.length > 0) return null;
    await pace();
    const query = new URLSearchParams({ limit: String(READ_BACK) });
    const newest = (await rest.get(Routes.channelMessages(channel), { query })) as readonly APIMessage[];
    return newest.find((message) => carries(message, nonce))?.id ?? null;
  }

  async function post(delivery: Delivery, view: View, role: string | null): Promise<Settlement> {
    const { channel, nonce, attempts, attempted } = delivery;
    if (attempts > 1 && attempted !== null && real() - attempted > NONCE_MS) {
      const message = await readBack(delivery);
      if (message !== null) return { kind: 'sent', message };
    }
    await pace();
    const { body, files } = messagePayload(view, { role });
    const sent = (await rest.post(Routes.channelMessages(channel), {
      body: { ...body, nonce, enforce_nonce: true },
      files,
    })) as RESTPostAPIChannelMessageResult;
    return { kind: 'sent', message: sent.id };
  }

  async function deliver(delivery: Delivery, now: number): Promise<Settlement> {
    const target = delivery.kind === 'edit' ? await edited(store, delivery) : null;
    if (delivery.kind === 'edit' && target?.message == null)
      return { kind: 'skipped', reason: 'nothing to edit' };
    const data = await load(store, delivery, now, target);
    const view = data === null ? null : renderDelivery(delivery, data, now);
    if (view === null || data === null) return { kind: 'skipped', reason: 'nothing left to say' };
    if (target?.message == null) return post(delivery, view, data.ping);
    await pace();
    await rest.patch(Routes.channelMessage(target.channel, target.message), { body: editPayload(view) });
    return { kind: 'sent', message: target.message };
  }

  return {
    async send(delivery, now) {
      try {
        return await deliver(delivery, now);
      } catch (error) {
        const trouble = troubleOf(error, delivery.attempts, random());
        log.warn({ err: error, delivery: delivery.id, trouble: trouble.kind }, 'a post failed');
        try {
          await tell(options, delivery, trouble);
        } catch (again) {
          log.warn({ err: again, delivery: delivery.id }, 'nobody could be told');
        }
        return settlementOf(trouble, now);
      }
    },
  };
}

async function markBroken(store: Store, { guild, subject }: Delivery, reason: string): Promise<void> {
  const schedule = (await store.schedules(guild)).find((one) => `schedule-${one.id}` === subject);
  if (schedule !== undefined) await store.saveSchedule({ ...schedule, status: 'broken', broken: reason });
}

/** Who can mend it is told, once: the schedule is marked, and the admin channel gets a sentence that says what to do. */
async function tell(
  { store, hall, fatal }: CourierOptions,
  delivery: Delivery,
  trouble: Trouble,
): Promise<void> {
  if (trouble.kind === 'fatal') return fatal(trouble.reason);
  if (trouble.kind !== 'broken') return;
  await markBroken(store, delivery, trouble.reason);
  const { adminChannel } = await store.settings(delivery.guild);
  if (adminChannel === null || adminChannel === delivery.channel) return;
  const fact = `told ${delivery.channel} ${trouble.reason}`;
  if ((await store.fact(fact)) !== null) return;
  await store.saveFact(fact, 'told');
  const content = `Nothing can be posted in <#${delivery.channel}>: ${trouble.reason}. Give the bot View Channel, Send Messages and Read Message History there, then use /countdown resume.`;
  await hall.post(adminChannel, { content });
}
