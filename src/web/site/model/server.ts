/** Loads what the page of a server shows: its lists, its counts, and what can be searched for. */
import type { FindChoices } from '../pages/find.js';
import type { ServerCounts, ServerModel } from '../pages/server.js';
import type { ServerContext } from '../context.js';
import { listsAt, type ListQuery } from './as-of.js';
import { loadLists } from './lists.js';
import { endOf } from './ultimatum.js';

const MOST_NAMES = 200;

/** What a server's page was asked for. */
export interface ServerQuery extends ListQuery {
  /** `YYYY-MM-DD`; null for today. */
  readonly at: string | null;
}

/** How many a server has in each state, and since when. */
export async function loadCounts({ store, page: { guild } }: ServerContext): Promise<ServerCounts> {
  const counts = await store.stateCounts(guild);
  const of = (...states: readonly string[]) =>
    counts.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0);
  const undated = counts
    .filter(({ state, undated: without }) => state === 'open' && without)
    .reduce((sum, { count }) => sum + count, 0);
  const [first] = await store.shownEntries(guild, await store.shownNumbers(guild, 0, 1));
  return {
    dated: of('open') - undated,
    undated,
    passed: of('passed'),
    paused: of('suspended'),
    closed: of('resolved', 'withdrawn', 'superseded'),
    since: first?.entries[0]?.recorded ?? null,
  };
}

async function loadChoices({ store, page: { guild } }: ServerContext): Promise<FindChoices> {
  return {
    issuers: (await store.issuers(guild)).slice(0, MOST_NAMES),
    targets: await store.names(guild, 'target', '', MOST_NAMES),
    tags: await store.names(guild, 'tag', '', MOST_NAMES),
  };
}

/** Everything on a server's page; as known on a day where one was asked for. */
export async function loadServer(context: ServerContext, query: ServerQuery): Promise<ServerModel> {
  const { narrowing, only, at, past } = query;
  const choices = await loadChoices(context);
  if (at === null) {
    const lists = await loadLists(context, narrowing, only, past);
    return { narrowing, only, at, instant: null, lists, counts: await loadCounts(context), choices };
  }
  const instant = Math.min(context.now, endOf(at, context.settings.zone));
  const { lists, counts } = await listsAt(context, query, instant);
  return { narrowing, only, at, instant, lists, counts, choices };
}
