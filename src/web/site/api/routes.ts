/** The routes of the API: its operations, its description, and what is answered to anything else. */
import type { Context, Hono } from 'hono';
import { english } from '../../../wording/index.js';
import { answerWith, COMMON_HEADERS } from '../answer.js';
import { finish } from '../cache.js';
import type { SiteNotices } from '../notices.js';
import { asking, type Site } from '../site.js';
import { openApi } from './openapi.js';
import { SERVER_OPERATIONS } from './operations.js';
import { readQuery, type WrongParameter } from './parameters.js';
import { apiNotices, readOnlyPage, wrongPage } from './problem.js';
import { listedServers, SERVERS, serversPage } from './servers.js';
import { API } from './view/basics.js';

const METHODS = 'GET, HEAD, OPTIONS';
const DAY_S = 86_400;

/** Whether a path is below that of the API, so that what answers is JSON. */
export const isOfApi = (path: string): boolean => path === API || path.startsWith(`${API}/`);

/** What a browser asks before a script of another site sends a header of its own, as `If-None-Match` is. */
const preflight = (): Response =>
  new Response(null, {
    status: 204,
    headers: {
      ...COMMON_HEADERS,
      'access-control-allow-origin': '*',
      'access-control-allow-methods': METHODS,
      'access-control-allow-headers': 'if-none-match, accept',
      'access-control-max-age': String(DAY_S),
    },
  });

function addServers(app: Hono, site: Site, notices: SiteNotices): void {
  const { path, query } = SERVERS;
  app.get(path, async (c) => {
    const read = readQuery(english, query, c.req.queries());
    if (!read.ok) return refusal(c, read.wrong);
    const found = await listedServers(site.context(), read.query);
    const version = found.map(({ guild, revision }) => `${guild}.${revision}`).join(' ');
    return site.ofSite(c, { version, query: Object.keys(query.shape), notices }, (context) =>
      serversPage(context, found, read.query.limit, read.given),
    );
  });
}

const refused = (wrong: WrongParameter) => finish(wrongPage(english, wrong));
const refusal = (c: Context, wrong: WrongParameter): Response => answerWith(refused(wrong), asking(c), null);

function addOperations(app: Hono, site: Site, notices: SiteNotices): void {
  for (const { path, query, read: readOperation } of SERVER_OPERATIONS) {
    app.get(`${SERVERS.path}/:server${path}`, (c) => {
      const read = readOperation(english, c.req.queries());
      const place = {
        address: c.req.param('server') ?? '',
        query: Object.keys(query.shape),
        notices,
        ...(read.ok ? { cost: read.cost, timeless: read.timeless } : { refused: refused(read.wrong) }),
      };
      return site.ofServer(c, place, async (context) =>
        read.ok ? read.page(context, (name) => c.req.param(name)) : null,
      );
    });
  }
}

/** Adds the API to the site; gives what is answered below its path where there is nothing. */
export function addApi(app: Hono, site: Site): SiteNotices {
  const notices = apiNotices(english);
  const readOnly = finish(readOnlyPage(english));
  addServers(app, site, notices);
  addOperations(app, site, notices);
  app.get(`${API}/openapi.json`, (c) =>
    site.ofSite(c, { notices }, async ({ publicUrl }) => openApi(publicUrl)),
  );
  app.options(`${API}/*`, preflight);
  app.on(['POST', 'PUT', 'PATCH', 'DELETE'], `${API}/*`, (c) => {
    const answer = answerWith(readOnly, asking(c), null);
    answer.headers.set('allow', METHODS);
    return answer;
  });
  return notices;
}
