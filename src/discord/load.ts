import type { Delivery } from '../domain/delivery.js';
import { foldOrNull } from '../domain/fold.js';
import type { Schedule } from '../domain/guild.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import { localDate } from '../domain/when.js';
import type { Store } from '../store/port.js';
import { mayPing, type RenderData } from './views/index.js';
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

/** The role to ping, at most once a day and channel; null for nobody. */
async function pingOf(
  store: Store,
  delivery: Delivery,
  ultimatum: Ultimatum,
  now: number,
): Promise<string | null> {
  const { guild, channel } = delivery;
  const ladder = (await store.ladders(guild)).find((one) => one.channel === channel);
  if (ladder?.pingRole == null || !mayPing(delivery, ultimatum)) return null;
  const fact = `pinged ${channel}`;
  const today = localDate(now, ladder.zone);
  const last = await store.fact(fact);
  if (last !== null && last !== `${today} ${delivery.nonce}` && last.startsWith(today)) return null;
  await store.saveFact(fact, `${today} ${delivery.nonce}`);
  return ladder.pingRole;
}

const NOTHING = { ultimatum: null, people: new Map(), digest: null, nudge: null, ping: null } as const;

/** What must be loaded to draw a delivery; null where what it is about is gone. `edited` is what an edit replaces. */
export async function load(
  store: Store,
  delivery: Delivery,
  now: number,
  edited: Delivery | null = null,
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
  const people = await store.people(entries.flatMap(({ by }) => by ?? []));
  const ladder = (await store.ladders(guild)).find((one) => one.channel === delivery.channel);
  const ping = kind === 'edit' ? null : await pingOf(store, delivery, ultimatum, now);
  return { ...NOTHING, zone: ladder?.zone ?? settings.zone, ultimatum, people, ping };
}
