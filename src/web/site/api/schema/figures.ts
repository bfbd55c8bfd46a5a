/** The schemas of figures: shares with their cases and intervals, counts, medians and curves. */
import { z } from 'zod';
import { ACT_TIMINGS, DEMAND_RESULTS, THREAT_RESULTS } from '../../../../domain/figures/sides.js';
import { address, fields, NAMED, ordinal, pageOf, text } from './basics.js';

const count = z.int().min(0);
const portion = z.number().min(0).max(1);

const share = z
  .object({
    count,
    n: count.describe(fields.n),
    share: portion.nullable().describe(fields.portion),
    low: portion.nullable(),
    high: portion.nullable(),
  })
  .describe(fields.figure)
  .register(NAMED, { id: 'Share' });

const median = z
  .object({ median: z.number().nullable(), n: count })
  .describe(fields.median)
  .register(NAMED, { id: 'Median' });

const curve = z
  .object({
    n: count,
    events: count.describe(fields.events),
    median: count.nullable().describe(fields.half),
    steps: z.array(
      z.object({
        days: count,
        atRisk: ordinal.describe(fields.atRisk),
        events: ordinal,
        share: portion.describe(fields.without),
        error: z.number().min(0).describe(fields.error),
        low: portion,
        high: portion,
      }),
    ),
  })
  .describe(fields.curve)
  .register(NAMED, { id: 'Curve' });

const DATA_OF_ALL = {
  method: ordinal.describe(fields.method),
  inclusionRule: text.nullable().describe(fields.inclusionRule),
};

export const issuerFigures = z
  .object({
    name: text,
    url: address.describe(fields.url),
    self: address.describe(fields.self),
    ...DATA_OF_ALL,
    cases: count.describe(fields.cases),
    joint: count.describe(fields.joint),
    running: count,
    notReviewed: count.describe(fields.notReviewed),
    ended: z.object({ resolved: count, withdrawn: count, superseded: count }),
    leftOut: z.object({ unsourced: count }).describe(fields.leftOut),
    demand: z
      .object({
        met: share,
        metFirst: share,
        results: z.record(z.enum(DEMAND_RESULTS), count),
        beside: z
          .object({
            withdrawn: count,
            superseded: count,
            notReviewed: count,
            noDeadline: count,
            notCodable: count,
          })
          .describe(fields.beside),
      })
      .describe(fields.demands),
    moves: z
      .object({ moved: share, shortened: share, extended: share, revived: share, moves: count, slip: median })
      .describe(fields.moved),
    threat: z
      .object({
        full: share,
        results: z.record(z.enum(THREAT_RESULTS), count),
        timings: z.record(z.enum(ACT_TIMINGS), count),
        lag: median,
        lifted: share,
        undone: count,
        lapsed: count,
        punishedAnyway: count,
      })
      .describe(fields.threats),
    firstMove: curve,
    outcome: curve,
    quality: z.object({ wellSourced: share, disputed: share, notReviewed: share }),
  })
  .register(NAMED, { id: 'IssuerFigures' });

const TALLY = {
  cases: count.describe(fields.cases),
  notReviewed: count.describe(fields.notReviewed),
  met: share,
  moved: share,
  carriedOut: share,
};

const tallied = z
  .object({ name: text, url: address.describe(fields.url), figures: address.describe(fields.self), ...TALLY })
  .register(NAMED, { id: 'IssuerTally' });

export const leaderboard = z
  .object({
    ...DATA_OF_ALL,
    all: z.object(TALLY).describe(fields.all),
    leftOut: z.object({ unsourced: count, hidden: count }).describe(fields.leftOut),
    ...pageOf(tallied).shape,
  })
  .register(NAMED, { id: 'Leaderboard' });
