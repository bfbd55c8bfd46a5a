/** The state that the fold builds up, and how a deadline changes it. */
import type { Effective } from './corrections.js';
import type { LedgerEvent, Outcome, Revision } from './entry.js';
import type { DatedReading, Reading } from './reading.js';
import { daysBetween } from './calendar-days.js';
import type { VersionOutcome, Dispute, TermsChange, Version } from './ultimatum.js';
import type { State } from './state.js';
import { isMove, revisionOf } from './versions.js';
import type { When } from './when.js';
import type { RecordInstant } from './instant.js';

/** A version while the entries are walked: the lines still grow. */
interface GrowingVersion extends Version {
  readonly became: VersionOutcome[];
  readonly moved: boolean;
  readonly fromRecord: boolean;
}

/** The state while the entries are walked. Only the fold sees it. */
export interface FoldState {
  state: State;
  readonly issuer: string;
  targets: readonly string[];
  demand: string;
  threat: string | null;
  readonly zone: string;
  readonly tags: readonly string[];
  undated: Reading | null;
  readonly versions: GrowingVersion[];
  readonly outcomes: {
    readonly target: string;
    readonly entry: number;
    readonly outcome: Outcome;
    readonly recorded: RecordInstant;
    readonly by: string | null;
  }[];
  readonly disputes: Dispute[];
  readonly terms: TermsChange[];
  suspended: When | null;
  withdrawn: { readonly stated: When; readonly late: boolean } | null;
  supersededBy: number | null;
  hidden: { readonly reason: string; readonly recorded: RecordInstant } | null;
}

/** The state after the first entry: open, with the terms as recorded and no deadline yet. */
export function begin(event: Extract<LedgerEvent, { kind: 'recorded' }>): FoldState {
  return {
    state: 'open',
    issuer: event.issuer,
    targets: event.targets,
    demand: event.demand,
    threat: event.threat,
    zone: event.zone,
    tags: event.tags,
    undated: null,
    versions: [],
    outcomes: [],
    disputes: [],
    terms: [],
    suspended: null,
    withdrawn: null,
    supersededBy: null,
    hidden: null,
  };
}

/** Adds a line to the deadline that stands. */
export function closeVersion(current: FoldState, became: VersionOutcome): void {
  current.versions.at(-1)?.became.push(became);
}

/** What was stated before `latest` and recorded after it shows the passing as lifted (rules 8). */
export function lift(current: FoldState, stated: When): void {
  const last = current.versions.at(-1);
  if (last === undefined || stated.start >= last.reading.latest) return;
  for (const [index, became] of last.became.entries()) {
    if (became.kind === 'passed') last.became[index] = { ...became, lifted: true };
  }
}

/**
 * The clock let the deadline pass. Where a correction has since moved `latest` beyond the recorded passing, it passed
 * too early: it stays in the log, lifted.
 */
export function passes(current: FoldState, entry: Effective): void {
  const last = current.versions.at(-1);
  if (last === undefined || current.state !== 'open') return;
  const lifted = entry.recorded < last.reading.latest;
  last.became.push({ kind: 'passed', at: lifted ? entry.stated.start : last.reading.latest, lifted });
  if (!lifted) current.state = 'passed';
}

/** A new deadline. Its kind is derived again, so that a correction of an earlier one reaches it (rules 6, 13). */
export function addVersion(current: FoldState, entry: Effective, reading: DatedReading): void {
  const last = current.versions.at(-1);
  const old = last?.reading ?? null;
  const derived = revisionOf(old, current.state === 'suspended', reading, entry.stated);
  const stored: Revision = entry.event.kind === 'revised' ? entry.event.revision : 'set';
  const revision = derived.ok ? derived.value : stored;
  const number = current.versions.length + 1;
  if (last !== undefined) {
    lift(current, entry.stated);
    const zone = current.versions[0]?.reading.zone ?? reading.zone;
    const days = daysBetween(last.reading, reading, zone);
    const { stated } = entry;
    closeVersion(
      current,
      revision === 'clarified'
        ? { kind: 'made-exact', to: number, stated }
        : { kind: 'moved', revision, to: number, stated, days },
    );
  }
  current.versions.push({
    number,
    entry: entry.seq,
    revision,
    reading,
    stated: entry.stated,
    delivery: entry.delivery,
    correctedFrom: entry.correctedFrom,
    became: [],
    moved: isMove(old, revision, reading),
    fromRecord: entry.event.kind === 'recorded',
  });
  current.state = 'open';
}
