/** What one target did and what the issuer did about the threat, as the figures count it. */
import type { Outcome } from '../entry.js';
import { inTime } from '../in-time.js';
import { actOrder } from '../measure.js';
import { hasActed } from '../outcome.js';
import type { Chain, TargetOutcome, Ultimatum } from '../ultimatum.js';
import { timingOf } from '../verdict.js';
import { daysAfter } from '../calendar-days.js';

/**
 * What became of a demand. `met`: in full and by the deadline in force; `late`: after it, in full or not; `paused`: while
 * no deadline stood; `no-deadline`: there was none to measure it against; `mixed`: the targets differ.
 */
export const DEMAND_RESULTS = [
  'met',
  'settled',
  'late',
  'partly',
  'paused',
  'not-met',
  'mixed',
  'no-deadline',
  'not-codable',
] as const;
export type DemandResult = (typeof DEMAND_RESULTS)[number];

/** What became of a threat: `not-due` where it never fell due, the others where it did. */
export const THREAT_RESULTS = ['full', 'partial', 'substitute', 'none', 'not-due', 'not-codable'] as const;
export type ThreatResult = (typeof THREAT_RESULTS)[number];

/** When a threat was carried out, beside its deadline (rules 4). */
export const ACT_TIMINGS = ['early', 'on-time', 'late'] as const;
export type ActTiming = (typeof ACT_TIMINGS)[number];

/** One target of one ultimatum. */
export interface TargetSides {
  readonly demand: DemandResult;
  /** Whether it was met in full by the first deadline, whatever came after it. */
  readonly metFirst: boolean;
  readonly threat: ThreatResult;
  /** Carried out although the demand had been met or settled in time, and after that. */
  readonly punishedAnyway: boolean;
  /** Null where it was not carried out in full, or there was no deadline. */
  readonly timing: ActTiming | null;
  /** Calendar days from the deadline to the act, negative before it; null as `timing` is. */
  readonly lag: number | null;
}

function demandOf({ outcome: { compliance }, paused, late, against }: TargetOutcome): DemandResult {
  if (compliance === 'not-codable') return 'not-codable';
  if (paused) return compliance === 'none' ? 'not-met' : 'paused';
  if (against === null) return 'no-deadline';
  if (compliance === 'none') return 'not-met';
  if (late) return 'late';
  return ({ full: 'met', negotiated: 'settled', partial: 'partly' } as const)[compliance];
}

/** In time, while paused, or where there is no deadline: the threat does not fall due. */
const wasHeld = ({ outcome: { compliance }, late }: TargetOutcome): boolean =>
  (compliance === 'full' || compliance === 'negotiated') && !late;

function orderOf({ complied, acted, followThrough }: Outcome) {
  return complied === null || acted === null || !hasActed(followThrough) ? null : actOrder(complied, acted);
}

/** It fell due where the demand was not met or settled by the deadline, or the measures came before that. */
function threatOf(recorded: TargetOutcome): ThreatResult {
  const { outcome, paused } = recorded;
  const { compliance, followThrough } = outcome;
  if (compliance === 'not-codable' || followThrough === 'not-codable') return 'not-codable';
  if (followThrough === 'not-due' || (paused && followThrough === 'none')) return 'not-due';
  return wasHeld(recorded) && orderOf(outcome) !== 'measures-first' ? 'not-due' : followThrough;
}

function metFirst({ outcome }: TargetOutcome, chain: Chain | undefined): boolean {
  const first = chain?.versions[0]?.reading;
  const { compliance, complied } = outcome;
  return compliance === 'full' && complied !== null && first !== undefined && inTime(complied, first);
}

/** How one target's outcome is counted. */
export function sidesOf({ chains }: Ultimatum, recorded: TargetOutcome): TargetSides {
  const { outcome, target, against } = recorded;
  const chain = chains.find(({ targets }) => targets.includes(target));
  const threat = threatOf(recorded);
  const { acted } = outcome;
  const timed = threat === 'full' && acted !== null && against !== null;
  return {
    demand: demandOf(recorded),
    metFirst: metFirst(recorded, chain),
    threat,
    punishedAnyway: wasHeld(recorded) && orderOf(outcome) === 'compliance-first',
    timing: timed ? (timingOf(outcome, against) ?? 'on-time') : null,
    lag: timed ? daysAfter(against, acted.start) : null,
  };
}
