/** The routes of the public site. */
import { Hono, type Context } from 'hono';
import type { HealthSource } from '../health.js';
import { addInteractions, type InteractionsOptions } from '../interactions.js';
import { answerWith, COMMON_HEADERS } from './answer.js';
import { addApi, isOfApi } from './api/routes.js';
import { ASSETS } from './assets.js';
import type { SiteOptions } from './context.js';
import { homeModel } from './model/home.js';
import { namedIn, oembed } from './oembed.js';
import { homePage, privacyPage, termsPage } from './pages/home.js';
import { robotsTxt, sitemapIndex } from './pages/sitemap.js';
import type { SiteRequest } from './request.js';
import { SERVER_ROUTES } from './routes.js';
import { asking, Site } from './site.js';

export interface AppOptions extends SiteOptions {
  /** Where Discord sends interactions over HTTP; absent or null where it does not. */
  readonly interactions?: InteractionsOptions | null;
  readonly health: HealthSource;
}

const YEAR_S = 31_536_000;

const requestOf = (c: Context): SiteRequest => ({
  param: (name) => c.req.param(name),
  query: (name) => c.req.query(name),
});

async function healthAnswer(health: HealthSource): Promise<Response> {
  const problems = await health.problems();
  const lines = problems.map((problem) => problem.replaceAll(/\s+/g, ' '));
  const body = lines.length === 0 ? 'ok\n' : `${lines.join('\n')}\n`;
  const headers = {
    ...COMMON_HEADERS,
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
  };
  return new Response(body, { status: lines.length === 0 ? 200 : 503, headers });
}

/** The public site: every route, and nothing of the network. */
export function createSite(options: AppOptions): Hono {
  const site = new Site(options);
  const app = new Hono();
  for (const { path, type, body } of ASSETS) {
    const headers = {
      ...COMMON_HEADERS,
      'content-type': type,
      'cache-control': `public, max-age=${YEAR_S}, immutable`,
    };
    app.get(path, () => new Response(body, { headers }));
  }
  if (options.interactions) addInteractions(app, options.interactions);
  app.get('/health', () => healthAnswer(options.health));
  app.get('/', async (c) => {
    const model = await homeModel(site.context(), c.req.query('past') ?? '');
    return site.ofSite(c, { version: model.version, query: ['past'] }, async (context) =>
      homePage(context, model),
    );
  });
  app.get('/privacy', (c) => site.ofSite(c, {}, async (context) => privacyPage(context)));
  app.get('/terms', (c) => site.ofSite(c, {}, async (context) => termsPage(context)));
  app.get('/robots.txt', (c) => site.ofSite(c, {}, async (context) => robotsTxt(context)));
  app.get('/sitemap.xml', async (c) => {
    const { servers, version } = await homeModel(site.context(), '');
    return site.ofSite(c, { version }, async (context) =>
      sitemapIndex(
        context,
        servers.map(({ root }) => root),
      ),
    );
  });
  app.get('/oembed', (c) => {
    const named = namedIn(options.publicUrl, c.req.query('url') ?? '');
    if (named === null) return answerWith(site.notices.missing, asking(c), null);
    const { address, id } = named;
    const query = ['url', 'maxwidth'];
    return site.ofServer(c, { address, query }, (context) => oembed(context, id, c.req.query('maxwidth')));
  });
  for (const { path, query, page, costOf, timeless = false } of SERVER_ROUTES) {
    app.get(path, (c) => {
      const [address, request] = [c.req.param('server') ?? '', requestOf(c)];
      const cost = costOf?.(request) ?? 1;
      return site.ofServer(c, { address, query, cost, timeless }, (context) => page(context, request));
    });
  }
  const notices = addApi(app, site);
  const noticesFor = (c: Context) => (isOfApi(c.req.path) ? notices : site.notices);
  app.notFound((c) => answerWith(noticesFor(c).missing, asking(c), null));
  app.onError((error, c) => {
    options.log.error({ err: error }, 'a page could not be made');
    return answerWith(noticesFor(c).failed, asking(c), null);
  });
  return app;
}
