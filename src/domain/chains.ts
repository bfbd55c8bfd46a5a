/** Which targets an entry is for: an entry for some of them parts their deadlines from those of the others (rules 27). */
import { cloneChain, type GrowingChain } from './chain.js';
import { findName } from './names.js';
import type { State } from './state.js';

const CLOSED: readonly State[] = ['withdrawn', 'superseded', 'resolved'];

/** The names of `scope` as they stand among `targets`; without case and accents (rules 19). */
export function namedIn(targets: readonly string[], scope: readonly string[]): readonly string[] {
  return targets.filter((target) => findName(scope, target) !== null);
}

/** Parts `names` from the other targets of `chain`, and returns their chain; itself where they are all of its targets. */
function split(chains: GrowingChain[], chain: GrowingChain, names: readonly string[]): GrowingChain {
  if (names.length === chain.targets.length) return chain;
  const parted = cloneChain(chain, names);
  chain.targets = chain.targets.filter((target) => !names.includes(target));
  chains.splice(chains.indexOf(chain) + 1, 0, parted);
  return parted;
}

/** The chains of exactly the targets in `scope`. */
export function chainsOf(chains: GrowingChain[], scope: readonly string[]): readonly GrowingChain[] {
  return [...chains].flatMap((chain) => {
    const names = namedIn(chain.targets, scope);
    return names.length === 0 ? [] : [split(chains, chain, names)];
  });
}

/**
 * The chains that an entry is for: those it names, else all that are open in a state it accepts. Where none is, a
 * history from an older release is read as it was meant: for all.
 */
export function concernedBy(
  chains: GrowingChain[],
  scope: readonly string[] | undefined,
  accepts: (state: State) => boolean = (state) => !CLOSED.includes(state),
): readonly GrowingChain[] {
  if (scope !== undefined) return chainsOf(chains, scope);
  const open = chains.filter(({ state }) => accepts(state));
  return open.length > 0 ? open : [...chains];
}

/** The list of targets has changed: names that left leave their chain, new ones join the first that is open. */
export function retarget(chains: GrowingChain[], targets: readonly string[]): void {
  const known = chains.flatMap((chain) => chain.targets);
  for (const chain of chains) chain.targets = chain.targets.filter((target) => targets.includes(target));
  const home = chains.find(({ state }) => !CLOSED.includes(state)) ?? chains[0];
  const added = targets.filter((target) => !known.includes(target));
  if (home !== undefined) home.targets = [...home.targets, ...added];
  const kept = chains.filter((chain) => chain.targets.length > 0);
  if (kept.length > 0) chains.splice(0, chains.length, ...kept);
}
