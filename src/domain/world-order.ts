/** The order of the world: entries as they were stated, whenever this server came to know of them (rules 9). */
import type { Entry } from './entry.js';
import type { When } from './when.js';

/** Whether `a` was over before `b` began. Where the hours of one day are not known, neither comes first. */
export function isBefore(a: When, b: When): boolean {
  return a.end <= b.start && a.start < b.start;
}

type Placed = Pick<Entry, 'stated' | 'event'>;

/**
 * Where something stated at `stated` belongs among entries that are in the order of the world: behind everything that
 * was not certainly stated later, and never before the record itself.
 */
export function placeOf(ordered: readonly Placed[], stated: When): number {
  let place = ordered.length;
  for (let earlier = ordered[place - 1]; earlier !== undefined; earlier = ordered[place - 1]) {
    if (earlier.event.kind === 'recorded' || !isBefore(stated, earlier.stated)) return place;
    place -= 1;
  }
  return place;
}

function placeIn(ordered: readonly Placed[], { stated, event }: Placed): number {
  switch (event.kind) {
    case 'recorded':
      return 0;
    // An outcome is about everything on record: the issuer may have moved the deadline after the target complied.
    case 'outcome':
      return ordered.length;
    default:
      return placeOf(ordered, stated);
  }
}

/** The entries by `stated`, then in the order of recording; the record itself comes first. */
export function inWorldOrder<E extends Placed>(entries: readonly E[]): readonly E[] {
  const ordered: E[] = [];
  for (const entry of entries) ordered.splice(placeIn(ordered, entry), 0, entry);
  return ordered;
}
