/** Folds the entries of an ultimatum into its state. */
import { replay, type Effective } from './corrections.js';
import type { Entry, EventByKind } from './entry.js';
import { headlineOf, outcomeHeadline, type HeadlineFacts } from './headline.js';
import type { MeasuredVersion } from './measure.js';
import { isDated, type Reading } from './reading.js';
import { slipOf } from './calendar-days.js';
import type { CitedStatement, TargetOutcome, Ultimatum } from './ultimatum.js';
import { isMove } from './versions.js';
import { addVersion, begin, closeVersion, lift, passes, type FoldState } from './fold-state.js';

/** The state of one ultimatum; throws where the entries hold no record. It never reads the clock. */
export function fold(entries: readonly Entry[]): Ultimatum {
  const ultimatum = foldOrNull(entries);
  if (ultimatum === null) throw new Error('There is no record among these entries');
  return ultimatum;
}

/** The fold of all entries, corrections replayed (rules 13); null where there is no record among them. */
export function foldOrNull(entries: readonly Entry[]): Ultimatum | null {
  return foldEffective(replay(entries), entries);
}

/** Folds entries that are already corrected; `shown` are the lines of the ledger that stay visible. */
export function foldEffective(effective: readonly Effective[], shown: readonly Entry[]): Ultimatum | null {
  const record = effective.find((entry) => entry.event.kind === 'recorded');
  if (record?.event.kind !== 'recorded') return null;
  const current = begin(record.event);
  for (const entry of effective) step(entry.event.kind, current, entry, entry.event);
  return finish(current, record, effective, shown);
}

type Step<E> = (current: FoldState, entry: Effective, event: E) => void;

const changesNothing = (): void => undefined;

/** What each kind of entry does to the state: a kind without a step does not compile. */
const STEPS: { readonly [K in keyof EventByKind]: Step<EventByKind[K]> } = {
  recorded: (current, entry, { deadline }) => stepDeadline(current, entry, deadline),
  revised: (current, entry, { deadline }) => stepDeadline(current, entry, deadline),
  suspended(current, { stated }) {
    lift(current, stated);
    closeVersion(current, { kind: 'suspended', stated });
    current.state = 'suspended';
    current.suspended = stated;
  },
  withdrawn: stepWithdrawn,
  superseded(current, { stated }, { by }) {
    lift(current, stated);
    closeVersion(current, { kind: 'superseded', by, stated });
    current.state = 'superseded';
    current.supersededBy = by;
  },
  passed: passes,
  outcome: stepOutcome,
  terms: stepTerms,
  disputed(current, { seq, by }, { reason }) {
    current.disputes.push({ entry: seq, reason, by });
  },
  hidden(current, { recorded }, { reason }) {
    current.hidden = { reason, recorded };
  },
  unhidden(current) {
    current.hidden = null;
  },
  sourced: changesNothing,
  archived: changesNothing,
  corrected: changesNothing,
};

function step<K extends keyof EventByKind>(
  kind: K,
  current: FoldState,
  entry: Effective,
  event: EventByKind[K],
) {
  STEPS[kind](current, entry, event);
}

function stepDeadline(current: FoldState, entry: Effective, deadline: Reading | null): void {
  current.undated = deadline;
  if (deadline === null || !isDated(deadline)) return;
  current.undated = null;
  addVersion(current, entry, deadline);
}

function stepWithdrawn(current: FoldState, entry: Effective): void {
  const last = current.versions.at(-1);
  const late =
    current.state !== 'suspended' && last !== undefined && entry.stated.start >= last.reading.latest;
  lift(current, entry.stated);
  closeVersion(current, { kind: 'withdrawn', stated: entry.stated });
  current.state = 'withdrawn';
  current.withdrawn = { stated: entry.stated, late };
}

function stepOutcome(current: FoldState, entry: Effective, event: EventByKind['outcome']): void {
  const missing = current.targets.filter(
    (target) => !current.outcomes.some((outcome) => outcome.target === target),
  );
  const concerned = event.target === null ? missing : missing.filter((target) => target === event.target);
  for (const target of concerned) {
    const { seq, recorded, by } = entry;
    current.outcomes.push({ target, entry: seq, outcome: event.outcome, recorded, by });
  }
  resolveIfComplete(current);
}

function resolveIfComplete(current: FoldState): void {
  const complete = current.targets.every((target) =>
    current.outcomes.some((outcome) => outcome.target === target),
  );
  if (complete && current.state !== 'superseded') current.state = 'resolved';
}

function stepTerms(current: FoldState, entry: Effective, event: EventByKind['terms']): void {
  const { demand, threat, targets } = event;
  current.demand = demand ?? current.demand;
  current.threat = threat ?? current.threat;
  current.targets = targets ?? current.targets;
  current.terms.push({ entry: entry.seq, stated: entry.stated, demand, threat, targets });
  if (targets !== null && current.outcomes.length > 0) resolveIfComplete(current);
}

function cite(effective: readonly Effective[]): readonly CitedStatement[] {
  const captures = new Map<string, string>();
  for (const { event } of effective) if (event.kind === 'archived') captures.set(event.url, event.archive);
  return effective.flatMap(({ seq, stated, recorded, statements }) =>
    statements.map((statement) => ({
      ...statement,
      archive: (statement.url === null ? undefined : captures.get(statement.url)) ?? statement.archive,
      entry: seq,
      stated,
      recorded,
    })),
  );
}

function finish(
  current: FoldState,
  record: Effective,
  effective: readonly Effective[],
  shown: readonly Entry[],
): Ultimatum {
  const facts: HeadlineFacts = current;
  const headline = headlineOf(facts);
  const outcomes: readonly TargetOutcome[] = current.outcomes.map((recorded) => ({
    ...recorded,
    headline: outcomeHeadline(facts, recorded.outcome),
  }));
  if (current.state === 'resolved') closeVersion(current, { kind: 'resolved', headline });
  const versions = current.versions.map(({ moved: _moved, fromRecord: _fromRecord, ...version }) => version);
  const running = current.state === 'open' || current.state === 'passed';
  return {
    state: current.state,
    issuer: current.issuer,
    targets: current.targets,
    demand: current.demand,
    threat: current.threat,
    zone: current.zone,
    tags: current.tags,
    stated: record.stated,
    recorded: record.recorded,
    recordedBy: record.by,
    undated: current.undated,
    versions,
    inForce: running ? (versions.at(-1) ?? null) : null,
    moves: current.versions.filter((version) => version.moved).length,
    slip: slipOf(versions.map((version) => version.reading)),
    outcomes,
    headline,
    disputes: current.disputes,
    disputed: current.disputes.length > 0,
    statements: cite(effective),
    terms: current.terms,
    suspended: current.state === 'suspended' ? current.suspended : null,
    withdrawn: current.withdrawn?.stated ?? null,
    supersededBy: current.supersededBy,
    hidden: current.hidden,
    corrections: shown.filter((entry) => entry.event.kind === 'corrected'),
    entries: shown,
    lastSeq: shown.at(-1)?.seq ?? 0,
  };
}

/** The deadlines of a fold as an outcome is measured against them. */
export function measurable(ultimatum: Ultimatum): readonly MeasuredVersion[] {
  const record = ultimatum.entries.find((entry) => entry.event.kind === 'recorded')?.seq;
  return ultimatum.versions.map(({ reading, stated, revision, entry }, index, all) => {
    const old = all[index - 1]?.reading ?? null;
    return { reading, stated, moved: isMove(old, revision, reading), fromRecord: entry === record };
  });
}
