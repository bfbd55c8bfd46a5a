/** Counts what runs in a server: for digests, boards and nudges. */
import type { Scope } from '../domain/guild.js';
import { RefusedError } from '../domain/refusal.js';
import type { State } from '../domain/state.js';
import type { GuildRecord } from '../store/port/guild.js';
import type { ListFilter } from '../store/port/index.js';
import type { Numbered } from '../wording/about.js';
import type { BoardContent } from '../wording/board.js';
import type { Counts, Digest } from '../wording/digest.js';

/** As many as a digest shows. */
const FIRST = 10;

type RecordReader = Pick<GuildRecord, 'ultimatum' | 'list'>;

/** Null also for one that cannot be read: a list goes without it, and is not lost to it. */
async function readable(record: Pick<GuildRecord, 'ultimatum'>, number: number) {
  try {
    return await record.ultimatum(number);
  } catch (error) {
    if (error instanceof RefusedError) throw error;
    return null;
  }
}

/** Those of the numbers that may be seen, in their order. */
export async function folds(
  record: Pick<GuildRecord, 'ultimatum'>,
  numbers: readonly number[],
): Promise<readonly Numbered[]> {
  const found: Numbered[] = [];
  for (const number of numbers) {
    const ultimatum = await readable(record, number);
    if (ultimatum !== null && ultimatum.hidden === null) found.push({ number, ultimatum });
  }
  return found;
}

async function ofOne(record: RecordReader, number: number): Promise<Counts> {
  const all = await folds(record, [number]);
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

/** What a list of what runs can be narrowed to. */
type RunningScope = Exclude<Scope, { readonly kind: 'week' }>;

function narrowed(scope: Exclude<RunningScope, { kind: 'ultimatum' }>): Partial<ListFilter> {
  if (scope.kind === 'issuer') return { issuer: scope.issuer };
  return scope.kind === 'tag' ? { tag: scope.tag } : {};
}

/** What runs in a scope now: the soonest ten, and how many there are of each kind. */
async function countsOf(record: RecordReader, scope: RunningScope): Promise<Counts> {
  if (scope.kind === 'ultimatum') return ofOne(record, scope.number);
  const list = (filter: Partial<ListFilter>) =>
    record.list({ ...narrowed(scope), counting: 'exact', limit: 1, ...filter });
  const dated = await list({ states: ['open'], undated: false, limit: FIRST });
  const numbers = dated.rows.map((row) => row.number);
  return {
    first: await folds(record, numbers),
    dated: dated.total.count,
    undated: (await list({ states: ['open'], undated: true })).total.count,
    paused: (await list({ states: ['suspended'] })).total.count,
    passed: (await list({ states: ['passed'] })).total.count,
  };
}

/** What a countdown says now, posted or previewed; `on` heads it, ms UTC. */
export async function digestOf(
  record: RecordReader,
  { scope, zone }: { readonly scope: RunningScope; readonly zone: string },
  on: number,
): Promise<Digest> {
  return { on, zone, ...(await countsOf(record, scope)) };
}

const WAITING = 5;

/** What a board shows now: everything that runs, and the longest waiting of what has passed. */
export async function boardOf(record: RecordReader): Promise<BoardContent> {
  const { rows } = await record.list({ states: ['passed'], limit: WAITING });
  const numbers = rows.map((row) => row.number);
  return {
    ...(await countsOf(record, { kind: 'all' })),
    waiting: await folds(record, numbers),
  };
}
