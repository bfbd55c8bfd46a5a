/** Checks what was typed on the command line; a fault is a sentence that names the option and the fix. */
import { DateTime } from 'luxon';
import { findZone, zoneNamed } from '../language/index.js';

/** Something is wrong with what was typed: a sentence that names the option and the fix. */
export class Usage extends Error {}

const INSTANT = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:[Zz]|[+-]\d{2}:?\d{2})$/;

/** ms UTC of an ISO instant; a day that does not exist and a time without its zone are refused. */
export function instantOf(name: string, text: unknown): number {
  if (text === undefined) throw new Usage(`${name} is missing. Give an instant: 2025-08-06T14:00:00Z.`);
  const iso =
    typeof text === 'string' && INSTANT.test(text) ? DateTime.fromISO(text.replace(' ', 'T')) : null;
  if (iso?.isValid) return iso.toMillis();
  throw new Usage(
    `${name} ${JSON.stringify(text)} is no instant. Give day, time and Z or an offset: 2025-08-06T14:00:00Z.`,
  );
}

/** An IANA zone this machine knows, or a fixed offset such as -02:00. */
export function zoneOf(name: string, text: unknown): string {
  if (text === undefined) throw new Usage(`${name} is missing. Give an IANA time zone: America/New_York.`);
  const known = typeof text === 'string' ? zoneNamed(text) : null;
  if (known !== null) return known.name;
  const meant = typeof text === 'string' ? findZone(text) : null;
  throw new Usage(
    `${name} ${JSON.stringify(text)} is no IANA time zone known here. Give one such as ${meant ?? 'America/New_York'}.`,
  );
}

/** The sentence of a fault in what was typed; anything else is a bug and goes on. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Usage) return error.message;
  throw error;
}
