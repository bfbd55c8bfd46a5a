/** Turns what the fold has built up into the state that the others read. */
import { slipOf } from './calendar-days.js';
import type { GrowingChain, Terms } from './chain.js';
import type { Effective } from './corrections.js';
import { disputesIn } from './disputes.js';
import type { Entry } from './entry.js';
import type { FoldState, OutcomeEntry } from './fold-state.js';
import { headlineOf, leadingChain, outcomeHeadline, type HeadlineFacts } from './headline.js';
import { linesOf } from './lines.js';
import { measure } from './measure.js';
import type { State } from './state.js';
import type { Chain, CitedStatement, TargetOutcome, Ultimatum, Version } from './ultimatum.js';

/** The sources in the order of the world, with the captures that were added later. */
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

/** What was asked and threatened at `instant`, ms UTC: what was stated before it. */
function termsAt(terms: readonly Terms[], instant: number | null): Omit<Terms, 'stated'> {
  const then = terms.findLast(({ stated }) => stated === null || instant === null || stated.start < instant);
  const { demand, threat } = then ?? terms[0] ?? { demand: '', threat: null };
  return { demand, threat };
}

function outcomeOf(facts: HeadlineFacts, chain: GrowingChain, recorded: OutcomeEntry): TargetOutcome {
  const { outcome } = recorded;
  const { version, paused, late } = measure(chain, outcome);
  const latest = chain.versions.at(-1)?.reading.latest ?? null;
  // A deadline that was withdrawn before it ended was missed by nobody.
  const held = outcome.complied !== null || chain.withdrawn === null || chain.withdrawn.late;
  return {
    ...recorded,
    headline: outcomeHeadline(facts, chain, recorded),
    ...termsAt(chain.terms, outcome.complied?.start ?? latest),
    against: held ? (version?.reading ?? null) : null,
    paused,
    late,
  };
}

const isRunning = (state: State): boolean => state === 'open' || state === 'passed';

/** Chains whose deadlines turned out the same are shown together again. */
function sameHistory(a: GrowingChain, b: GrowingChain): boolean {
  const key = ({ state, versions, terms, suspended, withdrawn }: GrowingChain) =>
    JSON.stringify([
      state,
      versions.map(({ number, became }) => [number, became]),
      terms.at(-1),
      suspended,
      withdrawn,
    ]);
  return key(a) === key(b);
}

function together(chains: readonly GrowingChain[], targets: readonly string[]): readonly GrowingChain[] {
  const groups: GrowingChain[] = [];
  for (const chain of chains) {
    const same = groups.find((group) => sameHistory(group, chain));
    if (same === undefined) groups.push({ ...chain });
    else same.targets = targets.filter((name) => same.targets.includes(name) || chain.targets.includes(name));
  }
  const first = ({ targets: [name = ''] }: GrowingChain) => targets.indexOf(name);
  return groups.toSorted((a, b) => first(a) - first(b));
}

/** A resolved deadline says what became of it, for the targets that had it. */
function closeResolved(chain: GrowingChain, facts: HeadlineFacts): void {
  if (chain.state !== 'resolved') return;
  const mine = { ...facts, targets: chain.targets, chains: [chain] };
  chain.versions.at(-1)?.became.push({ kind: 'resolved', headline: headlineOf(mine) });
}

function versionOf({ moved: _moved, fromRecord: _fromRecord, ...version }: GrowingChain['versions'][number]) {
  return version;
}

function chainOf(chain: GrowingChain): Chain {
  const versions: readonly Version[] = chain.versions.map(versionOf);
  const terms = chain.terms.at(-1);
  return {
    targets: chain.targets,
    state: chain.state,
    demand: terms?.demand ?? '',
    threat: terms?.threat ?? null,
    undated: chain.undated,
    versions,
    inForce: isRunning(chain.state) ? (versions.at(-1) ?? null) : null,
    moves: chain.versions.filter(({ moved }) => moved).length,
    slip: slipOf(versions.map(({ reading }) => reading)),
    suspended: chain.state === 'suspended' ? chain.suspended : null,
    withdrawn: chain.withdrawn?.stated ?? null,
  };
}

/** The deadline that ends first among those still running. */
function soonest(chains: readonly Chain[]): Version | null {
  const open = chains.filter(({ state }) => state === 'open');
  const standing = (open.length > 0 ? open : chains).map(({ inForce }) => inForce);
  const dated = standing.filter((version) => version !== null);
  return dated.toSorted((a, b) => a.reading.latest - b.reading.latest)[0] ?? null;
}

/** The largest of what the chains say, by size; null where none says anything. */
function largest(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.toSorted((a, b) => Math.abs(b) - Math.abs(a))[0] ?? null;
}

/** Everything that follows from the walked entries. */
export function finish(
  current: FoldState,
  record: Effective,
  effective: readonly Effective[],
  shown: readonly Entry[],
): Ultimatum {
  const grown = together(current.chains, current.targets);
  const facts: HeadlineFacts = { ...current, chains: grown };
  const outcomes = current.outcomes.flatMap((recorded) => {
    const chain = grown.find(({ targets }) => targets.includes(recorded.target));
    return chain === undefined ? [] : [outcomeOf(facts, chain, recorded)];
  });
  const headline = headlineOf(facts);
  for (const chain of grown) closeResolved(chain, facts);
  const chains = grown.map(chainOf);
  const leading = leadingChain(chains);
  const disputes = disputesIn(effective, shown);
  return {
    state: current.supersededBy === null ? (leading?.state ?? 'open') : 'superseded',
    issuers: current.issuers,
    targets: current.targets,
    chains,
    demand: leading?.demand ?? '',
    threat: leading?.threat ?? null,
    zone: current.zone,
    tags: current.tags,
    stated: record.stated,
    recorded: record.recorded,
    recordedBy: record.by,
    undated: leading?.undated ?? null,
    versions: linesOf(chains),
    inForce: soonest(chains),
    moves: Math.max(0, ...chains.map(({ moves }) => moves)),
    slip: largest(chains.map(({ slip }) => slip)),
    outcomes,
    headline,
    reversals: current.reversals,
    links: current.links,
    disputes,
    disputed: disputes.some(({ closed }) => closed === null),
    statements: cite(effective),
    terms: current.terms,
    suspended: leading?.suspended ?? null,
    withdrawn: leading?.withdrawn ?? null,
    supersededBy: current.supersededBy,
    hidden: current.hidden,
    corrections: shown.filter((entry) => entry.event.kind === 'corrected'),
    entries: shown,
    lastSeq: shown.at(-1)?.seq ?? 0,
  };
}
