/** `/ultimatum list`: finds ultimatums and shows them page by page. */
import { parseSearchFilter, type SearchFilter } from '../../src/codec/search-filter.js';
import {
  expired,
  slash,
  type ButtonHandler,
  type Context,
  type FlowHandler,
  type Reply,
} from '../../src/discord/command.js';
import { isListState, LIST_STATES, type ListState } from '../../src/domain/list-state.js';
import { addTotals, exactly, type Total } from '../../src/domain/total.js';
import { LIST_PAGE, listView } from '../../src/discord/views/index.js';
import type { Numbered } from '../../src/wording/about.js';
import type { Words } from '../../src/wording/index.js';
import { wholeIn } from '../../src/drafting/whole-number.js';
import { OPTIONS, suggest } from './options.js';

const LIST_FLOW = 'list';

const STATES = LIST_STATES.map((value) => ({
  value,
  name: ({ overviews }: Words) => overviews.search.states[value],
}));

type Query = Parameters<Context['record']['list']>[0];

const ALL: SearchFilter = { state: 'running', text: null, issuer: null, target: null, tag: null };

/** Some states of the list take two queries: `aside` lists those without a date, then the paused ones. */
const QUERIES: Readonly<Record<ListState, readonly Omit<Query, 'limit'>[]>> = {
  running: [{ states: ['open'], undated: false }],
  passed: [{ states: ['passed'] }],
  aside: [{ states: ['open'], undated: true }, { states: ['suspended'] }],
  closed: [{ states: ['resolved', 'withdrawn', 'superseded'] }],
  all: [{}],
};

interface SearchResult {
  readonly numbers: readonly number[];
  readonly total: Total;
}

async function find(filter: SearchFilter, page: number, { server, record }: Context): Promise<SearchResult> {
  const { text, issuer, target, tag } = filter;
  const narrowed = {
    ...(text === null ? {} : { text }),
    ...(issuer === null ? {} : { issuer: await server.issuer(issuer) }),
    ...(target === null ? {} : { target }),
    ...(tag === null ? {} : { tag }),
  };
  const numbers: number[] = [];
  let total = exactly(0);
  for (const query of QUERIES[filter.state]) {
    const offset = Math.max(0, page * LIST_PAGE - total.count);
    const limit = LIST_PAGE - numbers.length;
    const found = await record.list({ ...query, ...narrowed, offset, limit: Math.max(1, limit) });
    if (limit > 0) numbers.push(...found.rows.map((row) => row.number));
    total = addTotals(total, found.total);
    if (total.more) break;
  }
  return { numbers, total };
}

async function itemsOf(numbers: readonly number[], { record }: Context): Promise<readonly Numbered[]> {
  const folds = await Promise.all(
    numbers.map(async (number) => ({ number, ultimatum: await record.ultimatum(number) })),
  );
  return folds.flatMap(({ number, ultimatum }) => (ultimatum === null ? [] : [{ number, ultimatum }]));
}

/** Draws one page. Its filter is kept each time, so that the buttons still work after a restart. */
async function draw(
  kind: 'message' | 'update',
  key: string,
  filter: SearchFilter,
  page: number,
  context: Context,
): Promise<Reply> {
  const { now, words } = context;
  await context.keep(LIST_FLOW, filter, { key });
  const { numbers, total } = await find(filter, page, context);
  const { state, text, issuer, target, tag } = filter;
  const narrowed = [text, issuer, target, tag].filter((filtered) => filtered !== null);
  const view = listView(words, {
    key,
    items: await itemsOf(numbers, context),
    total,
    page,
    state,
    narrowed,
    now,
  });
  return { kind, view };
}

export const list = slash({
  path: ['ultimatum', 'list'],
  description: (words) => words.ultimatum.list.description,
  options: {
    text: {
      type: 'string',
      description: (words) => words.ultimatum.list.text,
      maxLength: 200,
    },
    state: {
      type: 'string',
      description: (words) => words.ultimatum.list.state,
      choices: STATES,
    },
    issuer: OPTIONS.issuer,
    target: OPTIONS.target,
    tag: OPTIONS.tag,
  },
  suggest,
  run({ text = null, state, issuer = null, target = null, tag = null }, context) {
    const searching = [text, issuer, target, tag].some((filter) => filter !== null);
    const chosen = state !== undefined && isListState(state) ? state : searching ? 'all' : 'running';
    return draw('message', context.key(), { state: chosen, text, issuer, target, tag }, 0, context);
  },
});

export const listFlow: FlowHandler = {
  kind: 'flow',
  name: LIST_FLOW,
  run(press, context) {
    const filter = parseSearchFilter(press.state);
    if (filter === null) return Promise.resolve(expired);
    const [action, page = ''] = press.action.split('.');
    const [state] = press.values;
    const narrowed = action === 'state' && state !== undefined && isListState(state) ? { state } : {};
    return draw('update', press.key, { ...filter, ...narrowed }, wholeIn(page) ?? 0, context);
  },
};

/** A button under a digest or a tombstone: lists everything that is running. */
const opensList = (name: string): ButtonHandler => ({
  kind: 'button',
  name,
  run: (_, context) => draw('message', context.key(), ALL, 0, context),
});

export const allButton = opensList('all');
export const listButton = opensList('list');
