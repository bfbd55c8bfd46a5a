/** Every operation of the API on one server. */
import { z } from 'zod';
import type { About } from '../../../wording/about.js';
import type { ServerContext } from '../context.js';
import { narrowingOf } from '../model/narrowing.js';
import { loadCounts } from '../model/server.js';
import { loadUltimatum, numberIn, type UltimatumModel } from '../model/ultimatum.js';
import type { SitePage } from '../page.js';
import type { NameKind } from '../paths.js';
import type { SiteRequest } from '../request.js';
import { FIGURE_OPERATIONS } from './figures.js';
import { namePage, NEWEST, SOONEST, ultimatumPage, type FoundPage, type ListItem } from './lists.js';
import { operation, type Operation } from './operation.js';
import { AT, BY_DEADLINE, BY_NAME, BY_NUMBER, NARROWING, paged, STATE, statesOf } from './parameters.js';
import { tombstonePage } from './problem.js';
import { countedPageOf, NAMED, pageOf } from './schema/basics.js';
import { logEntry } from './schema/entry.js';
import { issuer, name, server } from './schema/server.js';
import { listed, ultimatum } from './schema/ultimatum.js';
import { namesOf, serverAddress } from './view/basics.js';
import { entryOf } from './view/entry.js';
import { figuresAddress } from './view/figures.js';
import { nameOf, serverOf } from './view/server.js';
import { listedOf, selfOf, wholeOf } from './view/ultimatum.js';

/** Every ledger is folded again up to that day: that takes as long as so many ordinary pages. */
const DEAR = 20;
/** Names of one kind that are gone through. */
const MOST_NAMES = 10_000;

const NOTHING = z.object({});
const listedPage = countedPageOf(listed).register(NAMED, { id: 'UltimatumPage' });
const namesPage = pageOf(name).register(NAMED, { id: 'NamePage' });

/** Which page of a list is asked for, and as of which day. */
const pageIn = ({
  at,
  cursor,
  limit,
}: {
  readonly at?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}) => ({ at: at ?? null, cursor: cursor ?? null, limit });

const aboutOf = ({ now }: ServerContext, { number, ultimatum: value }: ListItem): About => ({
  number,
  ultimatum: value,
  people: new Map<string, never>(),
  now,
});

const listPage = (context: ServerContext, at: string | undefined, { items, total }: FoundPage) => ({
  at: at ?? null,
  total: total.count,
  totalExact: !total.more,
  items: items.map((item) => listedOf(context, aboutOf(context, item), item.state)),
});

/** What `id` in the path names, or its tombstone where it is hidden; null where there is none. */
async function withUltimatum(
  context: ServerContext,
  param: SiteRequest['param'],
  at: string | undefined,
  page: (model: UltimatumModel) => SitePage | null,
): Promise<SitePage | null> {
  const number = numberIn(param('id'));
  const model = number === null ? null : await loadUltimatum(context, number, at ?? null);
  return model === null ? null : (tombstonePage(context.words, model) ?? page(model));
}

const whole = operation({
  id: 'server',
  path: '',
  query: NOTHING,
  answer: server,
  make: async (context, { found }) => found(serverOf(context, await loadCounts(context))),
});

const ultimatums = operation({
  id: 'ultimatums',
  path: '/ultimatums',
  query: z.object({ ...NARROWING, ...STATE, ...AT, ...paged(BY_NUMBER) }),
  answer: listedPage,
  costAt: DEAR,
  make: async (context, { query, given, found, next }) => {
    const narrowing = narrowingOf({ query: (parameter) => given[parameter] });
    const asked = { narrowing, states: statesOf(query.state), ...pageIn(query) };
    const page = await ultimatumPage(context, asked, NEWEST);
    const self = `${serverAddress(context)}/ultimatums`;
    return found({ ...listPage(context, query.at, page), next: next(self, page.next) });
  },
});

const deadlines = operation({
  id: 'deadlines',
  path: '/deadlines',
  query: z.object({ ...NARROWING, ...AT, ...paged(BY_DEADLINE) }),
  answer: listedPage,
  costAt: DEAR,
  make: async (context, { query, given, found, next }) => {
    const narrowing = narrowingOf({ query: (parameter) => given[parameter] });
    const page = await ultimatumPage(context, { narrowing, states: ['open'], ...pageIn(query) }, SOONEST);
    const self = `${serverAddress(context)}/deadlines`;
    return found({ ...listPage(context, query.at, page), next: next(self, page.next) });
  },
});

const one = operation({
  id: 'ultimatum',
  path: '/ultimatums/:id',
  query: z.object(AT),
  answer: ultimatum,
  make: (context, { param, query, found }) =>
    withUltimatum(context, param, query.at, (model) => found(wholeOf(context, model))),
});

const log = operation({
  id: 'log',
  path: '/ultimatums/:id/log',
  query: z.object({ ...AT, ...paged(BY_NUMBER) }),
  answer: countedPageOf(logEntry).register(NAMED, { id: 'LogPage' }),
  make: (context, { param, query, found, next }) =>
    withUltimatum(context, param, query.at, (model) => {
      const { number, ultimatum: value } = model.about;
      const rest = value.entries.filter(({ seq }) => seq > Number(query.cursor ?? 0));
      const items = rest.slice(0, query.limit);
      const last = rest.length > items.length ? items.at(-1)?.seq : undefined;
      return found({
        at: query.at ?? null,
        total: value.entries.length,
        totalExact: true,
        items: items.map((entry) => entryOf(context, model, entry)),
        next: next(`${selfOf(context, number)}/log`, last === undefined ? null : String(last)),
      });
    }),
});

const entry = operation({
  id: 'entry',
  path: '/ultimatums/:id/log/:entry{[0-9]+}',
  query: NOTHING,
  answer: logEntry,
  make: (context, { param, found }) =>
    withUltimatum(context, param, undefined, (model) => {
      const wanted = Number(param('entry'));
      const known = model.about.ultimatum.entries.find(({ seq }) => seq === wanted);
      return known === undefined ? null : found(entryOf(context, model, known));
    }),
});

const issuers = operation({
  id: 'issuers',
  path: '/issuers',
  query: z.object(paged(BY_NAME)),
  answer: pageOf(issuer).register(NAMED, { id: 'IssuerPage' }),
  make: async (context, { query, found, next }) => {
    const { store, page } = context;
    const shown = namePage(await store.issuers(page.guild), pageIn(query));
    const items = shown.items.map(({ name: known, aliases, count }) => ({
      ...nameOf(context, 'issuer', known),
      aliases: namesOf(aliases),
      count,
      figures: figuresAddress(context, known),
    }));
    return found({ items, next: next(`${serverAddress(context)}/issuers`, shown.next) });
  },
});

/** The targets or the tags. */
const namesOfKind = (id: 'targets' | 'tags', kind: Exclude<NameKind, 'issuer'>): Operation =>
  operation({
    id,
    path: `/${id}`,
    query: z.object(paged(BY_NAME)),
    answer: namesPage,
    make: async (context, { query, found, next }) => {
      const { store, page } = context;
      const all = await store.names(page.guild, kind, '', MOST_NAMES);
      const shown = namePage(
        all.map((known) => ({ name: known })),
        pageIn(query),
      );
      const items = shown.items.map(({ name: known }) => nameOf(context, kind, known));
      return found({ items, next: next(`${serverAddress(context)}/${id}`, shown.next) });
    },
  });

/** Every operation of a server, in the order in which the description lists them. */
export const SERVER_OPERATIONS: readonly Operation[] = [
  whole,
  ultimatums,
  one,
  log,
  entry,
  deadlines,
  issuers,
  namesOfKind('targets', 'target'),
  namesOfKind('tags', 'tag'),
  ...FIGURE_OPERATIONS,
];
