/** When reminders of one day become one list. */
import type { Delivery } from '../delivery.js';
import { localTime } from '../zone.js';
import type { RecordInstant } from '../instant.js';

/** More reminders than these in a channel on one day become one list. */
const MOST_ALONE = 3;

/** The local day of an instant: from its beginning to that of the next, ms UTC. */
export function dayAround(
  instant: RecordInstant,
  zone: string,
): { readonly from: RecordInstant; readonly until: RecordInstant } {
  const start = localTime(instant, zone).startOf('day');
  return { from: start.toMillis(), until: start.plus({ days: 1 }).startOf('day').toMillis() };
}

/** Whether so many reminders of one day become a list. */
export function crowded(unsent: readonly Delivery[]): boolean {
  return unsent.length > MOST_ALONE;
}

/** The one that posts the list of all: the first that is due. */
export function leaderOf(unsent: readonly Delivery[]): Delivery | null {
  return unsent.toSorted((a, b) => a.due - b.due || a.id - b.id)[0] ?? null;
}
