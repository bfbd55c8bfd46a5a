/** What the record says of an ultimatum today, beside its entries: corrections applied, kinds and headlines worked out. */
import type { Entry } from '../../domain/entry.js';
import { foldOrNull } from '../../domain/fold.js';
import { edtfOf, localDaysOf } from '../../domain/local-dates.js';
import { METHOD } from '../../domain/method.js';
import type { Chain, TargetOutcome, Ultimatum, Version } from '../../domain/ultimatum.js';
import type { HeadlineWords } from './exported.js';

function deadlineOf({ number, entry, revision, reading, stated, targets, became }: Version) {
  const local = localDaysOf(reading);
  return { number, entry, revision, stated, targets, local, reading, became };
}

function chainOf({ targets, state, inForce, moves, slip }: Chain) {
  return { targets, state, inForce: inForce?.number ?? null, moves, slip };
}

function outcomeOf({ target, entry, outcome, actor, headline, demand, threat, paused, late }: TargetOutcome) {
  const { compliance, followThrough, complied, acted } = outcome;
  return {
    target,
    entry,
    compliance,
    followThrough,
    complied,
    acted,
    by: actor ?? null,
    headline: headline.verdict,
    moves: headline.moves,
    demand,
    threat,
    paused,
    late,
  };
}

/** One whose entries can't be folded is exported all the same, without what would follow from them. */
export function folded(entries: readonly Entry[]): Ultimatum | null {
  try {
    return foldOrNull(entries);
  } catch {
    return null;
  }
}

/** Everything that follows from the entries, with instants in ms UTC; null where they can't be folded. */
export function derivedFrom(entries: readonly Entry[], headlineWords: HeadlineWords) {
  const ultimatum = folded(entries);
  if (ultimatum === null) return null;
  const { state, headline, issuers, targets, demand, threat, zone, tags, moves, slip, disputed } = ultimatum;
  return {
    method: METHOD,
    state,
    headline,
    headlineWords: headlineWords(ultimatum),
    stated: edtfOf(ultimatum.stated, zone),
    issuers,
    targets,
    demand,
    threat,
    zone,
    tags,
    moves,
    slip,
    disputed,
    undated: ultimatum.undated,
    deadlines: ultimatum.versions.map(deadlineOf),
    chains: ultimatum.chains.map(chainOf),
    outcomes: ultimatum.outcomes.map(outcomeOf),
    reversals: ultimatum.reversals,
    links: ultimatum.links,
    disputes: ultimatum.disputes,
    replacedBy: ultimatum.supersededBy,
  };
}
