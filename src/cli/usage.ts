/** Checks what was typed on the command line; a fault is a sentence that names the option and the fix. */
import { DateTime } from 'luxon';
import { systemClock } from '../clock.js';
import { findZone, zoneNamed, zonesOfPlace } from '../language/index.js';
import { english } from '../wording/index.js';
import type { Text } from '../wording/parts.js';
import { drawText } from './draw.js';

/** Something is wrong with what was typed: a text that names the option and the fix. */
export class Usage extends Error {
  constructor(text: Text | string, options?: ErrorOptions) {
    super(typeof text === 'string' ? text : drawText(text), options);
  }
}

const words = english.cli;

const INSTANT = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:[Zz]|[+-]\d{2}:?\d{2})$/;

/** ms UTC of an ISO instant, or of "now". Refuses a day that does not exist and a time without its zone. */
export function instantOf(name: string, text: unknown): number {
  if (text === undefined) throw new Usage(words.instant.missing(name));
  if (text === 'now') return systemClock.now();
  const iso =
    typeof text === 'string' && INSTANT.test(text) ? DateTime.fromISO(text.replace(' ', 'T')) : null;
  if (iso?.isValid) return iso.toMillis();
  throw new Usage(words.instant.wrong(name, JSON.stringify(text)));
}

/** An IANA zone, a fixed offset such as -02:00, a city, or a country; null where the place is unknown or has several. */
function placeZone(text: string): string | null {
  const zones = zonesOfPlace(text);
  return zoneNamed(text)?.name ?? findZone(text) ?? (zones.length === 1 ? (zones[0] ?? null) : null);
}

/** The time zone of a place as people name it. A country with several is refused with their names. */
export function zoneOf(name: string, text: unknown): string {
  if (text === undefined) throw new Usage(words.zone.missing(name));
  if (typeof text !== 'string') throw new Usage(words.zone.wrong(name, JSON.stringify(text)));
  const zone = placeZone(text);
  if (zone !== null) return zone;
  const several = zonesOfPlace(text);
  if (several.length > 1) throw new Usage(words.zone.several(name, JSON.stringify(text), several));
  throw new Usage(words.zone.wrong(name, JSON.stringify(text)));
}

/** The zone of the machine, IANA. */
export const localZone = (): string => DateTime.local().zoneName;

/** The text of a usage error; anything else is a bug and is thrown again. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Usage) return error.message;
  throw error;
}
