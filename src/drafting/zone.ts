import { ok, refuse, type Result } from '../domain/refusal.js';
import { findZone } from '../language/zones.js';

/** A zone as people name it: an IANA name, a city, or a suggestion's visible text. */
export function readZone(typed: string): Result<string> {
  const zone = findZone(typed);
  return zone === null ? refuse({ why: 'bad-zone', given: typed }) : ok(zone);
}
