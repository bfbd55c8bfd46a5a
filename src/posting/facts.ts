/** Loads the facts that a post is made of. */
import type { Delivery } from '../domain/delivery.js';
import { foldOrNull } from '../domain/fold.js';
import type { IncomingLink } from '../domain/outgoing.js';
import { numberOf, type Post } from '../domain/post.js';
import { narrowedTo, standingVersion } from '../domain/standing.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import type { PostSources, RecordStore, ServerStore } from '../store/port/index.js';
import { recordOf } from '../store/port/guild.js';
import type { Author } from '../wording/about.js';
import type { Digest } from '../wording/digest.js';
import type { ListedReminder } from '../wording/reminder-list.js';
import type { Week } from '../wording/week.js';
import type { Nudge } from './list-posts.js';
import { incomingLinks } from '../store/port/incoming.js';
import { digestOf, folds } from './running.js';
import { weekOf } from './week.js';
import type { RecordInstant } from '../domain/instant.js';

/** What the facts of every post include. */
interface ChannelFacts {
  /** IANA zone of the channel: that of its reminder plan or countdown, else the server's. */
  readonly zone: string;
  /** The role that posts in the channel may ping, a Discord id; null for none. */
  readonly pingRole: string | null;
}

export type UltimatumFacts = ChannelFacts & {
  readonly kind: 'ultimatum';
  readonly ultimatum: Ultimatum;
  /** Everyone named in its entries, by person key. */
  readonly people: ReadonlyMap<string, Author>;
  /** How others lead to it. */
  readonly incoming: readonly IncomingLink[];
};

export type ReminderFacts = ChannelFacts & {
  readonly kind: 'reminders';
  readonly reminders: readonly ListedReminder[];
};

/** What a post is made of. */
export type PostFacts =
  | UltimatumFacts
  | ReminderFacts
  | (ChannelFacts & { readonly kind: 'digest'; readonly digest: Digest })
  | (ChannelFacts & { readonly kind: 'week'; readonly week: Week })
  | (ChannelFacts & { readonly kind: 'nudge'; readonly nudge: Nudge });

type PostPlace = Pick<Delivery, 'guild' | 'channel'>;
type Reminder = Extract<Post, { readonly kind: 'milestone' }>;

const NUDGED = 10;

async function channelFacts(store: ServerStore, { guild, channel }: PostPlace): Promise<ChannelFacts> {
  const plan = (await store.reminderPlans(guild)).find((reminderPlan) => reminderPlan.channel === channel);
  const { zone } = plan ?? (await store.settings(guild));
  return { zone, pingRole: plan?.pingRole ?? null };
}

async function nudgeFacts(store: RecordStore & ServerStore, guild: string): Promise<PostFacts> {
  const { rows, total } = await store.list(guild, { states: ['passed'], limit: NUDGED });
  const numbers = rows.map((row) => row.number);
  const waiting = await folds(recordOf(store, guild), numbers);
  const { zone } = await store.settings(guild);
  return { kind: 'nudge', zone, pingRole: null, nudge: { waiting, total: total.count } };
}

/** What a countdown says; `due` heads it, ms UTC. Null where the countdown was removed. */
async function digestFacts(
  store: PostSources,
  guild: string,
  schedule: number,
  due: RecordInstant,
): Promise<PostFacts | null> {
  const countdown = (await store.schedules(guild)).find(({ id }) => id === schedule);
  if (countdown === undefined) return null;
  const { scope, zone } = countdown;
  const record = recordOf(store, guild);
  if (scope.kind === 'week')
    return { kind: 'week', zone, pingRole: null, week: await weekOf(record, zone, due) };
  return { kind: 'digest', zone, pingRole: null, digest: await digestOf(record, { scope, zone }, due) };
}

/** Everything about one ultimatum that a post in a channel may say; null where there is no record of it. */
export async function ultimatumFacts(
  store: PostSources,
  place: PostPlace,
  number: number,
): Promise<UltimatumFacts | null> {
  const entries = await store.entries(place.guild, number);
  const ultimatum = foldOrNull(entries);
  if (ultimatum === null) return null;
  const people = await store.people(entries.flatMap(({ by }) => by ?? []));
  const incoming = await incomingLinks(number, recordOf(store, place.guild));
  return { kind: 'ultimatum', ultimatum, people, incoming, ...(await channelFacts(store, place)) };
}

/** A reminder that still holds: its deadline runs and is the one in force. Null where it does not. */
export function runningReminder(
  ultimatum: Ultimatum,
  { number, version, offset }: Reminder,
): ListedReminder | null {
  const standing = standingVersion(ultimatum, version, 'open');
  if (standing === null) return null;
  return { number, ultimatum: narrowedTo(ultimatum, standing), version: standing, offset };
}

/** Those of the rows' reminders that still hold, for a list of them in a channel. */
export async function reminderFacts(
  store: PostSources,
  place: PostPlace,
  rows: readonly Delivery[],
): Promise<ReminderFacts> {
  const reminders: ListedReminder[] = [];
  for (const { guild, post } of rows) {
    if (post.kind !== 'milestone') continue;
    const ultimatum = await store.ultimatum(guild, post.number);
    const reminder = ultimatum === null ? null : runningReminder(ultimatum, post);
    if (reminder !== null) reminders.push(reminder);
  }
  return { kind: 'reminders', reminders, ...(await channelFacts(store, place)) };
}

/** What a row's own post is made of; null where the thing it is about is gone. */
export async function factsOf(store: PostSources, row: Delivery): Promise<PostFacts | null> {
  const { guild, post, due } = row;
  if (post.kind === 'nudge') return nudgeFacts(store, guild);
  if (post.kind === 'digest') return digestFacts(store, guild, post.schedule, due);
  const number = numberOf(post);
  return number === null ? null : ultimatumFacts(store, row, number);
}
