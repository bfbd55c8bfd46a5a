/** Loads what feeds and calendars are made of: the newest entries, and the ultimatums with a deadline. */
import { foldOrNull } from '../../../domain/fold.js';
import type { Entry } from '../../../domain/entry.js';
import type { Ultimatum } from '../../../domain/ultimatum.js';
import type { ListRow } from '../../../store/port/index.js';
import type { Numbered } from '../../../wording/about.js';
import type { ServerContext } from '../context.js';
import type { LedgerState } from './folds.js';
import type { Narrowing } from './lists.js';

const MOST_ENTRIES = 50;
/** Ultimatums that one file holds, and that a narrowed feed looks at: the newest. */
const MOST_ULTIMATUMS = 500;
/** Deadlines that run and are in a calendar. */
const MOST_RUNNING = 10_000;

/** What a feed is about: the whole server, what is narrowed, or one ultimatum. */
export type FeedScope =
  | { readonly kind: 'server'; readonly narrowing: Narrowing }
  | { readonly kind: 'ultimatum'; readonly number: number };

/** An entry of the log with the ultimatum that it belongs to. */
export interface LoggedEntry {
  readonly number: number;
  readonly ultimatum: Ultimatum;
  readonly entry: Entry;
}

/** The ultimatums of these numbers that may be seen. */
export async function foldsOf(
  context: ServerContext,
  numbers: readonly number[],
): Promise<readonly Numbered[]> {
  const shown = await context.store.shownEntries(context.page.guild, numbers);
  return shown.flatMap(({ number, entries }) => {
    const ultimatum = foldOrNull(entries);
    return ultimatum === null || ultimatum.hidden !== null ? [] : [{ number, ultimatum }];
  });
}

/** The ultimatums of a scope that may be seen; null where one was asked for and there is none. */
async function ultimatumsOf(context: ServerContext, scope: FeedScope): Promise<readonly Numbered[] | null> {
  if (scope.kind === 'ultimatum') {
    const found = await foldsOf(context, [scope.number]);
    return found.length === 0 ? null : found;
  }
  const rows = await newestOf(context, scope.narrowing, MOST_ULTIMATUMS);
  return context.folds.of(context.page.guild, rows);
}

async function newestOf(
  { store, page }: ServerContext,
  narrowing: Narrowing,
  limit: number,
  past?: number,
): Promise<readonly ListRow[]> {
  const from = past === undefined ? {} : { past: { latest: null, number: past } };
  const filter = { ...narrowing, ...from, newest: true, limit, counted: false } as const;
  return (await store.list(page.guild, filter)).rows;
}

/** Some ultimatums of a scope, the newest first, and the number after which the next ones come; null for the last. */
export interface FilePart {
  readonly found: readonly Numbered[];
  readonly next: number | null;
}

/** The ultimatums of one file, those before the number `past`; null where one was asked for and there is none. */
export async function partOf(
  context: ServerContext,
  scope: FeedScope,
  past: number | undefined,
): Promise<FilePart | null> {
  if (scope.kind === 'ultimatum') {
    const found = await ultimatumsOf(context, scope);
    return found === null ? null : { found, next: null };
  }
  const rows = await newestOf(context, scope.narrowing, MOST_ULTIMATUMS + 1, past);
  const shown = rows.slice(0, MOST_ULTIMATUMS);
  const found = await context.folds.of(context.page.guild, shown);
  return { found, next: rows.length > shown.length ? (shown.at(-1)?.number ?? null) : null };
}

/** The rows of every deadline of a server that runs, and of the newest ultimatums beside. */
export async function calendarRows(
  context: ServerContext,
  narrowing: Narrowing,
): Promise<readonly LedgerState[]> {
  const running = {
    ...narrowing,
    states: ['open'],
    undated: false,
    limit: MOST_RUNNING,
    counted: false,
  } as const;
  const { rows } = await context.store.list(context.page.guild, running);
  const newest = await newestOf(context, narrowing, MOST_ULTIMATUMS);
  const all = new Map(
    [...newest, ...rows].map(({ number, lastSeq, recorded }) => [number, { number, lastSeq, recorded }]),
  );
  return [...all.values()].toSorted((a, b) => b.number - a.number);
}

const isWhole = (scope: FeedScope): boolean =>
  scope.kind === 'server' && Object.keys(scope.narrowing).length === 0;

/** The newest entries of a scope, the newest first; null where one ultimatum was asked for and there is none. */
export async function entriesOf(
  context: ServerContext,
  scope: FeedScope,
): Promise<readonly LoggedEntry[] | null> {
  const found = isWhole(scope) ? await latest(context) : await ultimatumsOf(context, scope);
  if (found === null) return null;
  const all = found.flatMap(({ number, ultimatum }) =>
    ultimatum.entries.map((entry) => ({ number, ultimatum, entry })),
  );
  return all
    .toSorted(
      (a, b) => b.entry.recorded - a.entry.recorded || b.number - a.number || b.entry.seq - a.entry.seq,
    )
    .slice(0, MOST_ENTRIES);
}

/** Those whose entries are the newest of the server. */
async function latest(context: ServerContext): Promise<readonly Numbered[]> {
  const numbers = await context.store.lastRecorded(context.page.guild, MOST_ENTRIES);
  return foldsOf(context, [...new Set(numbers)]);
}
