/** Which deadline an outcome is measured against, and whether it came in time. */
import type { Outcome } from './entry.js';
import type { DatedReading } from './reading.js';
import { inTime } from './in-time.js';
import { isDayKnown, type When } from './when.js';
import { isBefore } from './world-order.js';

/** A deadline as an outcome is measured against it. */
export interface MeasuredVersion {
  readonly reading: DatedReading;
  readonly stated: When;
  readonly moved: boolean;
  /** Whether the record itself set it: then it was in force from the beginning. */
  readonly fromRecord: boolean;
}

/** From when to when no deadline was in force; it may last. */
export interface Pause {
  readonly from: When;
  readonly until: When | null;
}

/** The deadlines of some targets, with their pauses and their end. */
export interface MeasuredChain {
  readonly versions: readonly MeasuredVersion[];
  readonly pauses: readonly Pause[];
  /** `late`: it was withdrawn after its deadline had passed. */
  readonly withdrawn: { readonly stated: When; readonly late: boolean } | null;
}

/** The deadline an outcome is measured against; `version` is null where there is none, or it was paused. */
export interface Measured {
  readonly version: MeasuredVersion | null;
  readonly paused: boolean;
  readonly late: boolean;
}

function isPaused(pauses: readonly Pause[], { start }: When): boolean {
  return pauses.some(({ from, until }) => from.start < start && (until === null || !(until.start < start)));
}

/** What an outcome is measured against (rules 16): in force at `complied` by stated time, else the last. */
export function measure({ versions, pauses }: MeasuredChain, { complied }: Outcome): Measured {
  if (complied === null) return { version: versions.at(-1) ?? null, paused: false, late: false };
  if (isPaused(pauses, complied)) return { version: null, paused: true, late: false };
  const version =
    versions.findLast(({ fromRecord, stated }) => fromRecord || stated.start < complied.start) ?? null;
  return { version, paused: false, late: version !== null && !inTime(complied, version.reading) };
}

/** Which of the two acts came first; of a day whose hours are not known, or of a longer time, none is. */
export type ActOrder = 'measures-first' | 'compliance-first' | 'same-day' | 'unknown';

/** In which order the target complied and the issuer acted (rules 18). */
export function actOrder(complied: When, acted: When): ActOrder {
  if (isBefore(acted, complied)) return 'measures-first';
  if (isBefore(complied, acted)) return 'compliance-first';
  return isDayKnown(complied) && isDayKnown(acted) ? 'same-day' : 'unknown';
}
