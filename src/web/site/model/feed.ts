/** Loads what feeds and calendars are made of: the newest entries, and the ultimatums with a deadline. */
import { foldOrNull } from '../../../domain/fold.js';
import type { Entry } from '../../../domain/entry.js';
import type { Ultimatum } from '../../../domain/ultimatum.js';
import type { Numbered } from '../../../wording/about.js';
import type { ServerContext } from '../context.js';
import type { Narrowing } from './lists.js';

const MOST_ENTRIES = 50;
/** Ultimatums that a narrowed feed, or a calendar, looks at: the newest. */
const MOST_ULTIMATUMS = 500;

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

async function foldsOf(context: ServerContext, numbers: readonly number[]): Promise<readonly Numbered[]> {
  const shown = await context.store.shownEntries(context.page.guild, numbers);
  return shown.flatMap(({ number, entries }) => {
    const ultimatum = foldOrNull(entries);
    return ultimatum === null || ultimatum.hidden !== null ? [] : [{ number, ultimatum }];
  });
}

/** The ultimatums of a scope that may be seen; null where one was asked for and there is none. */
export async function ultimatumsOf(
  context: ServerContext,
  scope: FeedScope,
): Promise<readonly Numbered[] | null> {
  if (scope.kind === 'ultimatum') {
    const found = await foldsOf(context, [scope.number]);
    return found.length === 0 ? null : found;
  }
  const { store, page, folds } = context;
  const filter = { ...scope.narrowing, newest: true, limit: MOST_ULTIMATUMS, counted: false } as const;
  const { rows } = await store.list(page.guild, filter);
  return folds.of(page.guild, rows);
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
