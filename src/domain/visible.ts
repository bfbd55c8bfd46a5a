/** What may be shown of an ultimatum: everything, or its tombstone. */
import type { Entry, LedgerEvent } from './entry.js';
import { at } from './when.js';

/** The entry that hides an ultimatum; null where it may be seen. Nothing corrects or removes such an entry. */
function hiding(entries: readonly Entry[]): Entry | null {
  const last = entries.findLast(({ event }) => event.kind === 'hidden' || event.kind === 'unhidden');
  return last?.event.kind === 'hidden' ? last : null;
}

/** Whether the last of its hide and unhide entries hides the ultimatum. */
export function isHidden(entries: readonly Entry[]): boolean {
  return hiding(entries) !== null;
}

/** The record without its words: what is left keeps the number of the entry and the zone of the tombstone's day. */
function emptied(event: LedgerEvent): LedgerEvent {
  if (event.kind !== 'recorded') return { kind: 'sourced' };
  const { kind, zone } = event;
  return { kind, zone, issuers: [], targets: [], demand: '', threat: null, tags: [], deadline: null };
}

/**
 * What may be shown of an ultimatum (rules 24): its entries, or those of its tombstone where it is hidden. A tombstone
 * has as many entries, says since when and why it is hidden, and holds no name, no word, no link and no day beside.
 * Everything that a person can read comes through here, so no door has to remember it.
 */
export function visibleEntries(entries: readonly Entry[]): readonly Entry[] {
  const hidden = hiding(entries);
  if (hidden === null) return entries;
  return entries.map((entry) => {
    const { seq, recorded, event } = entry;
    const bare = { seq, recorded, stated: at(recorded), by: null, statements: [] };
    return { ...bare, event: entry === hidden ? event : emptied(event) };
  });
}
