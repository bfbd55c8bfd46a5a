import type { Delivery } from '../domain/delivery.js';
import { foldOrNull } from '../domain/fold.js';
import type { ReminderPlan, Schedule } from '../domain/guild.js';
import { localDate } from '../domain/when.js';
import type { Store } from '../store/port/index.js';
import type { Turn } from './reminder-grouping.js';
import { comingUp, isTomorrow, mayPing, type Coming, type RenderData } from './views/index.js';
import { digestOf, folds } from './views/running.js';

const NUDGED = 10;

async function scheduleOf(store: Store, guild: string, subject: string): Promise<Schedule | null> {
  const id = Number(/^schedule-(\d+)$/.exec(subject)?.[1]);
  return (await store.schedules(guild)).find((one) => one.id === id) ?? null;
}

async function nudgeOf(store: Store, guild: string) {
  const { rows, total } = await store.list(guild, { states: ['passed'], limit: NUDGED });
  return {
    waiting: await folds(
      store,
      guild,
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
async function comingOf(store: Store, rungs: readonly Delivery[]): Promise<readonly Coming[]> {
  const coming: Coming[] = [];
  for (const { guild, number, version, slot } of rungs) {
    const ultimatum = number === null ? null : await store.ultimatum(guild, number);
    const one = ultimatum === null || number === null ? null : comingUp(number, ultimatum, version, slot);
    if (one !== null) coming.push(one);
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
  const { guild, number, kind } = delivery;
  const settings = await store.settings(guild);
  if (kind === 'nudge') return { ...NOTHING, zone: settings.zone, nudge: await nudgeOf(store, guild) };
  const digest = kind === 'digest' ? delivery : edited?.kind === 'digest' ? edited : null;
  if (digest !== null) {
    const schedule = await scheduleOf(store, guild, digest.subject);
    if (schedule === null) return null;
    return { ...NOTHING, zone: schedule.zone, digest: await digestOf(store, schedule, digest.due) };
  }
  const entries = number === null ? [] : await store.entries(guild, number);
  const ultimatum = foldOrNull(entries);
  if (ultimatum === null) return null;
  const rungs = turn?.kind === 'list' ? await comingOf(store, turn.rungs) : null;
  const people = await store.people(entries.flatMap(({ by }) => by ?? []));
  const ladder = (await store.ladders(guild)).find((one) => one.channel === delivery.channel);
  const news = rungs === null ? mayPing(delivery, ultimatum) : rungs.some(isTomorrow);
  const may = kind !== 'edit' && news;
  const ping = may ? await pingOf(store, delivery, ladder, now) : null;
  const zone = ladder?.zone ?? settings.zone;
  return { ...NOTHING, zone, ultimatum, people, ping, ...(rungs === null ? {} : { rungs }) };
}
