/** Time zones that this machine knows. */
import { DateTime } from 'luxon';
import type { RecordInstant } from './instant.js';

/** Names that mean the zone of the machine, which is nobody's. */
const MACHINE = new Set(['local', 'system', 'default']);

const KNOWN = new Map<string, boolean>();
const MOST_KNOWN = 1000;

/** Whether `zone` is an IANA zone, or an offset such as `UTC+3`, that this machine knows. */
export function isZone(zone: string): boolean {
  const known = KNOWN.get(zone);
  if (known !== undefined) return known;
  const machine = MACHINE.has(zone.toLowerCase());
  const found = /^[A-Za-z]/.test(zone) && !machine && DateTime.fromMillis(0, { zone }).isValid;
  if (KNOWN.size < MOST_KNOWN) KNOWN.set(zone, found);
  return found;
}

/**
 * The zone itself, or UTC where this machine does not know it: a row may come from a newer machine, and nobody's list
 * may fail because of it. Whatever shows such a time also says so, see `zoneNote`.
 */
export function zoneOrUtc(zone: string): string {
  return isZone(zone) ? zone : 'UTC';
}

/** The local time of an instant (ms UTC) in a zone, in UTC where this machine does not know the zone. Always valid. */
export function localTime(instant: RecordInstant, zone: string): DateTime {
  return DateTime.fromMillis(instant, { zone: zoneOrUtc(zone) });
}
