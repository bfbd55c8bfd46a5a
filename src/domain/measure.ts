/** Which deadline an outcome is measured against, and whether it came in time. */
import type { Outcome } from './entry.js';
import type { DatedReading } from './reading.js';
import { inTime } from './versions.js';
import type { When } from './when.js';

/** A deadline as an outcome is measured against it. */
export interface MeasuredVersion {
  readonly reading: DatedReading;
  readonly stated: When;
  readonly moved: boolean;
  /** Whether the record itself set it: then it was in force from the beginning. */
  readonly fromRecord: boolean;
}

/** The deadline an outcome is measured against (rules 16): in force at `complied`, else the last. */
export function measuredAgainst<V extends MeasuredVersion>(
  versions: readonly V[],
  complied: When | null,
): V | null {
  if (complied === null) return versions.at(-1) ?? null;
  return versions.findLast((version) => version.fromRecord || version.stated.start < complied.start) ?? null;
}

/** Whether compliance came after the deadline it is measured against. */
export function isLate(versions: readonly MeasuredVersion[], outcome: Outcome): boolean {
  if (outcome.complied === null) return false;
  const version = measuredAgainst(versions, outcome.complied);
  return version !== null && !inTime(outcome.complied, version.reading);
}
