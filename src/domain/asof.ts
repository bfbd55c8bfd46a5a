import { replay } from './corrections.js';
import type { Entry } from './entry.js';
import { foldEffective, foldOrNull } from './fold.js';
import type { Ultimatum } from './ultimatum.js';

/**
 * What the world knew at `instant` (ms UTC): the entries stated by then, with the corrections known today (rules 14).
 * Flags and captures of this server are no statements; they hold whenever they were made.
 */
export function asKnownInWorld(entries: readonly Entry[], instant: number): Ultimatum | null {
  const known = replay(entries).filter(
    ({ stated, what }) =>
      stated.start <= instant ||
      what.kind === 'hidden' ||
      what.kind === 'unhidden' ||
      what.kind === 'archived',
  );
  const seqs = new Set(known.map((entry) => entry.seq));
  const shown = entries.filter((entry) => entry.what.kind === 'corrected' || seqs.has(entry.seq));
  return foldEffective(known, shown);
}

/** What this server had recorded at `instant` (ms UTC). */
export function asRecorded(entries: readonly Entry[], instant: number): Ultimatum | null {
  return foldOrNull(entries.filter((entry) => entry.recorded <= instant));
}
