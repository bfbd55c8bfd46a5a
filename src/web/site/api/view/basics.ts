/** Facts as the API writes them: instants and ids, names and texts, links that may be followed, readings. */
import type { z } from 'zod';
import { cleanLine, cleanText } from '../../../../domain/clean.js';
import type { RecordInstant } from '../../../../domain/instant.js';
import { checkLink, withoutCredentials } from '../../../../domain/links.js';
import type { Reading } from '../../../../domain/reading.js';
import type { When } from '../../../../domain/when.js';
import { readingText } from '../../../../wording/correction.js';
import type { Words } from '../../../../wording/index.js';
import { PAGE } from '../../../../wording/pages/budget.js';
import { plainText } from '../../../../wording/plain-text.js';
import { assumptionText } from '../../../../wording/readings.js';
import type { ServerContext } from '../../context.js';
import type { reading as readingSchema, when } from '../schema/basics.js';

/** The path under which everything of the API is. */
export const API = '/api/v1';

/** The address of a server in the API, whole. */
export const serverAddress = ({ publicUrl, page }: Pick<ServerContext, 'publicUrl' | 'page'>): string =>
  `${publicUrl}${API}/servers/${encodeURIComponent(page.address)}`;

/** As `Date` writes it: outside of the years 0 to 9999 with a sign. */
export const iso = (instant: RecordInstant): string => new Date(instant).toISOString();

export const whenOf = ({ start, end }: When): z.input<typeof when> => ({ start: iso(start), end: iso(end) });

export const whenOrNull = (value: When | null) => (value === null ? null : whenOf(value));

/** Names and texts without what is drawn as nothing. */
export const textOrNull = (text: string | null) => (text === null ? null : cleanText(text));
export const namesOf = (names: readonly string[]): string[] => names.map(cleanLine);
/** Names that an event, or a part of the record, is limited to. */
export const scopeOf = (names: readonly string[] | null | undefined) =>
  names === null || names === undefined ? null : namesOf(names);
export const actorOf = (actor: string | undefined) => (actor === undefined ? null : cleanLine(actor));

/** An address that may be followed, as given but for a password in it; null for any other. */
export function linkOrNull(url: string | null): string | null {
  if (url === null) return null;
  const clean = withoutCredentials(url);
  return checkLink(clean) === null ? new URL(clean).href : null;
}

/** A reading of the words of a deadline. */
export function readingOf(words: Words, reading: Reading): z.input<typeof readingSchema> {
  const { earliest, latest, precision, bound, zone, zoneFrom, edtf, orSooner, openBeginning, event } =
    reading;
  return {
    text: plainText(readingText(words, reading, PAGE)),
    words: cleanText(reading.words),
    earliest: earliest === null ? null : iso(earliest),
    latest: latest === null ? null : iso(latest),
    precision,
    bound,
    zone,
    zoneFrom,
    edtf,
    orSooner,
    openBeginning,
    approximate: reading.approximate ?? false,
    assumed: reading.assumed.map((assumption) => plainText(assumptionText(words, assumption))),
    event: event === undefined ? null : { what: cleanText(event.what), counted: event.counted },
  };
}
