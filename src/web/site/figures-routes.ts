/** The routes of figures: the page of all issuers, and the figures as data and as pictures. */
import { figuresCsv, figuresJson, leaderboardCsv, leaderboardJson } from '../../codec/figures.js';
import { figuresOf } from '../../domain/figures/record.js';
import type { ServerContext } from './context.js';
import type { SitePage } from './page.js';
import { leaderboardPage } from './pages/leaderboard.js';
import { issuerIn } from './pages/name.js';
import { figuresPicture } from './pages/picture.js';
import type { ServerRoute } from './request.js';

/** Every ultimatum of a server is counted. */
const COST = 3;

const FORMATS = { json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8' } as const;
type FigureFormat = keyof typeof FORMATS;
const FORMAT_NAMES = ['json', 'csv'] as const satisfies readonly FigureFormat[];

const file = (format: FigureFormat, body: string): SitePage => ({
  status: 200,
  type: FORMATS[format],
  body,
  indexed: false,
  open: true,
});

const ofFile = ({ now, settings }: ServerContext) => ({ at: now, inclusionRule: settings.inclusionRule });

const page: ServerRoute = {
  path: '/s/:server/issuers',
  query: [],
  costOf: () => COST,
  page: async (context) =>
    leaderboardPage(context, await context.store.leaderboard(context.page.guild, context.now)),
};

const boards = FORMAT_NAMES.map((format): ServerRoute => ({
  path: `/s/:server/issuers.${format}`,
  query: [],
  costOf: () => COST,
  page: async (context) => {
    const { issuers, all } = await context.store.leaderboard(context.page.guild, context.now);
    return file(
      format,
      format === 'csv' ? leaderboardCsv(issuers) : leaderboardJson(issuers, all, ofFile(context)),
    );
  },
}));

const records = FORMAT_NAMES.map((format): ServerRoute => ({
  path: `/s/:server/issuer/:name/figures.${format}`,
  query: [],
  page: async (context, { param }) => {
    const known = await issuerIn(context, param('name') ?? '');
    if (known === null) return null;
    const cases = await context.store.issuerCases(context.page.guild, known.name);
    const record = figuresOf(cases, context.now);
    return file(
      format,
      format === 'csv' ? figuresCsv(record) : figuresJson(known.name, record, ofFile(context)),
    );
  },
}));

const pictures = (['png', 'svg'] as const).map((format): ServerRoute => ({
  path: `/s/:server/issuer/:name/figures.${format}`,
  query: [],
  page: async (context, { param }) => {
    const known = await issuerIn(context, param('name') ?? '');
    if (known === null) return null;
    const cases = await context.store.issuerCases(context.page.guild, known.name);
    return figuresPicture(context, { name: known.name, record: figuresOf(cases, context.now) }, format);
  },
}));

/** The figures of one issuer and of all, as pages, as files and as pictures. */
export const FIGURE_ROUTES: readonly ServerRoute[] = [page, ...boards, ...records, ...pictures];
