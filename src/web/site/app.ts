/** The routes of the public site. */
import { Hono, type Context } from 'hono';
import { MINUTE } from '../../domain/durations.js';
import type { PublicPage } from '../../store/port/index.js';
import { english } from '../../wording/index.js';
import type { HealthSource } from '../health.js';
import { answerWith, COMMON_HEADERS } from './answer.js';
import { ASSETS } from './assets.js';
import { finish, PageCache, type Finished } from './cache.js';
import { serverContext, type ServerContext, type SiteContext, type SiteOptions } from './context.js';
import { Kept } from './kept.js';
import { FoldCache } from './model/folds.js';
import { homeModel } from './model/home.js';
import type { SitePage } from './page.js';
import { homePage, privacyPage, termsPage } from './pages/home.js';
import { busyPage, failedPage, missingPage } from './pages/missing.js';
import { RenderBudget } from './render-budget.js';
import { robotsTxt, sitemapIndex } from './pages/sitemap.js';
import { namedIn, oembed } from './oembed.js';
import type { SiteRequest } from './request.js';
import { SERVER_ROUTES } from './routes.js';

export interface AppOptions extends SiteOptions {
  readonly health: HealthSource;
}

const YEAR_S = 31_536_000;
/** Events of calendars that are kept, of about 1 kB each. */
const MOST_EVENTS = 10_000;

/** A page that is made where it is not kept. */
interface MadePage {
  /** How many ordinary pages it is worth. */
  readonly cost: number;
  readonly make: () => Promise<SitePage | null>;
}

interface ServerPlace {
  readonly address: string;
  /** The parameters that make another page. */
  readonly query: readonly string[];
  readonly cost?: number;
  readonly timeless?: boolean;
}

/** What the routes share. */
class Site {
  readonly missing: Finished;
  readonly failed: Finished;
  readonly busy: Finished;
  readonly #making = new Map<string, Promise<Finished>>();
  readonly #budget = new RenderBudget(() => performance.now());
  readonly #cache = new PageCache();
  readonly #folds: FoldCache;
  readonly #events = new Kept<string>(MOST_EVENTS);

  constructor(private readonly options: SiteOptions) {
    this.#folds = new FoldCache(options.store);
    this.missing = finish(missingPage(english));
    this.failed = finish(failedPage(english));
    this.busy = finish(busyPage(english));
  }

  /** A page is made for a whole minute, so that it is kept as long. */
  context(): SiteContext {
    const { store, publicUrl, now, pictures } = this.options;
    return {
      store,
      pictures,
      publicUrl,
      folds: this.#folds,
      events: this.#events,
      words: english,
      now: Math.floor(now() / MINUTE) * MINUTE,
    };
  }

  /** A kept page, or one that is made; whoever asks for it meanwhile waits for the same one. */
  async #kept(address: string, version: string, made: MadePage): Promise<Finished> {
    const kept = this.#cache.get(address, version);
    if (kept !== null) return kept;
    const key = `${version} ${address}`;
    const waiting = this.#making.get(key);
    if (waiting !== undefined) return waiting;
    if (!this.#budget.take(made.cost)) return this.busy;
    const making = this.#make(address, version, made).finally(() => this.#making.delete(key));
    this.#making.set(key, making);
    return making;
  }

  async #make(address: string, version: string, { make }: MadePage): Promise<Finished> {
    const made = await make();
    const page = made === null ? this.missing : finish(made);
    if (made !== null && made.status !== 503) this.#cache.set(address, version, page);
    return page;
  }

  /** A page of the installation. `version` is what it is made of, beside the time. */
  async ofSite(
    c: Context,
    version: string,
    make: (site: SiteContext) => Promise<SitePage>,
  ): Promise<Response> {
    const site = this.context();
    const address = c.req.path + queryOf(c, ['past']);
    const page = await this.#kept(address, `${version} ${site.now}`, { cost: 1, make: () => make(site) });
    return answerWith(page, asking(c), null);
  }

  /** A page of one server, where its record is public at `address`. */
  async ofServer(
    c: Context,
    { address, query, cost = 1, timeless = false }: ServerPlace,
    make: (context: ServerContext) => Promise<SitePage | null>,
  ): Promise<Response> {
    const site = this.context();
    const page = await site.store.publicPage(address);
    if (page === null) return answerWith(this.missing, asking(c), null);
    const version = `${page.guild} ${page.revision} ${timeless ? '' : site.now}`;
    const finished = await this.#kept(c.req.path + queryOf(c, query), version, {
      cost,
      make: async () => {
        const context = await serverContext(site, page);
        return context === null ? null : make(context);
      },
    });
    return answerWith(finished, asking(c), changedOf(page));
  }
}

const changedOf = ({ changed }: PublicPage): number => changed;

const asking = (c: Context) => ({ header: (name: string) => c.req.header(name) });

const requestOf = (c: Context): SiteRequest => ({
  param: (name) => c.req.param(name),
  query: (name) => c.req.query(name),
});

/** The parameters that a page knows, always in the same order: others make no other page. */
function queryOf(c: Context, known: readonly string[]): string {
  const given = new URLSearchParams();
  for (const name of known) {
    const value = c.req.query(name);
    if (value !== undefined && value !== '') given.set(name, value);
  }
  return `?${given.toString()}`;
}

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
  app.get('/health', () => healthAnswer(options.health));
  app.get('/', async (c) => {
    const model = await homeModel(site.context(), c.req.query('past') ?? '');
    return site.ofSite(c, model.version, async (context) => homePage(context, model));
  });
  app.get('/privacy', (c) => site.ofSite(c, '', async (context) => privacyPage(context)));
  app.get('/terms', (c) => site.ofSite(c, '', async (context) => termsPage(context)));
  app.get('/robots.txt', (c) => site.ofSite(c, '', async (context) => robotsTxt(context)));
  app.get('/sitemap.xml', async (c) => {
    const { servers, version } = await homeModel(site.context(), '');
    return site.ofSite(c, version, async (context) =>
      sitemapIndex(
        context,
        servers.map(({ root }) => root),
      ),
    );
  });
  app.get('/oembed', (c) => {
    const named = namedIn(options.publicUrl, c.req.query('url') ?? '');
    if (named === null) return answerWith(site.missing, asking(c), null);
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
  app.notFound((c) => answerWith(site.missing, asking(c), null));
  app.onError((error, c) => {
    options.log.error({ err: error }, 'a page could not be made');
    return answerWith(site.failed, asking(c), null);
  });
  return app;
}
