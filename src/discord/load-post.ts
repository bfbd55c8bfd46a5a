/** Loads what a due post needs to be drawn. */
import type { Delivery } from '../domain/delivery.js';
import { foldOrNull } from '../domain/fold.js';
import type { ReminderPlan, Schedule } from '../domain/guild.js';
import { numberOf } from '../domain/post.js';
import { localDate } from '../domain/when.js';
import type { Store } from '../store/port/index.js';
import { recordOf } from '../store/port/guild.js';
import type { Turn } from '../posting/reminder-grouping.js';
import { isTomorrow, type ListedReminder } from '../wording/reminder-list.js';
import { comingUp, mayPing, type RenderData } from './views/index.js';
import { digestOf, folds } from './views/running.js';

const NUDGED = 10;

async function scheduleOf(store: Store, guild: string, id: number): Promise<Schedule | null> {
  return (await store.schedules(guild)).find((schedule) => schedule.id === id) ?? null;
}

async function nudgeOf(store: Store, guild: string) {
  const { rows, total } = await store.list(guild, { states: ['passed'], limit: NUDGED });
  return {
    waiting: await folds(
      recordOf(store, guild),
      rows.map((row) => row.number),
    ),
    total,
  };
}

/** The role to ping with it, at most once a day and channel; null for nobody. */
async function pingOf(
  store: Store,
  { channel, nonce }: Delivery,
  ladder: ReminderPlan | undefined,
  now: number,
) {
  if (ladder?.pingRole == null) return null;
  return (await store.takePing(channel, localDate(now, ladder.zone), nonce)) ? ladder.pingRole : null;
}

const NOTHING = { ultimatum: null, people: new Map(), digest: null, nudge: null, ping: null } as const;

interface Occasion {
  /** What an edit replaces. */
  readonly edited?: Delivery | null;
  /** How a rung is posted. */
  readonly turn?: Turn | null;
}

/** The rungs that a list tells of, those still to be said. */
async function comingOf(store: Store, rungs: readonly Delivery[]): Promise<readonly ListedReminder[]> {
  const coming: ListedReminder[] = [];
  for (const { guild, post } of rungs) {
    if (post.kind !== 'milestone') continue;
    const ultimatum = await store.ultimatum(guild, post.number);
    const reminder = ultimatum === null ? null : comingUp(ultimatum, post);
    if (reminder !== null) coming.push(reminder);
  }
  return coming;
}

/** What must be loaded to draw a delivery; null where what it is about is gone. */
export async function load(
  store: Store,
  delivery: Delivery,
  now: number,
  { edited = null, turn = null }: Occasion = {},
): Promise<RenderData | null> {
  const { guild, post } = delivery;
  const number = numberOf(post);
  const settings = await store.settings(guild);
  if (post.kind === 'nudge') return { ...NOTHING, zone: settings.zone, nudge: await nudgeOf(store, guild) };
  const digest = post.kind === 'digest' ? delivery : edited;
  if (digest?.post.kind === 'digest') {
    const schedule = await scheduleOf(store, guild, digest.post.schedule);
    if (schedule === null) return null;
    return {
      ...NOTHING,
      zone: schedule.zone,
      digest: await digestOf(recordOf(store, guild), schedule, digest.due),
    };
  }
  const entries = number === null ? [] : await store.entries(guild, number);
  const ultimatum = foldOrNull(entries);
  if (ultimatum === null) return null;
  const rungs = turn?.kind === 'list' ? await comingOf(store, turn.rungs) : null;
  const people = await store.people(entries.flatMap(({ by }) => by ?? []));
  const ladder = (await store.ladders(guild)).find((one) => one.channel === delivery.channel);
  const news = rungs === null ? mayPing(post, ultimatum) : rungs.some(isTomorrow);
  const may = post.kind !== 'edit' && news;
  const ping = may ? await pingOf(store, delivery, ladder, now) : null;
  const zone = ladder?.zone ?? settings.zone;
  return { ...NOTHING, zone, ultimatum, people, ping, ...(rungs === null ? {} : { rungs }) };
}
