/** What one line says of an ultimatum, as a code: worked out from the outcomes, the dates and the history, never typed. */
import { isLate, measuredAgainst, type MeasuredVersion } from './measure.js';
import type { Outcome } from './entry.js';
import { HOUR } from './durations.js';
import type { DatedReading } from './reading.js';
import type { State } from './state.js';
import type { When } from './when.js';
import type { RecordInstant } from './instant.js';

/** What an outcome comes to on both sides. */
const VERDICTS = [
  'met',
  'met-punished-in-part',
  'met-punished',
  'settled',
  'settled-under-measures',
  'partly-met',
  'partly-met-not-carried-out',
  'partly-met-partly-carried-out',
  'partly-met-carried-out',
  'not-met',
  'not-met-not-carried-out',
  'not-met-partly-carried-out',
  'not-met-carried-out',
  'complied-late',
  'complied-late-measures',
  'complied-under-measures',
  'complied',
  'complied-punished-in-part',
  'complied-punished',
  'unresolved',
  'withdrawn',
] as const;

export interface HeadlineVerdict {
  readonly what: (typeof VERDICTS)[number];
  /** Said only where the demand was not met and the threat was carried out in full. */
  readonly timing: 'early' | 'late' | null;
  /** That there was no deadline to measure it against. */
  readonly undated: boolean;
  readonly thenWithdrawn: boolean;
}

export interface VerdictHeadline {
  readonly kind: 'verdict';
  readonly verdict: HeadlineVerdict;
  /** How often the deadline was moved before it. */
  readonly moves: number;
}

export type Headline =
  | { readonly kind: 'open'; readonly dated: boolean }
  /** `since` in ms UTC; its day is that of `zone`. */
  | { readonly kind: 'suspended'; readonly since: RecordInstant; readonly zone: string }
  | { readonly kind: 'passed' }
  /** Withdrawn after the deadline had passed, with no outcome on record. */
  | { readonly kind: 'passed-then-withdrawn'; readonly moves: number }
  | { readonly kind: 'superseded'; readonly by: number; readonly moves: number }
  /** Some of the targets have no outcome yet. */
  | { readonly kind: 'incomplete'; readonly recorded: number; readonly targets: number }
  | VerdictHeadline
  /** The targets differ; in their order. */
  | {
      readonly kind: 'split';
      readonly parts: readonly { readonly verdict: HeadlineVerdict; readonly targets: number }[];
      readonly moves: number;
    };

/** What a headline is worked out from. */
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

type Row = Exclude<Outcome['compliance'], 'not-codable'> | 'late' | 'undated';
type Column = 'not-due' | 'none' | 'some' | 'full';

const TABLE: Readonly<Record<Row, Readonly<Record<Column, HeadlineVerdict['what']>>>> = {
  full: { 'not-due': 'met', none: 'met', some: 'met-punished-in-part', full: 'met-punished' },
  negotiated: {
    'not-due': 'settled',
    none: 'settled',
    some: 'settled-under-measures',
    full: 'settled-under-measures',
  },
  partial: {
    'not-due': 'partly-met',
    none: 'partly-met-not-carried-out',
    some: 'partly-met-partly-carried-out',
    full: 'partly-met-carried-out',
  },
  none: {
    'not-due': 'not-met',
    none: 'not-met-not-carried-out',
    some: 'not-met-partly-carried-out',
    full: 'not-met-carried-out',
  },
  late: {
    'not-due': 'complied-late',
    none: 'complied-late',
    some: 'complied-late-measures',
    full: 'complied-under-measures',
  },
  /** In full, where no deadline says by when. */
  undated: {
    'not-due': 'complied',
    none: 'complied',
    some: 'complied-punished-in-part',
    full: 'complied-punished',
  },
};

/** The column of the table; null where the sources do not tell. */
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
function timingOf(outcome: Outcome, reading: DatedReading): 'early' | 'late' | null {
  if (outcome.acted === null || outcome.followThrough !== 'full') return null;
  if (outcome.acted.start >= reading.latest + HOUR) return 'late';
  if (reading.orSooner || reading.bound === 'effective') return null;
  const { start, end } = outcome.acted;
  return start < reading.earliest && end <= reading.earliest ? 'early' : null;
}

const plainly = (what: HeadlineVerdict['what']): HeadlineVerdict => ({
  what,
  timing: null,
  undated: false,
  thenWithdrawn: false,
});

/** The cell of the table, holes filled as in rules 18. */
function cell(versions: readonly MeasuredVersion[], outcome: Outcome): HeadlineVerdict {
  const column = columnOf(outcome);
  const { compliance } = outcome;
  if (compliance === 'not-codable' || column === null) return plainly('unresolved');
  const version = measuredAgainst(versions, outcome.complied);
  if (version === null) {
    const row = compliance === 'full' ? 'undated' : compliance;
    return { ...plainly(TABLE[row][column]), undated: true };
  }
  const row = isLate(versions, outcome) ? 'late' : compliance;
  const timing = row === 'none' ? timingOf(outcome, version.reading) : null;
  return { ...plainly(TABLE[row][column]), timing };
}

function verdictOf({ versions, withdrawn }: HeadlineFacts, outcome: Outcome): HeadlineVerdict {
  const verdict = cell(versions, outcome);
  if (withdrawn === null) return verdict;
  if (withdrawn.late) return { ...verdict, thenWithdrawn: true };
  const held = outcome.compliance === 'full' || outcome.compliance === 'negotiated';
  const before = outcome.complied !== null && outcome.complied.start < withdrawn.stated.start;
  return held && before ? verdict : plainly('withdrawn');
}

function movesBefore(facts: HeadlineFacts, complied: When | null): number {
  return facts.versions.filter(
    (version) => version.moved && (complied === null || version.stated.start < complied.start),
  ).length;
}

/** The headline of one target's outcome. */
export function outcomeHeadline(facts: HeadlineFacts, outcome: Outcome): VerdictHeadline {
  return {
    kind: 'verdict',
    verdict: verdictOf(facts, outcome),
    moves: movesBefore(facts, outcome.complied),
  };
}

function runningHeadline({ state, suspended, withdrawn, versions, zone }: HeadlineFacts): Headline {
  if (state === 'suspended' && suspended !== null) return { kind: 'suspended', since: suspended.start, zone };
  if (state === 'passed' || withdrawn?.late === true) return { kind: 'passed' };
  return { kind: 'open', dated: versions.length > 0 };
}

/** Verdicts that are the same are one headline; others are counted, in the order of the targets. */
function joined(facts: HeadlineFacts, all: readonly VerdictHeadline[]): Headline {
  const counts = new Map<string, { readonly verdict: HeadlineVerdict; readonly targets: number }>();
  for (const { verdict } of all) {
    const key = JSON.stringify(verdict);
    counts.set(key, { verdict, targets: (counts.get(key)?.targets ?? 0) + 1 });
  }
  const parts = [...counts.values()];
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) {
    const moves = Math.max(...all.map((headline) => headline.moves));
    return { kind: 'verdict', verdict: only.verdict, moves };
  }
  return { kind: 'split', parts, moves: movesBefore(facts, null) };
}

/** The headline of an ultimatum: while it runs its state, else what its outcomes come to. */
export function headlineOf(facts: HeadlineFacts): Headline {
  const { supersededBy, withdrawn, targets } = facts;
  const moves = movesBefore(facts, null);
  if (supersededBy !== null) return { kind: 'superseded', by: supersededBy, moves };
  const known = targets.map((target) => facts.outcomes.find((one) => one.target === target)?.outcome);
  const outcomes = known.filter((outcome) => outcome !== undefined);
  if (withdrawn !== null && !withdrawn.late) {
    const unknown: VerdictHeadline = { kind: 'verdict', verdict: plainly('withdrawn'), moves };
    return joined(
      facts,
      known.map((outcome) => (outcome === undefined ? unknown : outcomeHeadline(facts, outcome))),
    );
  }
  if (outcomes.length === 0)
    return withdrawn === null ? runningHeadline(facts) : { kind: 'passed-then-withdrawn', moves };
  if (facts.state !== 'resolved' && outcomes.length < known.length)
    return { kind: 'incomplete', recorded: outcomes.length, targets: known.length };
  return joined(
    facts,
    outcomes.map((outcome) => outcomeHeadline(facts, outcome)),
  );
}
