/** The deadline that new words may move: extensions are counted from it, and its bound is kept. */
import type { DatedReading } from '../domain/reading.js';
import type { Ultimatum } from '../domain/ultimatum.js';
import type { When } from '../domain/when.js';

/**
 * The last deadline stated before `stated`, of an ultimatum, or null where there is none. `corrected` is the entry
 * whose own deadline is read anew, and does not count.
 */
export function deadlineBefore(
  ultimatum: Pick<Ultimatum, 'versions'> | null,
  stated: When,
  corrected: number | null = null,
): DatedReading | null {
  const last = Math.max(stated.start, stated.end - 1);
  const before = (ultimatum?.versions ?? []).filter(
    (version) =>
      version.stated.start <= last &&
      (corrected === null || version.entry < corrected || version.stated.start < stated.start) &&
      version.entry !== corrected,
  );
  return before.at(-1)?.reading ?? null;
}
