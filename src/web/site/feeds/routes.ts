/** The routes of feeds, calendars and data, of a server and of one ultimatum. */
import type { ServerContext } from '../context.js';
import type { FeedScope } from '../model/feed.js';
import type { Narrowing } from '../model/lists.js';
import { narrowingOf } from '../model/narrowing.js';
import { numberIn } from '../model/ultimatum.js';
import type { SitePage } from '../page.js';
import { pathOf } from '../paths.js';
import { queryText } from '../pages/query.js';
import type { ServerRoute, SiteRequest } from '../request.js';
import { atomXml } from './atom.js';
import { calendarOf } from './calendar.js';
import { dataOf, type WrittenFile } from './data.js';
import { feedOf } from './feed.js';
import { jsonFeed } from './json-feed.js';

/** What a feed can be narrowed to. */
const QUERY = ['issuer', 'target', 'tag', 'past'] as const;

/** A file of a whole server takes as long as so many ordinary pages. */
const COST = 5;

/** `next` leads from the number of the last ultimatum in a file to the file of those before it. */
function answered(type: string, file: WrittenFile | null, next: (past: number) => string): SitePage | null {
  if (file === null) return null;
  const { body } = file;
  const more = file.next === null ? {} : { next: next(file.next) };
  return { status: 200, type: `${type}; charset=utf-8`, body, indexed: false, open: true, ...more };
}

interface FileRequest {
  readonly scope: FeedScope;
  /** The path with what narrows it. */
  readonly self: string;
  /** Only what was recorded before this number. */
  readonly past: number | undefined;
}

/** Makes the file for a scope; null where there is nothing. */
type Writer = (context: ServerContext, asked: FileRequest) => Promise<WrittenFile | null>;

const whole = (body: string | null): WrittenFile | null => (body === null ? null : { body, next: null });

const pastIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;

interface FeedKind {
  /** The last part of the path. */
  readonly name: string;
  readonly type: string;
  readonly write: Writer;
}

/** The tables of the data by their addresses. */
const TABLES = [
  ['data.csv', 'ultimatums'],
  ['deadlines.csv', 'deadlines'],
  ['outcomes.csv', 'outcomes'],
] as const;

const KINDS: readonly FeedKind[] = [
  {
    name: 'log.atom',
    type: 'application/atom+xml',
    write: async (context, { scope, self }) => {
      const feed = await feedOf(context, scope, self);
      return whole(feed === null ? null : atomXml(feed));
    },
  },
  {
    name: 'log.json',
    type: 'application/feed+json',
    write: async (context, { scope, self }) => {
      const feed = await feedOf(context, scope, self);
      return whole(feed === null ? null : jsonFeed(feed));
    },
  },
  {
    name: 'deadlines.ics',
    type: 'text/calendar',
    write: async (context, { scope }) => whole(await calendarOf(context, scope)),
  },
  {
    name: 'data.json',
    type: 'application/json',
    write: (context, { scope, past }) => dataOf(context, scope, { format: 'json', past }),
  },
  ...TABLES.map(([name, format]) => ({
    name,
    type: 'text/csv',
    write: (context: ServerContext, { scope, past }: FileRequest) => dataOf(context, scope, { format, past }),
  })),
];

function narrowingIn(request: SiteRequest): Narrowing {
  const { issuer, target, tag } = narrowingOf(request);
  return {
    ...(issuer === undefined ? {} : { issuer }),
    ...(target === undefined ? {} : { target }),
    ...(tag === undefined ? {} : { tag }),
  };
}

/** Each kind for the whole server, and for one ultimatum. */
export const FEED_ROUTES: readonly ServerRoute[] = KINDS.flatMap(({ name, type, write }) => [
  {
    path: `/s/:server/${name}`,
    query: QUERY,
    costOf: () => COST,
    timeless: true as const,
    page: async (context: ServerContext, request: SiteRequest) => {
      const narrowing = narrowingIn(request);
      const path = `${context.root}/${name}`;
      const past = pastIn(request.query('past'));
      const asked = {
        scope: { kind: 'server', narrowing } as const,
        self: `${path}${queryText({ ...narrowing })}`,
        past,
      };
      return answered(
        type,
        await write(context, asked),
        (number) => `${path}${queryText({ ...narrowing, past: String(number) })}`,
      );
    },
  },
  {
    path: `/s/:server/:id{U-[0-9]+}/${name}`,
    query: [],
    timeless: true as const,
    page: async (context: ServerContext, request: SiteRequest) => {
      const number = numberIn(request.param('id'));
      if (number === null) return null;
      const self = `${pathOf(context, number)}/${name}`;
      const asked = { scope: { kind: 'ultimatum', number } as const, self, past: undefined };
      return answered(type, await write(context, asked), () => self);
    },
  },
]);
