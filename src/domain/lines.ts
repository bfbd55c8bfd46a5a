/** The lines of the log: each deadline ever set once, with what became of it for whom. */
import type { Chain, Version, VersionOutcome } from './ultimatum.js';

function keyOf(became: VersionOutcome): string {
  return JSON.stringify(became);
}

/** What a deadline became, each thing once; with the targets where it was not the same for all that had it. */
function joinedOutcomes(
  holders: readonly { readonly targets: readonly string[]; readonly version: Version }[],
) {
  const found = new Map<
    string,
    { readonly became: VersionOutcome; targets: readonly string[]; times: number }
  >();
  for (const { targets, version } of holders) {
    for (const became of version.became) {
      const known = found.get(keyOf(became));
      found.set(keyOf(became), {
        became,
        targets: [...(known?.targets ?? []), ...targets],
        times: (known?.times ?? 0) + 1,
      });
    }
  }
  return [...found.values()].map(({ became, targets, times }) =>
    times === holders.length ? became : { ...became, targets },
  );
}

/** Every line, in the order of the world. `targets` of a line are null where all targets of today have had it. */
export function linesOf(chains: readonly Chain[]): readonly Version[] {
  const [only] = chains;
  if (chains.length === 1 && only !== undefined) return only.versions;
  const numbers = [...new Set(chains.flatMap(({ versions }) => versions.map(({ number }) => number)))];
  return numbers
    .toSorted((a, b) => a - b)
    .flatMap((number) => {
      const holders = chains.flatMap(({ targets, versions }) =>
        versions.filter((version) => version.number === number).map((version) => ({ targets, version })),
      );
      const [first] = holders;
      if (first === undefined) return [];
      const all = holders.length === chains.length;
      const targets = all ? null : holders.flatMap((holder) => holder.targets);
      return [{ ...first.version, targets, became: joinedOutcomes(holders) }];
    });
}
