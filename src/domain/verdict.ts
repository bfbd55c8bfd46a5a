/** What one outcome comes to, as a code: both axes, the dates, and the deadline that was in force (rules 4, 16, 18). */
import { HOUR } from './durations.js';
import type { Outcome, Reversal } from './entry.js';
import { actOrder, measure, type ActOrder, type MeasuredChain } from './measure.js';
import type { DatedReading } from './reading.js';
import type { When } from './when.js';

/** Each row of the table of headlines, by what the issuer did about the threat. */
export const VERDICT_TABLE = {
  full: { 'not-due': 'met', none: 'met', some: 'met-punished-in-part', full: 'met-punished' },
  'full-measures-first': {
    'not-due': 'met',
    none: 'met',
    some: 'met-under-measures-in-part',
    full: 'met-under-measures',
  },
  'full-same-day': { 'not-due': 'met', none: 'met', some: 'met-same-day-in-part', full: 'met-same-day' },
  'full-unknown': {
    'not-due': 'met',
    none: 'met',
    some: 'met-order-unknown-in-part',
    full: 'met-order-unknown',
  },
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
  /** In full or in part. */
  late: {
    'not-due': 'complied-late',
    none: 'complied-late',
    some: 'complied-late-measures',
    full: 'complied-under-measures',
  },
  'late-negotiated': {
    'not-due': 'settled-late',
    none: 'settled-late',
    some: 'settled-late-measures',
    full: 'settled-under-measures',
  },
  'paused-full': {
    'not-due': 'complied-paused',
    none: 'complied-paused',
    some: 'complied-paused-partly-carried-out',
    full: 'complied-paused-carried-out',
  },
  'paused-negotiated': {
    'not-due': 'settled-paused',
    none: 'settled-paused',
    some: 'settled-paused-partly-carried-out',
    full: 'settled-paused-carried-out',
  },
  'paused-partial': {
    'not-due': 'partly-met-paused',
    none: 'partly-met-paused',
    some: 'partly-met-paused-partly-carried-out',
    full: 'partly-met-paused-carried-out',
  },
  /** In full, where no deadline says by when. */
  undated: {
    'not-due': 'complied',
    none: 'complied',
    some: 'complied-punished-in-part',
    full: 'complied-punished',
  },
  'undated-measures-first': {
    'not-due': 'complied',
    none: 'complied',
    some: 'complied-under-measures-in-part',
    full: 'complied-under-measures',
  },
  'undated-same-day': {
    'not-due': 'complied',
    none: 'complied',
    some: 'complied-same-day-in-part',
    full: 'complied-same-day',
  },
  'undated-unknown': {
    'not-due': 'complied',
    none: 'complied',
    some: 'complied-order-unknown-in-part',
    full: 'complied-order-unknown',
  },
} as const;

type Row = keyof typeof VERDICT_TABLE;
type Column = 'not-due' | 'none' | 'some' | 'full';
type Cell = (typeof VERDICT_TABLE)[Row][Column];

/** What an outcome comes to on both sides; `withdrawn` and `unresolved` stand for what the table does not hold. */
export type VerdictKind = Cell | 'unresolved' | 'withdrawn';

/** Each of them once. */
export const VERDICTS: readonly VerdictKind[] = [
  ...new Set(Object.values(VERDICT_TABLE).flatMap((row): readonly Cell[] => Object.values(row))),
  'unresolved',
  'withdrawn',
];

export interface HeadlineVerdict {
  readonly what: VerdictKind;
  /** Said only where the demand was not met and the threat was carried out in full. */
  readonly timing: 'early' | 'late' | null;
  /** That there was no deadline to measure it against. */
  readonly undated: boolean;
  readonly thenWithdrawn: boolean;
  /** What was undone later, each kind once (rules 29). */
  readonly reversed: readonly Pick<Reversal, 'what' | 'extent'>[];
}

/** The column of the table; null where the sources do not tell. */
function columnOf({ followThrough }: Outcome): Column | null {
  switch (followThrough) {
    case 'not-due':
    case 'none':
    case 'full':
      return followThrough;
    case 'partial':
    case 'substitute':
      return 'some';
    case 'not-codable':
      return null;
  }
}

/** Early or late, said only of a threat carried out in full (rules 4). */
export function timingOf(outcome: Outcome, reading: DatedReading): 'early' | 'late' | null {
  if (outcome.acted === null || outcome.followThrough !== 'full') return null;
  if (outcome.acted.start >= reading.latest + HOUR) return 'late';
  if (reading.orSooner || reading.bound === 'effective') return null;
  const { start, end } = outcome.acted;
  return start < reading.earliest && end <= reading.earliest ? 'early' : null;
}

const IN_ORDER = {
  full: {
    'measures-first': 'full-measures-first',
    'compliance-first': 'full',
    'same-day': 'full-same-day',
    unknown: 'full-unknown',
  },
  undated: {
    'measures-first': 'undated-measures-first',
    'compliance-first': 'undated',
    'same-day': 'undated-same-day',
    unknown: 'undated-unknown',
  },
} as const satisfies Record<string, Record<ActOrder, Row>>;

/** Full compliance, with the order of the two acts where both have a date (rules 18). */
function fullRow(row: 'full' | 'undated', { complied, acted }: Outcome): Row {
  return complied === null || acted === null ? row : IN_ORDER[row][actOrder(complied, acted)];
}

const PAUSED = {
  full: 'paused-full',
  negotiated: 'paused-negotiated',
  partial: 'paused-partial',
  none: 'none',
} as const;

const LATE = { full: 'late', negotiated: 'late-negotiated', partial: 'late', none: 'none' } as const;

/** A verdict of which there is nothing to say but what it is. */
export function plainVerdict(what: VerdictKind): HeadlineVerdict {
  return { what, timing: null, undated: false, thenWithdrawn: false, reversed: [] };
}

/** The cell of the table, holes filled as in rules 18. */
function cell(chain: MeasuredChain, outcome: Outcome): HeadlineVerdict {
  const column = columnOf(outcome);
  const { compliance } = outcome;
  if (compliance === 'not-codable' || column === null) return plainVerdict('unresolved');
  const { version, paused, late } = measure(chain, outcome);
  if (paused) return plainVerdict(VERDICT_TABLE[PAUSED[compliance]][column]);
  if (late) return plainVerdict(VERDICT_TABLE[LATE[compliance]][column]);
  if (version === null) {
    const row = compliance === 'full' ? fullRow('undated', outcome) : compliance;
    return { ...plainVerdict(VERDICT_TABLE[row][column]), undated: true };
  }
  const row = compliance === 'full' ? fullRow('full', outcome) : compliance;
  const timing = row === 'none' ? timingOf(outcome, version.reading) : null;
  return { ...plainVerdict(VERDICT_TABLE[row][column]), timing };
}

/** Whether it was done before the withdrawal; on the same day, hours unknown, the earlier reading holds (rules 2). */
function doneBefore(done: When, withdrawn: When): boolean {
  return done.start <= withdrawn.start || done.start < withdrawn.end;
}

/** What one outcome comes to, its later withdrawal counted in (rules 18). */
export function verdictOf(chain: MeasuredChain, outcome: Outcome): HeadlineVerdict {
  const verdict = cell(chain, outcome);
  const { withdrawn } = chain;
  if (withdrawn === null) return verdict;
  if (withdrawn.late) return { ...verdict, thenWithdrawn: true };
  const held = outcome.compliance === 'full' || outcome.compliance === 'negotiated';
  const before = outcome.complied !== null && doneBefore(outcome.complied, withdrawn.stated);
  return held && before ? verdict : plainVerdict('withdrawn');
}
