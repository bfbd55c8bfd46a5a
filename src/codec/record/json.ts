/** The record as JSON: every entry as it is stored, and beside it what follows from it today. */
import type { RecordInstant } from '../../domain/instant.js';
import { isHidden } from '../../domain/visible.js';
import { derivedFrom } from './derived.js';
import { parseEntries } from './entries.js';
import type { ExportedServer, ExportedUltimatum, HeadlineWords } from './exported.js';

/** What a file says of itself; it changes where a program that reads it would have to change. */
export const RECORD_FORMAT = 'ultimatum/1';

/** Where a file stands among those of a record that is too large for one; from 1. */
export interface FilePlace {
  readonly part: number;
  readonly parts: number;
}

interface JsonHead {
  /** When it is exported, ms UTC. */
  readonly exported: RecordInstant;
  /** Null where only the record leaves, as on the public pages. */
  readonly server: ExportedServer | null;
  readonly place: FilePlace | null;
}

/** What stands before the first ultimatum. */
export function jsonHead({ exported, server, place }: JsonHead): string {
  const head = { format: RECORD_FORMAT, exported: new Date(exported).toISOString(), ...place };
  const parts = Object.entries({ ...head, ...(server === null ? {} : { server }) });
  return `{${parts.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',\n')},\n"ultimatums":[\n`;
}

export const JSON_BETWEEN = ',\n';
export const JSON_END = '\n]}\n';

/**
 * One ultimatum in one line. The entries are read back as they are and give the very same ledger; `derived` and `hidden`
 * follow from them, and nobody reads them back.
 */
export function jsonOf({ number, entries: given }: ExportedUltimatum, headlineWords: HeadlineWords): string {
  // Read once, so that the fields of an entry stand in one order, whatever order they were stored in.
  const entries = parseEntries(given);
  const derived = derivedFrom(entries, headlineWords);
  return JSON.stringify({ number, entries, derived, ...(isHidden(entries) && { hidden: true }) });
}
