/** The state that the fold builds up, and what each kind of entry does to it. */
import {
  addVersion,
  beginChain,
  passChain,
  supersedeChain,
  suspendChain,
  withdrawChain,
  type GrowingChain,
} from './chain.js';
import { chainsOf, concernedBy, namedIn, retarget } from './chains.js';
import type { Effective } from './corrections.js';
import type { EventByKind, LedgerEvent, Outcome, Scoped } from './entry.js';
import { isDated, type Reading } from './reading.js';
import type { State } from './state.js';
import type { LinkToOther, RecordedReversal, TermsChange } from './ultimatum.js';
import type { When } from './when.js';

/** What the entry of an outcome says of one target. */
export interface OutcomeEntry extends Pick<Scoped, 'actor'> {
  readonly target: string;
  readonly entry: number;
  readonly outcome: Outcome;
  readonly recorded: number;
  readonly by: string | null;
  readonly stated: When;
}

/** The state while the entries are walked. Only the fold sees it. */
export interface FoldState {
  readonly issuers: readonly string[];
  targets: readonly string[];
  readonly zone: string;
  readonly tags: readonly string[];
  /** At least one, and each target in one of them. */
  readonly chains: GrowingChain[];
  readonly outcomes: OutcomeEntry[];
  readonly reversals: RecordedReversal[];
  readonly terms: TermsChange[];
  readonly links: LinkToOther[];
  /** How many lines there are: each deadline ever set has one number, whichever targets it is for. */
  lines: number;
  supersededBy: number | null;
  hidden: { readonly reason: string; readonly recorded: number } | null;
}

export function begin(event: Extract<LedgerEvent, { kind: 'recorded' }>): FoldState {
  const { issuers, targets, demand, threat, zone, tags } = event;
  return {
    issuers,
    targets,
    zone,
    tags,
    chains: [beginChain(targets, { stated: null, demand, threat })],
    outcomes: [],
    reversals: [],
    terms: [],
    links: [],
    lines: 0,
    supersededBy: null,
    hidden: null,
  };
}

type Step<E> = (current: FoldState, entry: Effective, event: E) => void;

const changesNothing = (): void => undefined;

/** What each kind of entry does to the state: a kind without a step does not compile. */
const STEPS: { readonly [K in keyof EventByKind]: Step<EventByKind[K]> } = {
  recorded: (current, entry, { deadline }) => stepDeadline(current, entry, deadline, current.chains),
  revised: stepRevised,
  suspended(current, entry, event) {
    const isOpen = (state: State) => state === 'open';
    for (const chain of concernedBy(current.chains, event.scope, isOpen)) suspendChain(chain, entry, event);
  },
  withdrawn(current, entry, event) {
    for (const chain of concernedBy(current.chains, event.scope)) withdrawChain(chain, entry, event);
  },
  superseded(current, entry, { by }) {
    for (const chain of concernedBy(current.chains, undefined)) supersedeChain(chain, entry, by);
    current.supersededBy = by;
  },
  passed(current, entry, { scope }) {
    const chains = scope === undefined ? [...current.chains] : chainsOf(current.chains, scope);
    for (const chain of chains) passChain(chain, entry);
  },
  outcome: stepOutcome,
  reversed: stepReversed,
  terms: stepTerms,
  disputed: changesNothing,
  'dispute-closed': changesNothing,
  linked(current, { seq }, { to, as }) {
    current.links.push({ entry: seq, to, as });
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

/** Walks one entry. The record itself comes first. */
export function step<K extends keyof EventByKind>(
  kind: K,
  current: FoldState,
  entry: Effective,
  event: EventByKind[K],
): void {
  STEPS[kind](current, entry, event);
}

function stepDeadline(
  current: FoldState,
  entry: Effective,
  deadline: Reading | null,
  chains: readonly GrowingChain[],
  by: Scoped = {},
): void {
  const reading = deadline !== null && isDated(deadline) ? deadline : null;
  for (const chain of chains) chain.undated = reading === null ? deadline : null;
  if (reading === null) return;
  current.lines += 1;
  for (const chain of chains) addVersion(chain, entry, { reading, number: current.lines, by });
}

function stepRevised(current: FoldState, entry: Effective, event: EventByKind['revised']): void {
  const accepts = (state: State) =>
    event.revision === 'resumed' ? state === 'suspended' : state === 'open' || state === 'passed';
  const chains = concernedBy(current.chains, event.scope, accepts);
  stepDeadline(current, entry, event.deadline, chains, event);
}

function stepOutcome(current: FoldState, entry: Effective, event: EventByKind['outcome']): void {
  const { outcome, scope, actor } = event;
  const missing = current.targets.filter((target) => !current.outcomes.some((one) => one.target === target));
  const targets = scope === undefined ? missing : namedIn(missing, scope);
  const { seq, recorded, by, stated } = entry;
  for (const target of targets) {
    const who = actor === undefined ? {} : { actor };
    current.outcomes.push({ target, entry: seq, outcome, recorded, by, stated, ...who });
  }
  for (const chain of chainsOf(current.chains, targets)) resolveIfComplete(current, chain);
}

function resolveIfComplete(current: FoldState, chain: GrowingChain): void {
  const complete = chain.targets.every((target) => current.outcomes.some((one) => one.target === target));
  if (complete && chain.state !== 'superseded') chain.state = 'resolved';
}

function stepReversed(current: FoldState, entry: Effective, event: EventByKind['reversed']): void {
  const { what, extent, when, scope, actor } = event;
  const targets = scope === undefined ? current.targets : namedIn(current.targets, scope);
  const who = actor === undefined ? {} : { actor };
  for (const target of targets) {
    current.reversals.push({ entry: entry.seq, target, what, extent, when, stated: entry.stated, ...who });
  }
}

function stepTerms(current: FoldState, entry: Effective, event: EventByKind['terms']): void {
  const { demand, threat, targets, scope } = event;
  const { seq, stated } = entry;
  const chains = concernedBy(current.chains, scope);
  const before = chains[0]?.terms.at(-1);
  const was = { demand: before?.demand ?? '', threat: before?.threat ?? null };
  for (const chain of chains) {
    const last = chain.terms.at(-1);
    if (last === undefined || (demand === null && threat === null)) continue;
    chain.terms.push({ stated, demand: demand ?? last.demand, threat: threat ?? last.threat });
  }
  current.terms.push({ entry: seq, stated, demand, threat, targets, scope: scope ?? null, was });
  if (targets === null) return;
  retarget(current.chains, targets);
  current.targets = targets;
  for (const chain of current.chains) resolveIfComplete(current, chain);
}
