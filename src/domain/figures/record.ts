/** The figures of a record: of one issuer, or of all. Each share has its own denominator (docs/figures.md). */
import { DAY } from '../durations.js';
import type { RecordInstant } from '../instant.js';
import type { CaseEnd, CaseFacts } from './case.js';
import { medianOf, proportionOf, type Proportion } from './proportion.js';
import {
  ACT_TIMINGS,
  DEMAND_RESULTS,
  THREAT_RESULTS,
  type ActTiming,
  type DemandResult,
  type ThreatResult,
} from './sides.js';
import { survivalOf, type SurvivalCurve } from './survival.js';

/** So long after the last deadline a threat can still be carried out before it counts as lapsed. */
const GRACE_MS = 30 * DAY;

/** A case, and whether it is a joint one: stated by several issuers. */
export interface CountedCase extends CaseFacts {
  readonly joint: boolean;
}

/** A median and of how many values it is. */
export interface MedianOf {
  readonly median: number | null;
  readonly n: number;
}

/** What was demanded and became of it: of what is resolved with a deadline. */
interface DemandFigures {
  readonly met: Proportion;
  readonly metFirst: Proportion;
  /** How often each, in the same denominator. */
  readonly results: Readonly<Record<DemandResult, number>>;
  /** Beside the denominator. */
  readonly beside: {
    readonly withdrawn: number;
    readonly superseded: number;
    readonly notReviewed: number;
    readonly noDeadline: number;
    readonly notCodable: number;
  };
}

/** Deadlines that moved: of those whose first one is over or that are closed. */
interface MoveFigures {
  readonly moved: Proportion;
  readonly shortened: Proportion;
  readonly extended: Proportion;
  readonly revived: Proportion;
  /** All moves of these cases together. */
  readonly moves: number;
  /** Calendar days, negative for earlier. */
  readonly slip: MedianOf;
}

/** What became of the threats: of those that fell due and of which it is known. */
interface ThreatFigures {
  readonly full: Proportion;
  readonly results: Readonly<Record<ThreatResult, number>>;
  /** Of what was met or settled in time: carried out afterwards. */
  readonly punishedAnyway: number;
  /** Of those carried out in full for which there was a deadline. */
  readonly timings: Readonly<Record<ActTiming, number>>;
  /** Calendar days after the deadline, of those carried out late. */
  readonly lag: MedianOf;
  /** Carried out, in full or in part, and lifted later. */
  readonly lifted: Proportion;
  /** Complied with and undone later. */
  readonly undone: number;
  /** Not met, and nothing was carried out in the grace of 30 days. */
  readonly lapsed: number;
}

/** How well the cases are recorded. */
interface QualityFigures {
  readonly wellSourced: Proportion;
  readonly disputed: Proportion;
  readonly notReviewed: Proportion;
}

export interface RecordFigures {
  /** Cases that are counted. */
  readonly cases: number;
  readonly joint: number;
  readonly running: number;
  readonly notReviewed: number;
  readonly ended: Readonly<Record<CaseEnd, number>>;
  readonly leftOut: { readonly unsourced: number };
  readonly demand: DemandFigures;
  readonly moves: MoveFigures;
  readonly threat: ThreatFigures;
  readonly firstMove: SurvivalCurve;
  readonly outcome: SurvivalCurve;
  readonly quality: QualityFigures;
}

const NO_DENOMINATOR: ReadonlySet<DemandResult | null> = new Set(['no-deadline', 'not-codable', null]);
const NEVER_DUE: ReadonlySet<ThreatResult | null> = new Set(['not-due', 'not-codable', null]);

/** Whether the clock or a review has to say more before anything is known of it. */
const waitsForReview = ({ end, state, lastLatest }: CaseFacts, now: RecordInstant): boolean =>
  end === null && (state === 'passed' || (state === 'open' && lastLatest !== null && lastLatest <= now));

function countsOf<Key extends string>(
  keys: readonly Key[],
  values: readonly (Key | null)[],
): Readonly<Record<Key, number>> {
  const found = new Map<Key | null, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1);
  const counts = keys.map((key) => [key, found.get(key) ?? 0] as const);
  // Built from the very keys, which `fromEntries` cannot express.
  return Object.fromEntries(counts) as Record<Key, number>;
}

const medianIn = (values: readonly (number | null)[]): MedianOf => {
  const known = values.filter((value) => value !== null);
  return { median: medianOf(known), n: known.length };
};

function demandFigures(cases: readonly CountedCase[], now: RecordInstant): DemandFigures {
  const measured = cases.filter(({ demand }) => !NO_DENOMINATOR.has(demand));
  const ended = countsOf(
    ['withdrawn', 'superseded'],
    cases.map(({ end }) => (end === 'resolved' ? null : end)),
  );
  const results = countsOf(
    DEMAND_RESULTS,
    cases.map(({ demand }) => demand),
  );
  return {
    met: proportionOf(measured, ({ demand }) => demand === 'met'),
    metFirst: proportionOf(measured, ({ metFirst }) => metFirst),
    results,
    beside: {
      ...ended,
      notReviewed: cases.filter((one) => waitsForReview(one, now)).length,
      noDeadline: results['no-deadline'],
      notCodable: results['not-codable'],
    },
  };
}

function moveFigures(cases: readonly CountedCase[], now: RecordInstant): MoveFigures {
  const over = cases.filter(
    ({ firstLatest, end }) => firstLatest !== null && (firstLatest <= now || end !== null),
  );
  return {
    moved: proportionOf(over, ({ moves }) => moves > 0),
    shortened: proportionOf(over, ({ shortened }) => shortened > 0),
    extended: proportionOf(over, ({ extended }) => extended > 0),
    revived: proportionOf(over, ({ revived }) => revived > 0),
    moves: over.reduce((sum, { moves }) => sum + moves, 0),
    slip: medianIn(over.map(({ slip }) => slip)),
  };
}

function hasLapsed({ demand, threat, lastLatest }: CaseFacts, now: RecordInstant): boolean {
  const over = lastLatest !== null && lastLatest + GRACE_MS <= now;
  return over && demand === 'not-met' && threat === 'none';
}

function threatFigures(cases: readonly CountedCase[], now: RecordInstant): ThreatFigures {
  const due = cases.filter(({ threat }) => !NEVER_DUE.has(threat));
  const done = due.filter(({ threat }) => threat === 'full' || threat === 'partial');
  return {
    full: proportionOf(due, ({ threat }) => threat === 'full'),
    results: countsOf(
      THREAT_RESULTS,
      cases.map(({ threat }) => threat),
    ),
    punishedAnyway: cases.filter(({ punishedAnyway }) => punishedAnyway).length,
    timings: countsOf(
      ACT_TIMINGS,
      cases.map(({ timing }) => timing),
    ),
    lag: medianIn(cases.map(({ timing, lag }) => (timing === 'late' ? lag : null))),
    lifted: proportionOf(done, ({ lifted }) => lifted !== null),
    undone: cases.filter(({ undone }) => undone !== null).length,
    lapsed: cases.filter((one) => hasLapsed(one, now)).length,
  };
}

/** Whole days; what was stated of an earlier day than the beginning took none. */
const daysFrom = (from: RecordInstant, until: RecordInstant): number =>
  Math.max(0, Math.floor((until - from) / DAY));

/** Of cases with a deadline, until it is first moved; watched until they end, or until now. */
function firstMoveCurve(cases: readonly CountedCase[], now: RecordInstant): SurvivalCurve {
  const dated = cases.filter(({ firstLatest }) => firstLatest !== null);
  return survivalOf(
    dated.map(({ stated, firstMove, ended }) => ({
      days: daysFrom(stated, firstMove ?? ended ?? now),
      happened: firstMove !== null,
    })),
  );
}

/** Until an outcome was stated; watched until they were withdrawn or superseded, or until now. */
function outcomeCurve(cases: readonly CountedCase[], now: RecordInstant): SurvivalCurve {
  return survivalOf(
    cases.map(({ stated, end, ended }) => ({
      days: daysFrom(stated, ended ?? now),
      happened: end === 'resolved',
    })),
  );
}

/** All figures of these cases at `now`, ms UTC of the record's clock; what is hidden or unsourced counts in none. */
export function figuresOf(all: readonly CountedCase[], now: RecordInstant): RecordFigures {
  const cases = all.filter(({ leftOut }) => leftOut === null);
  const notReviewed = cases.filter((one) => waitsForReview(one, now)).length;
  const ended = countsOf(
    ['resolved', 'withdrawn', 'superseded'],
    cases.map(({ end }) => end),
  );
  const over = cases.filter((one) => one.end !== null || waitsForReview(one, now));
  return {
    cases: cases.length,
    joint: cases.filter(({ joint }) => joint).length,
    running: cases.length - over.length,
    notReviewed,
    ended,
    leftOut: { unsourced: all.filter(({ leftOut }) => leftOut === 'unsourced').length },
    demand: demandFigures(cases, now),
    moves: moveFigures(cases, now),
    threat: threatFigures(cases, now),
    firstMove: firstMoveCurve(cases, now),
    outcome: outcomeCurve(cases, now),
    quality: {
      wellSourced: proportionOf(cases, ({ wellSourced }) => wellSourced),
      disputed: proportionOf(cases, ({ disputed }) => disputed),
      notReviewed: proportionOf(over, (one) => one.end === null),
    },
  };
}
