/** One ultimatum as a case: all that the figures of an issuer count of it. It follows from the entries and no clock. */
import type { Extent, ReversalKind } from '../entry.js';
import { reportsIn } from '../reports.js';
import type { State } from '../state.js';
import type { Chain, Ultimatum } from '../ultimatum.js';
import { isMove } from '../versions.js';
import type { When } from '../when.js';
import type { RecordInstant } from '../instant.js';
import { sidesOf, type ActTiming, type DemandResult, type TargetSides, type ThreatResult } from './sides.js';

/** Why an ultimatum is in no figure. */
type LeftOut = 'hidden' | 'unsourced';

/** How a case ended. */
export type CaseEnd = 'resolved' | 'withdrawn' | 'superseded';

/** How often a deadline was moved, by the kind of move. */
interface MoveCounts {
  readonly moves: number;
  readonly shortened: number;
  readonly extended: number;
  /** Moved after it had passed. */
  readonly revived: number;
}

/** Instants are ms UTC of the record's clock. */
export interface CaseFacts extends MoveCounts {
  /** Null where it is counted. */
  readonly leftOut: LeftOut | null;
  readonly state: State;
  /** Null while it runs, and while it waits for a review. */
  readonly end: CaseEnd | null;
  readonly stated: RecordInstant;
  /** The end of the first deadline; null where there never was one. */
  readonly firstLatest: RecordInstant | null;
  readonly lastLatest: RecordInstant | null;
  readonly firstMove: RecordInstant | null;
  /** When the end was stated; null as `end` is. */
  readonly ended: RecordInstant | null;
  /** Last deadline minus first, calendar days of the issuer's zone; null without a deadline. */
  readonly slip: number | null;
  /** Null unless it is resolved. */
  readonly demand: DemandResult | null;
  readonly metFirst: boolean;
  /** Null unless it is resolved. */
  readonly threat: ThreatResult | null;
  readonly punishedAnyway: boolean;
  readonly timing: ActTiming | null;
  readonly lag: number | null;
  /** How far the measures were lifted later; null where they were not. */
  readonly lifted: Extent | null;
  /** How far the compliance was undone later; null where it was not. */
  readonly undone: Extent | null;
  /** Whether two outlets report it, or one and a record. */
  readonly wellSourced: boolean;
  readonly disputed: boolean;
}

function leftOutOf({ hidden, statements }: Ultimatum): LeftOut | null {
  if (hidden !== null) return 'hidden';
  return statements.some(({ url, outlet }) => url !== null || outlet !== null) ? null : 'unsourced';
}

function movesOf(chain: Chain | undefined): MoveCounts {
  const versions = chain?.versions ?? [];
  const moved = versions.flatMap(({ revision, reading }, index) =>
    isMove(versions[index - 1]?.reading ?? null, revision, reading) ? [revision] : [],
  );
  const count = (kind: (typeof moved)[number]) => moved.filter((revision) => revision === kind).length;
  return {
    moves: moved.length,
    shortened: count('shortened'),
    extended: count('extended'),
    revived: count('revived'),
  };
}

/** The deadlines of the targets for whom they were moved most often: they stand for the ultimatum, as its moves do. */
const mostMoved = ({ chains }: Ultimatum): Chain | undefined =>
  chains.toSorted((a, b) => b.moves - a.moves)[0];

function firstMoveOf({ chains }: Ultimatum): RecordInstant | null {
  const starts = chains.flatMap(({ versions }) =>
    versions.flatMap(({ revision, reading, stated }, index) =>
      isMove(versions[index - 1]?.reading ?? null, revision, reading) ? [stated.start] : [],
    ),
  );
  return starts.length === 0 ? null : Math.min(...starts);
}

/** The outcomes that count: one after a withdrawal in time is none (rules 18). */
function countedOutcomes({ outcomes }: Ultimatum): Ultimatum['outcomes'] {
  return outcomes.filter(({ headline }) => headline.verdict.what !== 'withdrawn');
}

function endOf(ultimatum: Ultimatum): CaseEnd | null {
  switch (ultimatum.headline.kind) {
    case 'superseded':
      return 'superseded';
    case 'passed-then-withdrawn':
      return 'withdrawn';
    case 'verdict':
    case 'split':
      return countedOutcomes(ultimatum).length === 0 ? 'withdrawn' : 'resolved';
    case 'open':
    case 'suspended':
    case 'passed':
    case 'incomplete':
      return null;
  }
}

const latestOf = (whens: readonly When[], otherwise: When): When =>
  whens.reduce((latest, when) => (when.start > latest.start ? when : latest), whens[0] ?? otherwise);

/** When the end was stated: the last of what ended it for its targets. Null while it runs, and while it waits for a review. */
export function endStated(ultimatum: Ultimatum): When | null {
  const { stated, chains, entries } = ultimatum;
  switch (endOf(ultimatum)) {
    case null:
      return null;
    case 'resolved':
      return latestOf(
        countedOutcomes(ultimatum).map((outcome) => outcome.stated),
        stated,
      );
    case 'withdrawn':
      return latestOf(
        chains.map(({ withdrawn }) => withdrawn ?? stated),
        stated,
      );
    case 'superseded':
      return entries.findLast(({ event }) => event.kind === 'superseded')?.stated ?? stated;
  }
}

/** What all targets share; where they differ and it is known, `mixed`. */
function demandOf(sides: readonly TargetSides[]): DemandResult {
  const results = new Set(sides.map(({ demand }) => demand));
  const [only] = results;
  if (results.size === 1 && only !== undefined) return only;
  results.delete('no-deadline');
  results.delete('met');
  return results.size === 1 && results.has('not-codable') ? 'not-codable' : 'mixed';
}

/** Where it fell due for some targets only, those count; carried out for some of these is in part. */
function threatOf(sides: readonly TargetSides[]): ThreatResult {
  const due = new Set(sides.map(({ threat }) => threat));
  if (due.size > 1) due.delete('not-due');
  const [only = 'not-due'] = due;
  if (due.size <= 1) return only;
  if (due.has('not-codable')) return 'not-codable';
  return due.has('full') || due.has('partial') ? 'partial' : 'substitute';
}

function timingOf(sides: readonly TargetSides[], threat: ThreatResult): ActTiming | null {
  const timings = sides.map(({ timing }) => timing);
  if (threat !== 'full' || timings.every((timing) => timing === null)) return null;
  if (timings.includes('late')) return 'late';
  return timings.includes('early') ? 'early' : 'on-time';
}

function lagOf(sides: readonly TargetSides[], threat: ThreatResult): number | null {
  const lags = sides.map(({ lag }) => lag).filter((lag) => lag !== null);
  return threat !== 'full' || lags.length === 0 ? null : Math.max(...lags);
}

/** What the last entries say of each target; in part where they do not all say in full. */
function reversedOf({ reversals }: Ultimatum, kind: ReversalKind): Extent | null {
  const last = new Map(
    reversals.filter(({ what }) => what === kind).map(({ target, extent }) => [target, extent]),
  );
  if (last.size === 0) return null;
  return [...last.values()].every((extent) => extent === 'full') ? 'full' : 'partial';
}

function sidesIn(ultimatum: Ultimatum, end: CaseEnd | null) {
  const resolved = end === 'resolved';
  const sides = resolved ? countedOutcomes(ultimatum).map((one) => sidesOf(ultimatum, one)) : [];
  const threat = resolved ? threatOf(sides) : null;
  return {
    demand: resolved ? demandOf(sides) : null,
    metFirst: resolved && sides.every(({ metFirst }) => metFirst),
    threat,
    punishedAnyway: sides.some(({ punishedAnyway }) => punishedAnyway),
    timing: threat === null ? null : timingOf(sides, threat),
    lag: threat === null ? null : lagOf(sides, threat),
  };
}

/** All that is counted of an ultimatum, however many targets it has: once (rules 19). */
export function caseFacts(ultimatum: Ultimatum): CaseFacts {
  const { chains, state, stated, slip, disputed } = ultimatum;
  const end = endOf(ultimatum);
  const firsts = chains.flatMap(({ versions }) => versions[0]?.reading.latest ?? []);
  const lasts = chains.flatMap(({ versions }) => versions.at(-1)?.reading.latest ?? []);
  const { records, outlets } = reportsIn(ultimatum.statements);
  return {
    leftOut: leftOutOf(ultimatum),
    state,
    end,
    stated: stated.start,
    firstLatest: firsts.length === 0 ? null : Math.min(...firsts),
    lastLatest: lasts.length === 0 ? null : Math.max(...lasts),
    firstMove: firstMoveOf(ultimatum),
    ended: endStated(ultimatum)?.start ?? null,
    ...movesOf(mostMoved(ultimatum)),
    slip,
    ...sidesIn(ultimatum, end),
    lifted: reversedOf(ultimatum, 'measures-lifted'),
    undone: reversedOf(ultimatum, 'compliance-undone'),
    wellSourced: outlets >= 2 || (outlets >= 1 && records >= 1),
    disputed,
  };
}
