/** Whether the entries of a record that comes from a file can stand here. */
import { folded } from '../../codec/record/derived.js';
import type { Entry } from '../../domain/entry.js';
import type { ImportRefusal } from '../../domain/import-fault.js';
import type { RecordInstant } from '../../domain/instant.js';
import { isZone } from '../../domain/when.js';

/** The longest ledger of one ultimatum, as JSON. */
const MOST_CHARACTERS = 2_000_000;

const isOrdered = (entries: readonly Entry[]) =>
  entries.every(({ seq, recorded }, at) => seq === at + 1 && recorded >= (entries[at - 1]?.recorded ?? 0));

const isPast = (entries: readonly Entry[], now: RecordInstant) =>
  entries.every(
    ({ recorded, stated }) => recorded <= now && stated.start <= now && stated.end >= stated.start,
  );

function startsWell([first]: readonly Entry[]): boolean {
  if (first?.event.kind !== 'recorded') return false;
  const { issuers, targets, zone } = first.event;
  return issuers.length > 0 && targets.length > 0 && isZone(zone);
}

/** Why these entries can't be recorded as they are; null where they can. */
export function unsound(entries: readonly Entry[], now: RecordInstant): ImportRefusal | null {
  if (!startsWell(entries)) return { kind: 'unreadable-entries', path: '0' };
  if (!isPast(entries, now)) return { kind: 'in-future' };
  const whole = isOrdered(entries) && JSON.stringify(entries).length <= MOST_CHARACTERS;
  return whole && folded(entries) !== null ? null : { kind: 'unreadable-entries', path: '' };
}
