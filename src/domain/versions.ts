/** What a new deadline is compared with the old one, and whether it counts as a move. */
import type { Revision } from './entry.js';
import { isExclusive } from './in-time.js';
import type { DatedReading } from './reading.js';
import { ok, refuse, type Result } from './refusal.js';
import type { When } from './when.js';
import type { RecordInstant } from './instant.js';

/** Where a window begins for comparison, ms UTC: words that name no beginning begin where they end (rules 6). */
function beginning(reading: DatedReading): RecordInstant {
  const open = reading.openBeginning || reading.bound === 'before' || reading.bound === 'effective';
  return open ? reading.latest : reading.earliest;
}

/** Wholly inside; what ends just where the old window begins lies before it, however open its own beginning. */
function isInside(next: DatedReading, old: DatedReading): boolean {
  const endsBefore = isExclusive(next) && next.latest <= beginning(old);
  return beginning(next) >= beginning(old) && next.latest <= old.latest && !endsBefore;
}

/** Whether two readings are the same window, however it was worded. */
function sameWindow(a: DatedReading, b: DatedReading): boolean {
  return a.latest === b.latest && beginning(a) === beginning(b);
}

/**
 * What a new deadline is (rules 6, first match). A suspended deadline is not in force, so nothing of it can have
 * passed: what follows it is `resumed`, whenever it was stated.
 */
export function revisionOf(
  old: DatedReading | null,
  suspended: boolean,
  next: DatedReading,
  stated: When,
): Result<Revision> {
  if (suspended) return ok('resumed');
  if (old === null) return ok('set');
  if (stated.start >= old.latest) return ok('revived');
  if (sameWindow(old, next)) return refuse({ why: 'same-deadline' });
  if (isInside(next, old)) return ok('clarified');
  if (next.latest < old.latest) return ok('shortened');
  return ok(next.latest > old.latest ? 'extended' : 'clarified');
}

/** Whether people would call it a move: extended, shortened, revived, and resumed with another deadline. */
export function isMove(old: DatedReading | null, revision: Revision, next: DatedReading): boolean {
  switch (revision) {
    case 'extended':
    case 'shortened':
    case 'revived':
      return true;
    case 'resumed':
      return old !== null && !sameWindow(old, next);
    case 'set':
    case 'clarified':
      return false;
  }
}
