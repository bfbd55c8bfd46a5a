/** Decides that a deadline has passed. */
import type { Entry, NewEntry } from '../entry.js';
import { foldOrNull } from '../fold.js';
import type { RecordInstant } from '../instant.js';
import type { Version } from '../ultimatum.js';
import { at } from '../when.js';

/** With its end; a deadline that was over when it was stated, with its statement. */
function passedAt({ reading, stated }: Version): RecordInstant {
  return Math.max(reading.latest, stated.start);
}

/**
 * The only thing the clock does: an open deadline whose `latest` is over has passed (rules 1). Where the targets have
 * several deadlines, each passes for those that had it.
 */
export function lapse(entries: readonly Entry[], now: RecordInstant): readonly NewEntry[] {
  const chains = foldOrNull(entries)?.chains ?? [];
  return chains
    .flatMap(({ state, inForce, targets }) =>
      state === 'open' && inForce !== null && inForce.reading.latest <= now
        ? [{ passed: passedAt(inForce), scope: chains.length > 1 ? { scope: targets } : {} }]
        : [],
    )
    .toSorted((a, b) => a.passed - b.passed)
    .map(({ passed, scope }) => ({
      recorded: now,
      stated: at(passed),
      by: null,
      statements: [],
      event: { kind: 'passed', ...scope },
    }));
}
