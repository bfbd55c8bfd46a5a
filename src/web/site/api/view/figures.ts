/** The figures of an issuer and of all of them, as the API shows them. */
import type { z } from 'zod';
import { shareOf } from '../../../../codec/figures.js';
import { cleanLine } from '../../../../domain/clean.js';
import type { RecordFigures } from '../../../../domain/figures/record.js';
import type { SurvivalCurve } from '../../../../domain/figures/survival.js';
import type { IssuerTally, Tally } from '../../../../domain/figures/tally.js';
import { METHOD } from '../../../../domain/method.js';
import type { ServerContext } from '../../context.js';
import { nameInPath, namePath } from '../../paths.js';
import type { issuerFigures, leaderboard } from '../schema/figures.js';
import { serverAddress, textOrNull } from './basics.js';

type FiguresAnswer = z.input<typeof issuerFigures>;
type LeaderboardAnswer = z.input<typeof leaderboard>;

/** The address of the figures of an issuer in the API. */
export const figuresAddress = (context: ServerContext, name: string): string =>
  `${serverAddress(context)}/issuers/${nameInPath(name)}/figures`;

/** What all figures of a server have in common. */
export const ofAllFigures = ({ settings }: ServerContext) => ({
  method: METHOD,
  inclusionRule: textOrNull(settings.inclusionRule),
});

const curveOf = ({ steps, ...curve }: SurvivalCurve) => ({ ...curve, steps: [...steps] });

function demandOf({ met, metFirst, results, beside }: RecordFigures['demand']): FiguresAnswer['demand'] {
  return { met: shareOf(met), metFirst: shareOf(metFirst), results, beside };
}

const movesOf = ({ moved, shortened, extended, revived, moves, slip }: RecordFigures['moves']) => ({
  moved: shareOf(moved),
  shortened: shareOf(shortened),
  extended: shareOf(extended),
  revived: shareOf(revived),
  moves,
  slip,
});

const qualityOf = ({ wellSourced, disputed, notReviewed }: RecordFigures['quality']) => ({
  wellSourced: shareOf(wellSourced),
  disputed: shareOf(disputed),
  notReviewed: shareOf(notReviewed),
});

/** Everything that is counted of one issuer. */
export function figuresAnswer(context: ServerContext, name: string, record: RecordFigures): FiguresAnswer {
  const { full, lifted, ...threat } = record.threat;
  return {
    ...record,
    name: cleanLine(name),
    url: `${context.publicUrl}${namePath(context, 'issuer', name)}`,
    self: figuresAddress(context, name),
    ...ofAllFigures(context),
    demand: demandOf(record.demand),
    moves: movesOf(record.moves),
    threat: { ...threat, full: shareOf(full), lifted: shareOf(lifted) },
    firstMove: curveOf(record.firstMove),
    outcome: curveOf(record.outcome),
    quality: qualityOf(record.quality),
  };
}

/** The three shares that a leaderboard compares. */
export const tallyAnswer = ({ cases, notReviewed, met, moved, carriedOut }: Tally) => ({
  cases,
  notReviewed,
  met: shareOf(met),
  moved: shareOf(moved),
  carriedOut: shareOf(carriedOut),
});

/** One issuer of a leaderboard. */
export const talliedAnswer = (
  context: ServerContext,
  { name, ...tally }: IssuerTally,
): LeaderboardAnswer['items'][number] => ({
  name: cleanLine(name),
  url: `${context.publicUrl}${namePath(context, 'issuer', name)}`,
  figures: figuresAddress(context, name),
  ...tallyAnswer(tally),
});
