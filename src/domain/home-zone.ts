/** Whose time zone an ultimatum is in: typed or stated, or only assumed (rules 3). */
import { replay } from './corrections.js';
import type { Entry, EventByKind } from './entry.js';
import type { ZoneOrigin } from './reading.js';
import type { Ultimatum } from './ultimatum.js';

/**
 * Where the zone of a record came from. An older release kept it with the deadline only, and its `issuer` could go back
 * to an assumption, so that only a typed one counts.
 */
function zoneOriginOf({ zone, zoneFrom, deadline }: EventByKind['recorded']): ZoneOrigin {
  if (zoneFrom !== undefined) return zoneFrom;
  return deadline?.zone === zone && deadline.zoneFrom === 'stated' ? 'stated' : 'server';
}

/** Whether the zone of a record is more than an assumption: typed or known then, or corrected since. */
export function isZoneKnown(entries: readonly Entry[]): boolean {
  const record = replay(entries).find(({ event }) => event.kind === 'recorded')?.event;
  return record?.kind === 'recorded' && zoneOriginOf(record) !== 'server';
}

/** Offsets and UTC are nobody's home. */
const isPlace = (zone: string) => zone.includes('/');

type Zoned = Pick<Ultimatum, 'entries' | 'zone' | 'versions'>;

/**
 * The zone that an ultimatum tells of its issuer: the one typed or known when it was recorded, else the last one that
 * was typed or named in the words of a deadline. Null where the server's was assumed: that says nothing of the issuer.
 */
export function homeZoneOf({ entries, zone, versions }: Zoned): string | null {
  if (isZoneKnown(entries)) return zone;
  const named = versions.findLast(({ reading }) => reading.zoneFrom === 'stated' && isPlace(reading.zone));
  return named?.reading.zone ?? null;
}
