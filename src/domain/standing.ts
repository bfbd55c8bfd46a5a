/** The deadlines that stand: one, or one for each group of targets whose deadlines differ (rules 27). */
import { sameVersion, versionId, type VersionId } from './post.js';
import type { Entry } from './entry.js';
import type { Chain, Ultimatum, Version } from './ultimatum.js';

type StandingState = Extract<Chain['state'], 'open' | 'passed'>;

function chainsWhere({ chains, hidden }: Ultimatum, state: StandingState): readonly Chain[] {
  return hidden === null ? chains.filter((chain) => chain.state === state && chain.inForce !== null) : [];
}

/** The deadlines that run (`open`) or wait for an outcome (`passed`), each once; none of what is hidden. */
export function standing(ultimatum: Ultimatum, state: StandingState): readonly Version[] {
  const versions = chainsWhere(ultimatum, state).flatMap(({ inForce }) => inForce ?? []);
  return versions.filter(({ number }, index) => versions.findIndex((one) => one.number === number) === index);
}

/** The deadline of a post, while it stands for some targets; else null. */
export function standingVersion(
  ultimatum: Ultimatum,
  version: VersionId | null,
  state: StandingState,
): Version | null {
  return standing(ultimatum, state).find((one) => sameVersion(versionId(one), version)) ?? null;
}

/** The clock's last entry about a deadline of these targets. */
export function passedEntry({ entries, chains }: Ultimatum, { number }: Version): Entry | undefined {
  const targets = chains.find(({ inForce }) => inForce?.number === number)?.targets ?? [];
  return entries.findLast(
    ({ event }) =>
      event.kind === 'passed' &&
      (event.scope === undefined || event.scope.some((name) => targets.includes(name))),
  );
}

/** The chains that one post speaks of: those of this deadline, and those whose own ends, and passed, with it. */
function chainsWith(ultimatum: Ultimatum, version: Version): readonly Chain[] {
  const state = ultimatum.chains.find(({ inForce }) => inForce?.number === version.number)?.state;
  const passed = passedEntry(ultimatum, version)?.recorded;
  return ultimatum.chains.filter(({ inForce, state: own }) => {
    if (inForce === null || own !== state) return false;
    const together = own !== 'passed' || passedEntry(ultimatum, inForce)?.recorded === passed;
    return (
      inForce.number === version.number || (together && inForce.reading.latest === version.reading.latest)
    );
  });
}

/**
 * The ultimatum as it stands for the targets of one deadline: their names, their demand, their threat. Deadlines that
 * end at one instant make one post, so it names the targets of each.
 */
export function narrowedTo(ultimatum: Ultimatum, version: Version): Ultimatum {
  const [chain, ...others] = chainsWith(ultimatum, version);
  if (chain === undefined || ultimatum.chains.length === others.length + 1) return ultimatum;
  const names = [chain, ...others].flatMap(({ targets }) => targets);
  const targets = ultimatum.targets.filter((name) => names.includes(name));
  const { demand, threat, moves, slip } = chain;
  return { ...ultimatum, targets, demand, threat, moves, slip };
}
