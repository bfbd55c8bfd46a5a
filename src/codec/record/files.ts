/** The files of an export: the whole record as JSON and as CSV. */
import type { Entry, LedgerEvent } from '../../domain/entry.js';
import { isHidden } from '../../domain/visible.js';
import { derivedFrom } from './derived.js';
import { exact, readable, toCsv, whole } from './csv.js';
import type { RecordInstant } from '../../domain/instant.js';

/** One ultimatum with its whole ledger, as it leaves the server. People are person keys, never Discord ids. */
export interface ExportedUltimatum {
  readonly number: number;
  readonly entries: readonly Entry[];
}

/** Where a file stands among those of a record that is too large for one; from 1. */
export interface FilePlace {
  readonly part: number;
  readonly parts: number;
}

const EXPORT_FORMAT = 'ultimatum-record';
const EXPORT_VERSION = 2;

/**
 * The record as JSON: the entries as they are, so that reading it back gives the very same ledger, and beside them what
 * follows from them today. What is hidden in the server is marked `hidden`.
 */
export function recordAsJson(
  ultimatums: readonly ExportedUltimatum[],
  exported: number,
  place?: FilePlace,
): string {
  const head = { format: EXPORT_FORMAT, version: EXPORT_VERSION, exported: iso(exported), ...place };
  const marked = ultimatums.map(({ number, entries }) => ({
    number,
    entries: entries.map(asExported),
    derived: derivedFrom(entries),
    ...(isHidden(entries) && { hidden: true }),
  }));
  return `${JSON.stringify({ ...head, ultimatums: marked }, null, 1)}\n`;
}

/** The key of the event in the file format is `what`. */
function asExported({ event, ...entry }: Entry) {
  return { ...entry, what: event };
}

/**
 * The columns up to `hidden` are for eyes and spreadsheets; `stated_start`, `stated_end`, `what` and `statements` hold
 * the entry whole and exactly. `by` is a person key; an apostrophe before a key that begins with `-` is no part of it.
 */
export const COLUMNS = [
  'ultimatum',
  'entry',
  'recorded',
  'stated',
  'kind',
  'issuer',
  'targets',
  'demand',
  'threat',
  'deadline',
  'deadline_latest',
  'words',
  'links',
  'hidden',
  'stated_start',
  'stated_end',
  'by',
  'what',
  'statements',
] as const;

/** The record as CSV: one line an entry. */
export function recordAsCsv(ultimatums: readonly ExportedUltimatum[]): string {
  const lines = ultimatums.flatMap(({ number, entries }) => {
    const hidden = isHidden(entries);
    return entries.map((entry) => line(number, entry, hidden));
  });
  return toCsv([COLUMNS, ...lines]);
}

function line(number: number, entry: Entry, hidden: boolean): readonly string[] {
  const { event, stated, statements } = entry;
  return [
    whole(number),
    whole(entry.seq),
    iso(entry.recorded),
    iso(stated.start),
    event.kind,
    ...readables(event),
    readable(statements.map(({ quote }) => quote ?? '').join(' | ')),
    readable(statements.flatMap(({ url }) => url ?? []).join(' ')),
    hidden ? 'hidden' : '',
    whole(stated.start),
    whole(stated.end),
    readable(entry.by ?? ''),
    exact(event),
    exact(statements),
  ];
}

/** `issuer` to `deadline_latest` of an entry that has them. */
function readables(event: LedgerEvent): readonly string[] {
  const terms = event.kind === 'recorded' || event.kind === 'terms' ? event : null;
  const deadline = event.kind === 'recorded' || event.kind === 'revised' ? event.deadline : null;
  const latest = deadline?.latest ?? null;
  const texts = [
    event.kind === 'recorded' ? event.issuers.join('; ') : '',
    terms?.targets?.join('; ') ?? '',
    terms?.demand ?? '',
    terms?.threat ?? '',
    deadline?.words ?? '',
  ];
  return [...texts.map(readable), latest === null ? '' : iso(latest)];
}

/** Years before our era begin with a sign. */
function iso(instant: RecordInstant): string {
  return readable(new Date(instant).toISOString());
}
