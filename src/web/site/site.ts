/** What all routes of the site share: which pages are kept, which are made anew, and what is answered where there is none. */
import type { Context } from 'hono';
import { MINUTE } from '../../domain/durations.js';
import { english } from '../../wording/index.js';
import { answerWith } from './answer.js';
import { finish, PageCache, type Finished } from './cache.js';
import { serverContext, type ServerContext, type SiteContext, type SiteOptions } from './context.js';
import { Kept } from './kept.js';
import { FoldCache } from './model/folds.js';
import { pageNotices, type SiteNotices } from './notices.js';
import type { SitePage } from './page.js';
import { RenderBudget } from './render-budget.js';

/** Events of calendars that are kept, of about 1 kB each. */
const MOST_EVENTS = 10_000;

/** A page that is made where it is not kept. */
interface MadePage {
  /** How many ordinary pages it is worth. */
  readonly cost: number;
  readonly notices: SiteNotices;
  readonly make: () => Promise<SitePage | null>;
}

interface PlaceOptions {
  /** The parameters that make another page. */
  readonly query?: readonly string[];
  /** What is answered where there is none; else the pages for people. */
  readonly notices?: SiteNotices;
}

interface SitePlace extends PlaceOptions {
  /** What it is made of, beside the time. */
  readonly version?: string;
}

interface ServerPlace extends PlaceOptions {
  readonly address: string;
  readonly cost?: number;
  /** Whether it stays the same until the record changes. */
  readonly timeless?: boolean;
  /** What is answered without making a page, where the record is public at all. */
  readonly refused?: Finished;
}

/** Makes the pages of the site and keeps them. */
export class Site {
  readonly notices = pageNotices(english);
  readonly #making = new Map<string, Promise<Finished>>();
  readonly #budget = new RenderBudget(() => performance.now());
  readonly #cache = new PageCache();
  readonly #folds: FoldCache;
  readonly #events = new Kept<string>(MOST_EVENTS);

  constructor(private readonly options: SiteOptions) {
    this.#folds = new FoldCache(options.store);
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
    if (!this.#budget.take(made.cost)) return made.notices.busy;
    const making = this.#make(address, version, made).finally(() => this.#making.delete(key));
    this.#making.set(key, making);
    return making;
  }

  async #make(address: string, version: string, { make, notices }: MadePage): Promise<Finished> {
    const made = await make();
    const page = made === null ? notices.missing : finish(made);
    if (made !== null && made.status !== 503) this.#cache.set(address, version, page);
    return page;
  }

  /** A page of the installation. */
  async ofSite(
    c: Context,
    { query = [], notices = this.notices, version = '' }: SitePlace,
    make: (site: SiteContext) => Promise<SitePage>,
  ): Promise<Response> {
    const site = this.context();
    const address = c.req.path + queryOf(c, query);
    const made = { cost: 1, notices, make: () => make(site) };
    return answerWith(await this.#kept(address, `${version} ${site.now}`, made), asking(c), null);
  }

  /** A page of one server, where its record is public at `address`. */
  async ofServer(
    c: Context,
    { address, query = [], notices = this.notices, cost = 1, timeless = false, refused }: ServerPlace,
    make: (context: ServerContext) => Promise<SitePage | null>,
  ): Promise<Response> {
    const site = this.context();
    const page = await site.store.publicPage(address);
    if (page === null) return answerWith(notices.missing, asking(c), null);
    if (refused !== undefined) return answerWith(refused, asking(c), null);
    const version = `${page.guild} ${page.revision} ${timeless ? '' : site.now}`;
    const finished = await this.#kept(c.req.path + queryOf(c, query), version, {
      cost,
      notices,
      make: async () => {
        const context = await serverContext(site, page);
        return context === null ? null : make(context);
      },
    });
    return answerWith(finished, asking(c), page.changed);
  }
}

/** What a request says about the answer it takes. */
export const asking = (c: Context) => ({ header: (name: string) => c.req.header(name) });

/** The parameters that a page knows, always in the same order: others make no other page. */
function queryOf(c: Context, known: readonly string[]): string {
  const given = new URLSearchParams();
  for (const name of known) {
    const value = c.req.query(name);
    if (value !== undefined && value !== '') given.set(name, value);
  }
  return `?${given.toString()}`;
}
