/** The operations of figures: of one issuer, and of every issuer. */
import { z } from 'zod';
import { figuresOf } from '../../../domain/figures/record.js';
import { issuerIn } from '../pages/name.js';
import { namePage } from './lists.js';
import { operation, type Operation } from './operation.js';
import { BY_NAME, paged } from './parameters.js';
import { issuerFigures, leaderboard } from './schema/figures.js';
import { serverAddress } from './view/basics.js';
import { figuresAnswer, ofAllFigures, talliedAnswer, tallyAnswer } from './view/figures.js';

/** Every ultimatum of a server is counted. */
const COST = 3;

const ofIssuer = operation({
  id: 'issuerFigures',
  path: '/issuers/:name/figures',
  query: z.object({}),
  answer: issuerFigures,
  timely: true,
  make: async (context, { param, found }) => {
    const known = await issuerIn(context, param('name') ?? '');
    if (known === null) return null;
    const cases = await context.store.issuerCases(context.page.guild, known.name);
    return found(figuresAnswer(context, known.name, figuresOf(cases, context.now)));
  },
});

const ofAll = operation({
  id: 'leaderboard',
  path: '/leaderboard',
  query: z.object(paged(BY_NAME)),
  answer: leaderboard,
  cost: COST,
  timely: true,
  make: async (context, { query: { cursor = null, limit }, found, next }) => {
    const { issuers, all, leftOut } = await context.store.leaderboard(context.page.guild, context.now);
    const shown = namePage(issuers, { cursor, limit });
    return found({
      ...ofAllFigures(context),
      all: tallyAnswer(all),
      leftOut,
      items: shown.items.map((issuer) => talliedAnswer(context, issuer)),
      next: next(`${serverAddress(context)}/leaderboard`, shown.next),
    });
  },
});

/** The figures of one issuer and of all. */
export const FIGURE_OPERATIONS: readonly Operation[] = [ofIssuer, ofAll];
