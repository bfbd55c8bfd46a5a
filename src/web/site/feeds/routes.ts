/** The routes of feeds, calendars and data, of a server and of one ultimatum. */
import type { ServerContext } from '../context.js';
import type { FeedScope } from '../model/feed.js';
import { narrowingOf } from '../model/narrowing.js';
import { numberIn } from '../model/ultimatum.js';
import type { SitePage } from '../page.js';
import { pathOf } from '../paths.js';
import { queryText } from '../pages/query.js';
import type { ServerRoute, SiteRequest } from '../request.js';
import { atomXml } from './atom.js';
import { calendarOf } from './calendar.js';
import { dataOf } from './data.js';
import { feedOf } from './feed.js';
import { jsonFeed } from './json-feed.js';

/** What a feed can be narrowed to. */
const QUERY = ['issuer', 'target', 'tag'] as const;

/** A file of a whole server takes as long as so many ordinary pages. */
const COST = 5;

const answered = (type: string, body: string | null): SitePage | null =>
  body === null ? null : { status: 200, type: `${type}; charset=utf-8`, body, indexed: false, open: true };

/** Makes the body for a scope; `self` is the path with what narrows it. Null where there is nothing. */
type Writer = (context: ServerContext, scope: FeedScope, self: string) => Promise<string | null>;

interface FeedKind {
  /** The last part of the path. */
  readonly name: string;
  readonly type: string;
  readonly write: Writer;
}

const KINDS: readonly FeedKind[] = [
  {
    name: 'log.atom',
    type: 'application/atom+xml',
    write: async (context, scope, self) => {
      const feed = await feedOf(context, scope, self);
      return feed === null ? null : atomXml(feed);
    },
  },
  {
    name: 'log.json',
    type: 'application/feed+json',
    write: async (context, scope, self) => {
      const feed = await feedOf(context, scope, self);
      return feed === null ? null : jsonFeed(feed);
    },
  },
  { name: 'deadlines.ics', type: 'text/calendar', write: calendarOf },
  { name: 'data.json', type: 'application/json', write: (context, scope) => dataOf(context, scope, 'json') },
  { name: 'data.csv', type: 'text/csv', write: (context, scope) => dataOf(context, scope, 'csv') },
];

function scopeOf(request: SiteRequest): FeedScope {
  const { issuer, target, tag } = narrowingOf(request);
  const narrowing = {
    ...(issuer === undefined ? {} : { issuer }),
    ...(target === undefined ? {} : { target }),
    ...(tag === undefined ? {} : { tag }),
  };
  return { kind: 'server', narrowing };
}

/** Each kind for the whole server, and for one ultimatum. */
export const FEED_ROUTES: readonly ServerRoute[] = KINDS.flatMap(({ name, type, write }) => [
  {
    path: `/s/:server/${name}`,
    query: QUERY,
    costOf: () => COST,
    page: async (context: ServerContext, request: SiteRequest) => {
      const scope = scopeOf(request);
      const narrowed = scope.kind === 'server' ? queryText({ ...scope.narrowing }) : '';
      return answered(type, await write(context, scope, `${context.root}/${name}${narrowed}`));
    },
  },
  {
    path: `/s/:server/:id{U-[0-9]+}/${name}`,
    query: [],
    page: async (context: ServerContext, request: SiteRequest) => {
      const number = numberIn(request.param('id'));
      if (number === null) return null;
      const self = `${pathOf(context, number)}/${name}`;
      return answered(type, await write(context, { kind: 'ultimatum', number }, self));
    },
  },
]);
