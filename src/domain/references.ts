/** The numbers of other ultimatums that entries name. */
import type { Entry } from './entry.js';

/** The number of another ultimatum that an entry names; null where it names none. */
export function referenceOf({ event }: Pick<Entry, 'event'>): number | null {
  if (event.kind === 'superseded') return event.by;
  return event.kind === 'linked' ? event.to : null;
}

/** The entry with the number that the other ultimatum has now; one that `numbers` does not know stays. */
export function renumbered(entry: Entry, numbers: ReadonlyMap<number, number>): Entry {
  const now = numbers.get(referenceOf(entry) ?? Number.NaN);
  if (now === undefined) return entry;
  const { event } = entry;
  if (event.kind === 'superseded') return { ...entry, event: { ...event, by: now } };
  return event.kind === 'linked' ? { ...entry, event: { ...event, to: now } } : entry;
}
