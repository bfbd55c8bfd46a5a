/** The routes of one server's pages: path, the parameters that each knows, and what makes the page. */
import { FIGURE_ROUTES } from './figures-routes.js';
import { FEED_ROUTES } from './feeds/routes.js';
import { cursorIn, SECTIONS, type Section } from './model/lists.js';
import { narrowingOf } from './model/narrowing.js';
import type { ServerRoute, SiteRequest } from './request.js';
import { correctionsOfYear } from './model/corrections.js';
import { loadServer } from './model/server.js';
import { dayIn, loadUltimatum, numberIn } from './model/ultimatum.js';
import { previewHead, serverHead } from './preview/head.js';
import { entryPage } from './pages/entry.js';
import { embedPage, THEMES, type Theme } from './pages/embed.js';
import { sitemapOf } from './pages/sitemap.js';
import { namePage } from './pages/name.js';
import { picturePage } from './pages/picture.js';
import { NAME_KINDS } from './paths.js';
import { rulesPage } from './pages/rules.js';
import { serverPage } from './pages/server.js';
import { ultimatumPage } from './pages/ultimatum.js';

/** What takes as long as so many ordinary pages. */
const DEAR = 20;

const sectionIn = (text: string | undefined): Section | null =>
  SECTIONS.find((section) => section === text) ?? null;

/** Every ledger is folded again up to that day. */
const costAt = ({ query }: SiteRequest): number => (dayIn(query('at')) === null ? 1 : DEAR);

const home: ServerRoute = {
  path: '/s/:server',
  query: ['q', 'issuer', 'target', 'tag', 'state', 'at', 'past'],
  costOf: costAt,
  page: async (context, request) => {
    const model = await loadServer(context, {
      narrowing: narrowingOf(request),
      only: sectionIn(request.query('state')),
      at: dayIn(request.query('at')),
      past: cursorIn(request.query('past')),
    });
    return serverPage(context, model, serverHead(context));
  },
};

const ultimatum: ServerRoute = {
  path: '/s/:server/:id{U-[0-9]+}',
  query: ['at'],
  page: async (context, { param, query }) => {
    const number = numberIn(param('id'));
    const model = number === null ? null : await loadUltimatum(context, number, dayIn(query('at')));
    return model === null ? null : ultimatumPage(context, model, previewHead(context, model));
  },
};

const entry: ServerRoute = {
  path: '/s/:server/:id{U-[0-9]+}/:entry{[0-9]+}',
  query: [],
  page: async (context, { param }) => {
    const number = numberIn(param('id'));
    const model = number === null ? null : await loadUltimatum(context, number, null);
    return model === null ? null : entryPage(context, model, Number(param('entry')));
  },
};

const names = NAME_KINDS.map((kind): ServerRoute => ({
  path: `/s/:server/${kind}/:name`,
  query: ['state', 'past', 'at'],
  costOf: costAt,
  page: (context, { param, query }) =>
    namePage(context, {
      kind,
      given: param('name') ?? '',
      only: sectionIn(query('state')),
      past: query('past'),
      at: dayIn(query('at')),
    }),
}));

const rules: ServerRoute = {
  path: '/s/:server/rules',
  query: [],
  page: async (context) => rulesPage(context, await correctionsOfYear(context)),
};

const sitemap: ServerRoute = {
  path: '/s/:server/sitemap.xml',
  query: [],
  page: sitemapOf,
};

const themeIn = (text: string | undefined): Theme | null => THEMES.find((theme) => theme === text) ?? null;

const embed: ServerRoute = {
  path: '/embed/:server/:id{U-[0-9]+}',
  query: ['theme'],
  page: async (context, { param, query }) => {
    const number = numberIn(param('id'));
    const model = number === null ? null : await loadUltimatum(context, number, null);
    return model === null ? null : embedPage(context, model, themeIn(query('theme')));
  },
};

/** The routes of the picture: as a preview shows it, and to be scaled. */
const pictures = (['png', 'svg'] as const).map((format): ServerRoute => ({
  path: `/s/:server/:${format}{U-[0-9]+[.]${format}}`,
  query: ['at'],
  page: async (context, { param, query }) => {
    const number = numberIn(param(format)?.slice(0, -'.png'.length));
    const model = number === null ? null : await loadUltimatum(context, number, dayIn(query('at')));
    return model === null ? null : picturePage(context, model, format);
  },
}));

/** Every page of a server. */
export const SERVER_ROUTES: readonly ServerRoute[] = [
  home,
  rules,
  sitemap,
  ultimatum,
  entry,
  ...names,
  embed,
  ...pictures,
  ...FIGURE_ROUTES,
  ...FEED_ROUTES,
];
