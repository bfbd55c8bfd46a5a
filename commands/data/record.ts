import type { Entry, Happening } from '../../src/domain/entry.js';
import { readable, toCsv } from './csv.js';

/** One ultimatum with its whole ledger, as it leaves the server. People are person keys, never Discord ids (rules 23). */
export interface Exported {
  readonly number: number;
  readonly entries: readonly Entry[];
}

const EXPORT_FORMAT = 'ultimatum-record';
const EXPORT_VERSION = 1;

/** The record as JSON: the entries as they are, so that reading it back gives the very same ledger. */
export function recordAsJson(ultimatums: readonly Exported[], exported: number): string {
  const head = { format: EXPORT_FORMAT, version: EXPORT_VERSION, exported: iso(exported) };
  return `${JSON.stringify({ ...head, ultimatums }, null, 1)}\n`;
}

/**
 * The columns up to `words` and `links` are for eyes and spreadsheets; `stated_start`, `stated_end`, `by`, `what` and
 * `statements` hold the entry whole and exactly.
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
  'stated_start',
  'stated_end',
  'by',
  'what',
  'statements',
] as const;

/** The record as CSV: one line an entry. */
export function recordAsCsv(ultimatums: readonly Exported[]): string {
  const lines = ultimatums.flatMap(({ number, entries }) => entries.map((entry) => line(number, entry)));
  return toCsv([COLUMNS, ...lines]);
}

function line(number: number, entry: Entry): readonly string[] {
  const { what, stated, statements } = entry;
  return [
    String(number),
    String(entry.seq),
    iso(entry.recorded),
    iso(stated.start),
    what.kind,
    ...readables(what),
    readable(statements.map(({ quote }) => quote ?? '').join(' | ')),
    readable(statements.flatMap(({ url }) => url ?? []).join(' ')),
    String(stated.start),
    String(stated.end),
    entry.by ?? '',
    JSON.stringify(what),
    JSON.stringify(statements),
  ];
}

/** `issuer` to `deadline_latest` of an entry that has them. */
function readables(what: Happening): readonly string[] {
  const terms = what.kind === 'recorded' || what.kind === 'terms' ? what : null;
  const deadline = what.kind === 'recorded' || what.kind === 'revised' ? what.deadline : null;
  const latest = deadline?.latest ?? null;
  const texts = [
    what.kind === 'recorded' ? what.issuer : '',
    terms?.targets?.join('; ') ?? '',
    terms?.demand ?? '',
    terms?.threat ?? '',
    deadline?.words ?? '',
  ];
  return [...texts.map(readable), latest === null ? '' : iso(latest)];
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
