/** The place by which people name a time zone. */
import { isZone } from './zone.js';

/** Zones better known by another name: the seat of those who state the deadlines, and spellings that have changed. */
const KNOWN_AS = new Map([
  ['America/New_York', 'Washington'],
  ['US/Eastern', 'Washington'],
  ['Europe/Kiev', 'Kyiv'],
]);

const UTC = new Set(['UTC', 'UCT', 'Zulu', 'Universal', 'Greenwich', 'GMT']);

/** How people name a zone, for "end of day in Washington": its city; null for zones that are not known here. */
export function placeOf(zone: string): string | null {
  if (!isZone(zone)) return null;
  const known = KNOWN_AS.get(zone);
  if (known !== undefined) return known;
  const last = zone.split('/').at(-1) ?? zone;
  return UTC.has(last) ? 'UTC' : last.replaceAll('_', ' ');
}
