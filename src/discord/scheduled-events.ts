/** Keeps the server's event of an ultimatum in line with its record: makes, changes, ends and deletes it. */
import { DiscordAPIError, Routes } from 'discord.js';
import type { Delivery } from '../domain/delivery.js';
import { HOUR, MINUTE } from '../domain/durations.js';
import { eventTimes } from '../domain/event-times.js';
import type { RecordInstant } from '../domain/instant.js';
import type { ScheduledEventPost } from '../domain/post.js';
import { publicAddress } from '../domain/public-page.js';
import { ultimatumId } from '../domain/ultimatum-id.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import type { GuildSettings } from '../domain/guild.js';
import { recordOf } from '../store/port/guild.js';
import type { EventStore, PostLog, RecordStore, ScheduledEvent, Settlement } from '../store/port/index.js';
import { eventTexts } from '../wording/scheduled-event.js';
import { clipped } from '../wording/typed.js';
import {
  createEvent,
  editEvent,
  findEvents,
  finishEvent,
  hashOfEvent,
  type EventContent,
  type FoundEvent,
} from './event-request.js';
import { tellRefused, type NotifyDeps } from './notify-admins.js';
import { codeOf } from './response.js';
import type { RestClient } from './rest-client.js';

export interface EventDeps extends NotifyDeps {
  readonly store: NotifyDeps['store'] & EventStore & RecordStore & Pick<PostLog, 'delivery'>;
  /** Each of its requests waits for its place in the send budget. */
  readonly rest: RestClient;
  /** Where the public pages are served; null where they are not. */
  readonly publicUrl: () => string | null;
  /** Resolves while the row is this process's. @throws once its lease is over */
  readonly waitForSlot: () => Promise<void>;
}

const LONGEST_LOCATION = 100;
const EVENT_GONE = 10070;
const EVENT_OVER = 180_000;
const TOO_MANY_EVENTS = 30038;
const FORBIDDEN = new Set([50001, 50013]);
/** A server that has as many events as Discord allows, or lets the bot make none, is looked at again after so long, ms. */
const LOOK_AGAIN_MS = 6 * HOUR;
/** Set in place of a hash where somebody deleted the event. */
const DELETED = 'deleted';

const skipped = (kind: 'event-unchanged' | 'event-deleted'): Settlement => ({
  kind: 'skipped',
  reason: { kind },
});
const again = (
  due: RecordInstant,
  kind: 'event-being-made' | 'too-many-events' | 'cannot-create-events',
): Settlement => ({ kind: 'again', due, reason: { kind } });
const sent = (message: string | null): Settlement => ({ kind: 'sent', message });

/** Whether Discord refused because the event is over or gone: then there is nothing left to change. */
const isOver = (error: unknown): boolean =>
  error instanceof DiscordAPIError && [EVENT_GONE, EVENT_OVER].includes(Number(codeOf(error)));

/** Waits for a request after which the event is no more: that it was so already is no error. */
async function unlessOver(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (!isOver(error)) throw error;
  }
}

/** What one look at the event of an ultimatum works with. */
interface EventLook {
  readonly deps: EventDeps;
  readonly delivery: Delivery;
  readonly post: ScheduledEventPost;
  readonly settings: GuildSettings;
  readonly ultimatum: Ultimatum;
  readonly now: RecordInstant;
}

/** The page of the ultimatum; where there is none or its address is too long, the server's name. */
async function locationOf({ deps, settings, post }: EventLook): Promise<string> {
  const [base, address] = [deps.publicUrl(), publicAddress(settings)];
  const page = `${base}/s/${encodeURIComponent(address ?? '')}/${ultimatumId(post.about)}`;
  if (base !== null && address !== null && page.length <= LONGEST_LOCATION) return page;
  const { name } = Object(await deps.rest.get(Routes.guild(settings.guild))) as { readonly name?: unknown };
  return clipped(String(name), LONGEST_LOCATION);
}

/** What the event should show; null where there should be none. */
async function contentOf(look: EventLook, marker: string): Promise<EventContent | null> {
  const { settings, ultimatum, now, post, deps } = look;
  const times = settings.events ? eventTimes(ultimatum, now) : null;
  if (times === null) return null;
  const about = { number: post.about, ultimatum, people: new Map(), now };
  return { ...times, ...eventTexts(deps.words, about, marker), location: await locationOf(look) };
}

const isInTime = ({ waitForSlot }: EventDeps): Promise<boolean> =>
  waitForSlot().then(
    () => true,
    () => false,
  );

/**
 * Makes an event. Two may have been made where a process slept past its lease and another one took the row over: whichever
 * of them comes last finds both and deletes the younger.
 * @throws where the row is no longer this process's
 */
async function makeOne(look: EventLook, marker: string, content: EventContent, isFirst: boolean) {
  const { deps, delivery, now } = look;
  const { rest, waitForSlot } = deps;
  const { guild } = delivery;
  await waitForSlot();
  const made = await createEvent(rest, guild, content, now);
  if (isFirst && (await isInTime(deps))) return made;
  const [eldest = made, ...others] = await findEvents(rest, guild, marker);
  for (const { event } of others) await unlessOver(rest.delete(Routes.guildScheduledEvent(guild, event)));
  await waitForSlot();
  return eldest;
}

/** Makes the event, unless an earlier attempt has: then it is found by its marker. */
async function make(look: EventLook, begun: ScheduledEvent, content: EventContent, isFirst: boolean) {
  const { deps, delivery, now } = look;
  const { guild } = delivery;
  const [found = null] = isFirst ? [] : await findEvents(deps.rest, guild, begun.marker);
  const { event, starts }: FoundEvent = found ?? (await makeOne(look, begun.marker, content, isFirst));
  await deps.store.saveEvent(guild, { ...begun, event, starts, shown: hashOfEvent(content) }, delivery.id);
  // What was found shows the record as it stood then.
  if (found !== null) await editEvent(deps.rest, guild, event, content, now);
  return sent(null);
}

/** Takes up the making of an event; the row that began it goes first for as long as it may still end it. */
async function takeUp(look: EventLook, before: ScheduledEvent): Promise<boolean> {
  const { deps, delivery } = look;
  if (before.maker === delivery.id) return true;
  const maker = await deps.store.delivery(delivery.guild, before.maker);
  if (maker?.status === 'pending' || maker?.status === 'claimed') return false;
  return deps.store.saveEvent(delivery.guild, { ...before, maker: delivery.id }, before.maker);
}

async function begin(look: EventLook, before: ScheduledEvent | null): Promise<Settlement> {
  const { deps, delivery, post, now } = look;
  const { guild, id: maker, nonce: marker } = delivery;
  if (before?.shown === DELETED && post.of !== 'settings') return skipped('event-deleted');
  const fresh = { number: post.about, marker, event: null, shown: null, starts: null, maker };
  if (before?.shown === DELETED) await deps.store.endEvent(guild, post.about);
  const begun = before === null || before.shown === DELETED ? fresh : { ...before, maker };
  const content = await contentOf(look, begun.marker);
  if (content === null)
    return before === null || before.shown === DELETED
      ? skipped('event-unchanged')
      : endUnknown(look, before);
  if (begun === fresh) {
    if (!(await deps.store.beginEvent(guild, fresh))) return again(now + MINUTE, 'event-being-made');
    return make(look, fresh, content, true);
  }
  if (before !== null && !(await takeUp(look, before))) return again(now + MINUTE, 'event-being-made');
  return make(look, begun, content, false);
}

/** Ends the event: of a hidden ultimatum, or where events were switched off, nothing is left of it. */
async function end({ deps, delivery, settings, ultimatum, post, now }: EventLook, event: ScheduledEvent) {
  const { guild } = delivery;
  const id = event.event ?? '';
  const isUnwanted = ultimatum.hidden !== null || !settings.events;
  const hasBegun = (event.starts ?? now) <= now;
  await unlessOver(
    isUnwanted
      ? deps.rest.delete(Routes.guildScheduledEvent(guild, id))
      : finishEvent(deps.rest, guild, id, hasBegun),
  );
  await deps.store.endEvent(guild, post.about);
  return sent(null);
}

/** Ends one of which nobody knows yet whether it was made. */
async function endUnknown(look: EventLook, begun: ScheduledEvent): Promise<Settlement> {
  const { deps, delivery, post } = look;
  const [found] = await findEvents(deps.rest, delivery.guild, begun.marker);
  if (found !== undefined) return end(look, { ...begun, ...found });
  await deps.store.endEvent(delivery.guild, post.about);
  return skipped('event-unchanged');
}

/** One that has begun and now lies ahead again can't be moved: it ends, and another one is made. */
async function change(look: EventLook, event: ScheduledEvent, content: EventContent): Promise<Settlement> {
  const { deps, delivery, now } = look;
  const { guild, id: maker } = delivery;
  if ((event.starts ?? now) <= now && content.starts > now) {
    await end(look, event);
    return begin(look, null);
  }
  const shown = hashOfEvent(content);
  if (shown === event.shown) return skipped('event-unchanged');
  try {
    await editEvent(deps.rest, guild, event.event ?? '', content, now);
  } catch (error) {
    if (!isOver(error)) throw error;
    await deps.store.saveEvent(guild, { ...event, event: null, shown: DELETED, maker }, event.maker);
    return skipped('event-deleted');
  }
  const starts = content.starts > now ? content.starts : event.starts;
  await deps.store.saveEvent(guild, { ...event, shown, starts }, event.maker);
  return sent(null);
}

async function kept(look: EventLook): Promise<Settlement> {
  const { deps, delivery, post } = look;
  const event = await deps.store.scheduledEvent(delivery.guild, post.about);
  if (event === null || event.event === null) return begin(look, event);
  const content = await contentOf(look, event.marker);
  return content === null ? end(look, event) : change(look, event, content);
}

const factOf = (guild: string) => `events refused ${guild}`;

/** Told once until it works again. */
async function tellOnce({ deps, delivery, now }: EventLook): Promise<void> {
  const { guild } = delivery;
  if ((await deps.store.fact(factOf(guild))) === 'told') return;
  await tellRefused({ guild, channel: guild }, { kind: 'cannot-create-events', channel: guild }, now, deps);
  await deps.store.saveFact(factOf(guild), 'told');
}

async function forgetTold({ deps, delivery }: EventLook): Promise<void> {
  const fact = factOf(delivery.guild);
  if ((await deps.store.fact(fact)) === 'told') await deps.store.saveFact(fact, '');
}

/**
 * Brings the event of an ultimatum into line. Nothing is made twice: what is about to be made is written down first, with
 * the marker by which a later attempt finds it. @throws what Discord answers otherwise
 */
export async function keepEvent(
  deps: EventDeps,
  delivery: Delivery,
  post: ScheduledEventPost,
  now: RecordInstant,
): Promise<Settlement> {
  const { guild } = delivery;
  const ultimatum = await recordOf(deps.store, guild).ultimatum(post.about);
  if (ultimatum === null) return skipped('event-unchanged');
  const look: EventLook = {
    deps,
    delivery,
    post,
    settings: await deps.store.settings(guild),
    ultimatum,
    now,
  };
  try {
    const settlement = await kept(look);
    if (settlement.kind === 'sent') await forgetTold(look);
    return settlement;
  } catch (error) {
    const code = error instanceof DiscordAPIError ? codeOf(error) : null;
    if (code === TOO_MANY_EVENTS) return again(now + LOOK_AGAIN_MS, 'too-many-events');
    if (code === null || !FORBIDDEN.has(code)) throw error;
    await tellOnce(look);
    return again(now + LOOK_AGAIN_MS, 'cannot-create-events');
  }
}
