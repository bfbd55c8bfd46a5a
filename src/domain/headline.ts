import type { Outcome } from './entry.js';
import type { DatedReading } from './reading.js';
import { HOUR } from './durations.js';
import { isLate, measuredAgainst, type MeasuredVersion } from './measure.js';
import type { State } from './ultimatum.js';
import type { When } from './when.js';
import { localTime } from './zone.js';

/** What a headline is computed from; never typed. */
export interface HeadlineFacts {
  readonly state: State;
  readonly zone: string;
  readonly versions: readonly MeasuredVersion[];
  readonly targets: readonly string[];
  readonly outcomes: readonly { readonly target: string; readonly outcome: Outcome }[];
  readonly suspended: When | null;
  /** `late`: it was withdrawn after its deadline had passed. */
  readonly withdrawn: { readonly stated: When; readonly late: boolean } | null;
  readonly supersededBy: number | null;
}

type Column = 'not-due' | 'none' | 'some' | 'full';
type Row = 'full' | 'negotiated' | 'partial' | 'none' | 'late';

const TABLE: Record<Row, Record<Column, string>> = {
  full: { 'not-due': 'Met', none: 'Met', some: 'Met, punished in part', full: 'Met, punished anyway' },
  negotiated: {
    'not-due': 'Settled',
    none: 'Settled',
    some: 'Settled under measures',
    full: 'Settled under measures',
  },
  partial: {
    'not-due': 'Partly met',
    none: 'Partly met, not carried out',
    some: 'Partly met, partly carried out',
    full: 'Partly met, carried out',
  },
  none: {
    'not-due': 'Not met',
    none: 'Not met, not carried out',
    some: 'Not met, partly carried out',
    full: 'Not met, carried out',
  },
  late: {
    'not-due': 'Complied late',
    none: 'Complied late',
    some: 'Complied late, measures',
    full: 'Complied under measures',
  },
};

function columnOf(outcome: Outcome): Column | null {
  switch (outcome.followThrough) {
    case 'not-due':
    case 'none':
    case 'full':
      return outcome.followThrough;
    case 'partial':
    case 'substitute':
      return 'some';
    case 'not-codable':
      return null;
  }
}

/** Early or late, said only of a threat carried out in full (rules 4). */
function timing(outcome: Outcome, reading: DatedReading): string {
  if (outcome.acted === null || outcome.followThrough !== 'full') return '';
  if (outcome.acted.start >= reading.latest + HOUR) return ' late';
  if (reading.orSooner || reading.bound === 'effective') return '';
  const { start, end } = outcome.acted;
  return start < reading.earliest && end <= reading.earliest ? ' early' : '';
}

/** The cell of the table, holes filled as in rules 18. */
function cell(versions: readonly MeasuredVersion[], outcome: Outcome): string {
  const column = columnOf(outcome);
  if (outcome.compliance === 'not-codable' || column === null) return 'Unresolved';
  const version = measuredAgainst(versions, outcome.complied);
  if (version === null) {
    return `${TABLE[outcome.compliance][column].replace(/^Met/, 'Complied')}, no deadline`;
  }
  const row = isLate(versions, outcome) ? 'late' : outcome.compliance;
  return TABLE[row][column] + (row === 'none' ? timing(outcome, version.reading) : '');
}

function bareHeadline(facts: HeadlineFacts, outcome: Outcome): string {
  if (facts.withdrawn === null) return cell(facts.versions, outcome);
  if (facts.withdrawn.late) return `${cell(facts.versions, outcome)}, then withdrawn`;
  const held = outcome.compliance === 'full' || outcome.compliance === 'negotiated';
  const first = outcome.complied !== null && outcome.complied.start < facts.withdrawn.stated.start;
  return held && first ? cell(facts.versions, outcome) : 'Withdrawn';
}

function movesBefore(facts: HeadlineFacts, complied: When | null): number {
  return facts.versions.filter(
    (version) => version.moved && (complied === null || version.stated.start < complied.start),
  ).length;
}

function after(moves: number): string {
  if (moves === 0) return '';
  return moves === 1 ? ' (after 1 move)' : ` (after ${moves} moves)`;
}

/** The headline of one target's outcome. */
export function outcomeHeadline(facts: HeadlineFacts, outcome: Outcome): string {
  return bareHeadline(facts, outcome) + after(movesBefore(facts, outcome.complied));
}

function running(facts: HeadlineFacts): string {
  if (facts.state === 'suspended' && facts.suspended !== null) {
    const since = localTime(facts.suspended.start, facts.zone);
    return `Suspended since ${since.setLocale('en').toFormat('d LLL yyyy')}`;
  }
  if (facts.state === 'passed' || facts.withdrawn?.late === true) return 'Passed, not yet reviewed';
  return facts.versions.length === 0 ? 'Open, no date' : 'Open';
}

/** Equal headlines are that one, different ones are counted, in the order of the targets. */
function joined(facts: HeadlineFacts, bare: readonly string[], moves: readonly number[]): string {
  const counts = new Map<string, number>();
  for (const one of bare) counts.set(one, (counts.get(one) ?? 0) + 1);
  const [only] = counts.keys();
  if (counts.size === 1 && only !== undefined) return only + after(Math.max(...moves));
  const parts = [...counts].map(([one, count]) => `${one} ${count}`);
  return `Split: ${parts.join(', ')}${after(movesBefore(facts, null))}`;
}

/**
 * The one line of an ultimatum, computed from both axes, the dates and the history. "(after n moves)" is on every
 * headline of a closed one; while it runs the line is its state.
 */
export function headlineOf(facts: HeadlineFacts): string {
  if (facts.supersededBy !== null)
    return `Superseded by U-${facts.supersededBy}${after(movesBefore(facts, null))}`;
  const known = facts.targets.map((target) => facts.outcomes.find((one) => one.target === target)?.outcome);
  const outcomes = known.filter((outcome) => outcome !== undefined);
  if (facts.withdrawn !== null && !facts.withdrawn.late) {
    const bare = known.map((outcome) => (outcome === undefined ? 'Withdrawn' : bareHeadline(facts, outcome)));
    return joined(
      facts,
      bare,
      known.map((outcome) => movesBefore(facts, outcome?.complied ?? null)),
    );
  }
  if (outcomes.length === 0) {
    return facts.withdrawn === null
      ? running(facts)
      : `${running(facts)}, then withdrawn${after(movesBefore(facts, null))}`;
  }
  if (facts.state !== 'resolved' && outcomes.length < known.length)
    return `${outcomes.length} of ${known.length}`;
  const moves = outcomes.map((outcome) => movesBefore(facts, outcome.complied));
  return joined(
    facts,
    outcomes.map((outcome) => bareHeadline(facts, outcome)),
    moves,
  );
}
