import type { Ultimatum } from '../../domain/ultimatum.js';
import { isZone } from '../../domain/zone.js';
import type { Line } from './text-budget.js';
import { listed, safe } from './text.js';

/** The zones in which days of an ultimatum are shown. */
export function zonesOf({ zone, versions }: Ultimatum): readonly string[] {
  return [zone, ...versions.map(({ reading }) => reading.zone)];
}

/** Which of the zones this machine does not know, a sentence; null where it knows them all. */
export function zoneNote(zones: readonly string[]): Line {
  const unknown = [...new Set(zones)].filter((zone) => !isZone(zone));
  if (unknown.length === 0) return null;
  const names = listed(unknown.slice(0, 3).map((zone) => safe(zone, 60)));
  return `Time zone not known here: ${names}; times are shown in UTC.`;
}
