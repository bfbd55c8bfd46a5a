/** Checks what was typed on the command line; a fault is a sentence that names the option and the fix. */
import { DateTime } from 'luxon';
import { findZone, zoneNamed } from '../language/index.js';
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

/** ms UTC of an ISO instant. Refuses a day that does not exist and a time without its zone. */
export function instantOf(name: string, text: unknown): number {
  if (text === undefined) throw new Usage(words.instant.missing(name));
  const iso =
    typeof text === 'string' && INSTANT.test(text) ? DateTime.fromISO(text.replace(' ', 'T')) : null;
  if (iso?.isValid) return iso.toMillis();
  throw new Usage(words.instant.wrong(name, JSON.stringify(text)));
}

/** An IANA zone this machine knows, or a fixed offset such as -02:00. */
export function zoneOf(name: string, text: unknown): string {
  if (text === undefined) throw new Usage(words.zone.missing(name));
  const known = typeof text === 'string' ? zoneNamed(text) : null;
  if (known !== null) return known.name;
  const meant = typeof text === 'string' ? findZone(text) : null;
  throw new Usage(words.zone.wrong(name, JSON.stringify(text), meant ?? 'America/New_York'));
}

/** The text of a usage error; anything else is a bug and is thrown again. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Usage) return error.message;
  throw error;
}
