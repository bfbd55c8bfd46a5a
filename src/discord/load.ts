import type { Delivery } from '../domain/delivery.js';
import { foldOrNull } from '../domain/fold.js';
import type { Schedule, Scope } from '../domain/guild.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import { localDate } from '../domain/when.js';
import type { ListFilter, Store } from '../store/port.js';
import { mayPing, type Digest, type Numbered, type RenderData } from './views/index.js';

const FIRST = 10;
const NUDGED = 10;

async function folds(store: Store, guild: string, numbers: readonly number[]): Promise<readonly Numbered[]> {
  const found: Numbered[] = [];
  for (const number of numbers) {
    const ultimatum = await store.ultimatum(guild, number);
    if (ultimatum !== null && ultimatum.hidden === null) found.push({ number, ultimatum });
  }
  return found;
}

const ofScope = (scope: Exclude<Scope, { kind: 'ultimatum' }>): Partial<ListFilter> => {
  if (scope.kind === 'issuer') return { issuer: scope.issuer };
  return scope.kind === 'tag' ? { tag: scope.tag } : {};
};

async function digestOfOne(
  store: Store,
  schedule: Schedule,
  number: number,
): Promise<Omit<Digest, 'on' | 'zone'>> {
  const all = await folds(store, schedule.guild, [number]);
  const count = (state: Ultimatum['state']) =>
    all.filter(({ ultimatum }) => ultimatum.state === state).length;
  const dated = all.filter(({ ultimatum }) => ultimatum.state === 'open' && ultimatum.inForce !== null);
  const undated = count('open') - dated.length;
  return { first: dated, dated: dated.length, undated, paused: count('suspended'), passed: count('passed') };
}

/** What a countdown says now; `on` heads it. */
async function digestOf(store: Store, schedule: Schedule, on: number): Promise<Digest> {
  const { guild, scope, zone } = schedule;
  if (scope.kind === 'ultimatum') return { on, zone, ...(await digestOfOne(store, schedule, scope.number)) };
  const list = (filter: Partial<ListFilter>) => store.list(guild, { ...ofScope(scope), limit: 1, ...filter });
  const dated = await list({ states: ['open'], undated: false, limit: FIRST });
  const first = await folds(
    store,
    guild,
    dated.rows.map((row) => row.number),
  );
  return {
    on,
    zone,
    first,
    dated: dated.total,
    undated: (await list({ states: ['open'], undated: true })).total,
    paused: (await list({ states: ['suspended'] })).total,
    passed: (await list({ states: ['passed'] })).total,
  };
}

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
