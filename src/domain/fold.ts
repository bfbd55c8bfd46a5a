/** Folds the entries of an ultimatum into its state. */
import { replay, type Effective } from './corrections.js';
import type { Entry } from './entry.js';
import { begin, step } from './fold-state.js';
import { finish } from './fold-finish.js';
import type { Ultimatum } from './ultimatum.js';

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

/**
 * Folds entries that are already corrected and in the order of the world; `shown` are the lines of the ledger that stay
 * visible.
 */
export function foldEffective(effective: readonly Effective[], shown: readonly Entry[]): Ultimatum | null {
  const record = effective.find((entry) => entry.event.kind === 'recorded');
  if (record?.event.kind !== 'recorded') return null;
  const current = begin(record.event);
  for (const entry of effective) step(entry.event.kind, current, entry, entry.event);
  return finish(current, record, effective, shown);
}
