import type { Schedule, Scope } from '../../domain/guild.js';
import { RefusedError } from '../../domain/refusal.js';
import type { State } from '../../domain/ultimatum.js';
import type { ListFilter, Store } from '../../store/port/index.js';
import type { BoardContent } from './board.js';
import type { Counts, Digest, Numbered } from './digest.js';

/** As many as a digest shows. */
const FIRST = 10;

type Reading = Pick<Store, 'ultimatum' | 'list'>;

/** Null also for one that cannot be read: a list goes without it, and is not lost to it. */
async function readable(store: Pick<Store, 'ultimatum'>, guild: string, number: number) {
  try {
    return await store.ultimatum(guild, number);
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    return null;
  }
}

/** Those of the numbers that may be seen, in their order. */
export async function folds(
  store: Pick<Store, 'ultimatum'>,
  guild: string,
  numbers: readonly number[],
): Promise<readonly Numbered[]> {
  const found: Numbered[] = [];
  for (const number of numbers) {
    const ultimatum = await readable(store, guild, number);
    if (ultimatum !== null && ultimatum.hidden === null) found.push({ number, ultimatum });
  }
  return found;
}

async function ofOne(store: Reading, guild: string, number: number): Promise<Counts> {
  const all = await folds(store, guild, [number]);
  const only = (state: State) => all.filter(({ ultimatum }) => ultimatum.state === state);
  const open = only('open');
  const dated = open.filter(({ ultimatum }) => ultimatum.inForce !== null);
  return {
    first: dated,
    dated: dated.length,
    undated: open.length - dated.length,
    paused: only('suspended').length,
    passed: only('passed').length,
  };
}

function narrowed(scope: Exclude<Scope, { kind: 'ultimatum' }>): Partial<ListFilter> {
  if (scope.kind === 'issuer') return { issuer: scope.issuer };
  return scope.kind === 'tag' ? { tag: scope.tag } : {};
}

/** What runs in a scope now: the soonest ten, and how many there are of each kind. */
async function countsOf(store: Reading, guild: string, scope: Scope): Promise<Counts> {
  if (scope.kind === 'ultimatum') return ofOne(store, guild, scope.number);
  const list = (filter: Partial<ListFilter>) =>
    store.list(guild, { ...narrowed(scope), limit: 1, ...filter });
  const dated = await list({ states: ['open'], undated: false, limit: FIRST });
  const numbers = dated.rows.map((row) => row.number);
  return {
    first: await folds(store, guild, numbers),
    dated: dated.total,
    undated: (await list({ states: ['open'], undated: true })).total,
    paused: (await list({ states: ['suspended'] })).total,
    passed: (await list({ states: ['passed'] })).total,
  };
}

/** What a countdown says now, posted or previewed; `on` heads it, ms UTC. */
export async function digestOf(
  store: Reading,
  { guild, scope, zone }: Pick<Schedule, 'guild' | 'scope' | 'zone'>,
  on: number,
): Promise<Digest> {
  return { on, zone, ...(await countsOf(store, guild, scope)) };
}

const WAITING = 5;

/** What a board shows now: everything that runs, and the longest waiting of what has passed. */
export async function boardOf(store: Reading, guild: string): Promise<BoardContent> {
  const { rows } = await store.list(guild, { states: ['passed'], limit: WAITING });
  const numbers = rows.map((row) => row.number);
  return {
    ...(await countsOf(store, guild, { kind: 'all' })),
    waiting: await folds(store, guild, numbers),
  };
}
