/** What one line says of an ultimatum, as a code: worked out from the outcomes, the dates and the history, never typed. */
import type { Outcome, Reversal } from './entry.js';
import type { MeasuredChain } from './measure.js';
import type { State } from './state.js';
import { plainVerdict, verdictOf, type HeadlineVerdict } from './verdict.js';
import type { When } from './when.js';

export interface VerdictHeadline {
  readonly kind: 'verdict';
  readonly verdict: HeadlineVerdict;
  /** How often the deadline was moved before it. */
  readonly moves: number;
}

/** One verdict, and of how many targets it is. */
interface HeadlineShare {
  readonly verdict: HeadlineVerdict;
  readonly targets: number;
}

export type Headline =
  | { readonly kind: 'open'; readonly dated: boolean }
  /** `since` as precisely as it is known; its day is that of `zone`. */
  | { readonly kind: 'suspended'; readonly since: When; readonly zone: string }
  | { readonly kind: 'passed' }
  /** Withdrawn after the deadline had passed, with no outcome on record. */
  | { readonly kind: 'passed-then-withdrawn'; readonly moves: number }
  | { readonly kind: 'superseded'; readonly by: number; readonly moves: number }
  /** Some of the targets have no outcome yet; `parts` say what is known of the others. */
  | {
      readonly kind: 'incomplete';
      readonly recorded: number;
      readonly targets: number;
      readonly parts: readonly HeadlineShare[];
    }
  | VerdictHeadline
  /** The targets differ; in their order. The moves then stand with each target (rules 19). */
  | { readonly kind: 'split'; readonly parts: readonly HeadlineShare[] };

/** Targets whose deadlines are the same, as a headline is worked out from them. */
interface HeadlineChain extends MeasuredChain {
  readonly targets: readonly string[];
  readonly state: State;
  readonly suspended: When | null;
}

/** What a headline is worked out from. */
export interface HeadlineFacts {
  readonly zone: string;
  readonly targets: readonly string[];
  readonly chains: readonly HeadlineChain[];
  readonly outcomes: readonly { readonly target: string; readonly outcome: Outcome }[];
  readonly reversals: readonly (Reversal & { readonly target: string })[];
  readonly supersededBy: number | null;
}

function movesBefore({ versions }: MeasuredChain, complied: When | null): number {
  return versions.filter(
    (version) => version.moved && (complied === null || version.stated.start < complied.start),
  ).length;
}

/** What was undone for one target, each kind once, as far as the last entry says. */
function reversedFor(facts: HeadlineFacts, target: string): HeadlineVerdict['reversed'] {
  const last = new Map<Reversal['what'], Pick<Reversal, 'what' | 'extent'>>();
  for (const { what, extent, target: of } of facts.reversals)
    if (of === target) last.set(what, { what, extent });
  return [...last.values()];
}

/** The headline of one target's outcome. */
export function outcomeHeadline(
  facts: HeadlineFacts,
  chain: MeasuredChain,
  { target, outcome }: HeadlineFacts['outcomes'][number],
): VerdictHeadline {
  const verdict = { ...verdictOf(chain, outcome), reversed: reversedFor(facts, target) };
  return { kind: 'verdict', verdict, moves: movesBefore(chain, outcome.complied) };
}

/** Each verdict once with the number of its targets, in the order of the targets. */
function sharesOf(all: readonly VerdictHeadline[]): readonly HeadlineShare[] {
  const counts = new Map<string, HeadlineShare>();
  for (const { verdict } of all) {
    const key = JSON.stringify(verdict);
    counts.set(key, { verdict, targets: (counts.get(key)?.targets ?? 0) + 1 });
  }
  return [...counts.values()];
}

/** Verdicts that are the same are one headline; others are counted. */
function joined(all: readonly VerdictHeadline[]): Headline {
  const parts = sharesOf(all);
  const [only] = parts;
  if (parts.length !== 1 || only === undefined) return { kind: 'split', parts };
  const moves = Math.max(...all.map((headline) => headline.moves));
  return { kind: 'verdict', verdict: only.verdict, moves };
}

/** What is still running comes first, then what waits to be reviewed. */
const PRIORITY: readonly State[] = ['open', 'passed', 'suspended', 'withdrawn', 'resolved', 'superseded'];

/** The chain that stands for the ultimatum while it runs; the first of those whose state comes first. */
export function leadingChain<C extends { readonly state: State }>(chains: readonly C[]): C | undefined {
  return chains.toSorted((a, b) => PRIORITY.indexOf(a.state) - PRIORITY.indexOf(b.state))[0];
}

function runningHeadline({ chains, zone }: HeadlineFacts): Headline {
  const chain = leadingChain(chains);
  if (chain === undefined) return { kind: 'open', dated: false };
  if (chain.state === 'suspended' && chain.suspended !== null) {
    return { kind: 'suspended', since: chain.suspended, zone };
  }
  if (chain.state === 'withdrawn') {
    return { kind: 'passed-then-withdrawn', moves: movesBefore(chain, null) };
  }
  if (chain.state === 'passed') return { kind: 'passed' };
  return { kind: 'open', dated: chains.some(({ versions }) => versions.length > 0) };
}

/** What is known of one target: its outcome, or that its ultimatum was withdrawn in time; null while it is open. */
function knownOf(facts: HeadlineFacts, target: string): VerdictHeadline | null {
  const chain = facts.chains.find(({ targets }) => targets.includes(target));
  if (chain === undefined) return null;
  const recorded = facts.outcomes.find((one) => one.target === target);
  if (recorded !== undefined) return outcomeHeadline(facts, chain, recorded);
  if (chain.withdrawn === null || chain.withdrawn.late) return null;
  return { kind: 'verdict', verdict: plainVerdict('withdrawn'), moves: movesBefore(chain, null) };
}

/** The headline of an ultimatum: while it runs its state, else what its outcomes come to. */
export function headlineOf(facts: HeadlineFacts): Headline {
  const { supersededBy, targets, chains } = facts;
  if (supersededBy !== null) {
    const moves = Math.max(0, ...chains.map((chain) => movesBefore(chain, null)));
    return { kind: 'superseded', by: supersededBy, moves };
  }
  const known = targets.map((target) => knownOf(facts, target)).filter((one) => one !== null);
  if (known.length === 0) return runningHeadline(facts);
  if (known.length < targets.length) {
    const parts = sharesOf(known);
    return { kind: 'incomplete', recorded: known.length, targets: targets.length, parts };
  }
  return joined(known);
}
