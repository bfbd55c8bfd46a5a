import { replay, type Effective } from './corrections.js';
import type { Entry, LedgerEvent } from './entry.js';
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
  const walk = begin(record.event);
  for (const entry of effective) step(entry.event.kind, walk, entry, entry.event);
  return finish(walk, record, effective, shown);
}

type EventByKind = { readonly [E in LedgerEvent as E['kind']]: E };
type Step<E> = (walk: FoldState, entry: Effective, event: E) => void;

const changesNothing = (): void => undefined;

/** What each kind of entry does to the state: a kind without a step does not compile. */
const STEPS: { readonly [K in keyof EventByKind]: Step<EventByKind[K]> } = {
  recorded: (walk, entry, { deadline }) => stepDeadline(walk, entry, deadline),
  revised: (walk, entry, { deadline }) => stepDeadline(walk, entry, deadline),
  suspended(walk, { stated }) {
    lift(walk, stated);
    closeVersion(walk, { kind: 'suspended', stated });
    walk.state = 'suspended';
    walk.suspended = stated;
  },
  withdrawn: stepWithdrawn,
  superseded(walk, { stated }, { by }) {
    lift(walk, stated);
    closeVersion(walk, { kind: 'superseded', by, stated });
    walk.state = 'superseded';
    walk.supersededBy = by;
  },
  passed: passes,
  outcome: stepOutcome,
  terms: stepTerms,
  disputed(walk, { seq, by }, { reason }) {
    walk.disputes.push({ entry: seq, reason, by });
  },
  hidden(walk, { recorded }, { reason }) {
    walk.hidden = { reason, recorded };
  },
  unhidden(walk) {
    walk.hidden = null;
  },
  sourced: changesNothing,
  archived: changesNothing,
  corrected: changesNothing,
};

function step<K extends keyof EventByKind>(
  kind: K,
  walk: FoldState,
  entry: Effective,
  event: EventByKind[K],
) {
  STEPS[kind](walk, entry, event);
}

function stepDeadline(walk: FoldState, entry: Effective, deadline: Reading | null): void {
  walk.undated = deadline;
  if (deadline === null || !isDated(deadline)) return;
  walk.undated = null;
  addVersion(walk, entry, deadline);
}

function stepWithdrawn(walk: FoldState, entry: Effective): void {
  const last = walk.versions.at(-1);
  const late = walk.state !== 'suspended' && last !== undefined && entry.stated.start >= last.reading.latest;
  lift(walk, entry.stated);
  closeVersion(walk, { kind: 'withdrawn', stated: entry.stated });
  walk.state = 'withdrawn';
  walk.withdrawn = { stated: entry.stated, late };
}

function stepOutcome(
  walk: FoldState,
  entry: Effective,
  event: Extract<LedgerEvent, { kind: 'outcome' }>,
): void {
  const missing = walk.targets.filter((target) => !walk.outcomes.some((one) => one.target === target));
  const concerned = event.target === null ? missing : missing.filter((target) => target === event.target);
  for (const target of concerned) {
    const { seq, recorded, by } = entry;
    walk.outcomes.push({ target, entry: seq, outcome: event.outcome, recorded, by });
  }
  resolveIfComplete(walk);
}

function resolveIfComplete(walk: FoldState): void {
  const complete = walk.targets.every((target) => walk.outcomes.some((one) => one.target === target));
  if (complete && walk.state !== 'superseded') walk.state = 'resolved';
}

function stepTerms(walk: FoldState, entry: Effective, event: Extract<LedgerEvent, { kind: 'terms' }>): void {
  const { demand, threat, targets } = event;
  walk.demand = demand ?? walk.demand;
  walk.threat = threat ?? walk.threat;
  walk.targets = targets ?? walk.targets;
  walk.terms.push({ entry: entry.seq, stated: entry.stated, demand, threat, targets });
  if (targets !== null && walk.outcomes.length > 0) resolveIfComplete(walk);
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
  walk: FoldState,
  record: Effective,
  effective: readonly Effective[],
  shown: readonly Entry[],
): Ultimatum {
  const facts: HeadlineFacts = walk;
  const headline = headlineOf(facts);
  const outcomes: readonly TargetOutcome[] = walk.outcomes.map((one) => ({
    ...one,
    headline: outcomeHeadline(facts, one.outcome),
  }));
  if (walk.state === 'resolved') closeVersion(walk, { kind: 'resolved', headline });
  const versions = walk.versions.map(({ moved: _moved, first: _first, ...version }) => version);
  const running = walk.state === 'open' || walk.state === 'passed';
  return {
    state: walk.state,
    issuer: walk.issuer,
    targets: walk.targets,
    demand: walk.demand,
    threat: walk.threat,
    zone: walk.zone,
    tags: walk.tags,
    stated: record.stated,
    recorded: record.recorded,
    recordedBy: record.by,
    undated: walk.undated,
    versions,
    inForce: running ? (versions.at(-1) ?? null) : null,
    moves: walk.versions.filter((version) => version.moved).length,
    slip: slipOf(versions.map((version) => version.reading)),
    outcomes,
    headline,
    disputes: walk.disputes,
    disputed: walk.disputes.length > 0,
    statements: cite(effective),
    terms: walk.terms,
    suspended: walk.state === 'suspended' ? walk.suspended : null,
    withdrawn: walk.withdrawn?.stated ?? null,
    supersededBy: walk.supersededBy,
    hidden: walk.hidden,
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
    return { reading, stated, moved: isMove(old, revision, reading), first: entry === record };
  });
}
