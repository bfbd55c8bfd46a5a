/** Opens a file as candidates for the record, which are read one at a time: a large file is never held parsed. */
import type { ExportedServer } from '../../codec/record/exported.js';
import { readRecord, type ReadRecord } from '../../codec/record/read-json.js';
import { TableFaultError, tableRows, type TableRow } from '../../codec/record/read-table.js';
import { TABLES } from '../../codec/record/tables.js';
import { TABLE_NAMES } from '../../codec/record/writer.js';
import type { NewEntry } from '../../domain/entry.js';
import type { FileFault, ImportFault } from '../../domain/import-fault.js';
import { IMPORT_FIELDS, type ImportField } from '../../domain/import-fields.js';
import type { ImportRow } from './cells.js';
import { placesOf, unknownColumns, type ColumnPlaces, type Mapping } from './columns.js';
import { readGroup, type GroupReader } from './group.js';
import { grouped, groupsIn, rowOf, type RowGroups } from './rows.js';
import { unsound } from './sound.js';

export interface ImportFile {
  readonly guild: string;
  readonly text: string;
  readonly mapping: Mapping;
}

/** Which header was taken for what. */
export interface ColumnUsed {
  readonly field: ImportField;
  readonly headers: readonly string[];
}

/** A row of a file before it is compared. */
export interface ReadableRow {
  readonly row: number;
  readonly read: () => { readonly entries: readonly NewEntry[] } | { readonly fault: ImportFault };
}

/** A file as candidates, with what is known of it as a whole. */
export interface OpenedFile {
  readonly count: number;
  /** Walked once; in the order in which each ends. */
  readonly candidates: Iterable<ReadableRow> | AsyncIterable<ReadableRow>;
  readonly server: ExportedServer | null;
  /** Null for a record. */
  readonly columns: readonly ColumnUsed[] | null;
  readonly unused: readonly string[];
  /** Of a record: whether an ultimatum of another number may be named that the file does not hold. */
  readonly isRecord: boolean;
}

function* recordCandidates(
  { ultimatums }: ReadRecord,
  { now }: GroupReader,
): Generator<ReadableRow, void, undefined> {
  for (const one of ultimatums) {
    const fault = (why: ImportFault['why']) => ({
      fault: { row: one.number, column: null, given: null, why },
    });
    const read = () => {
      if ('fault' in one) return fault({ kind: 'unreadable-entries', path: one.fault });
      const why = unsound(one.entries, now);
      return why === null ? { entries: one.entries } : fault(why);
    };
    yield { row: one.number, read };
  }
}

function openRecord(record: ReadRecord, reader: GroupReader): OpenedFile {
  const { server, count } = record;
  const candidates = recordCandidates(record, reader);
  return { count, candidates, server, columns: null, unused: [], isRecord: true };
}

/** What every ultimatum has; a number may stand for it on later rows. */
const NEEDED: readonly ImportField[] = ['issuer', 'target', 'demand', 'stated'];

async function* withoutHead(text: string): AsyncGenerator<TableRow> {
  let isHead = true;
  for await (const row of tableRows(text)) {
    if (!isHead) yield row;
    isHead = false;
  }
}

async function headOf(text: string): Promise<readonly string[]> {
  for await (const { cells } of tableRows(text)) return cells;
  return [];
}

interface TableLayout {
  readonly places: ColumnPlaces;
  readonly groups: RowGroups;
}

async function* tableCandidates(
  { text, mapping }: ImportFile,
  { places, groups }: TableLayout,
  reader: GroupReader,
): AsyncGenerator<ReadableRow> {
  async function* rows(): AsyncGenerator<ImportRow> {
    for await (const row of withoutHead(text)) yield rowOf(row, places, mapping);
  }
  for await (const group of grouped(rows(), groups))
    yield { row: group[0]?.line ?? 0, read: () => readGroup(group, reader) };
}

/** A table of an export whose columns nobody named: taken for a record, it would lose deadlines and show what is hidden. */
function ownTable(headers: readonly string[], { columns }: Mapping): FileFault | null {
  const header = headers.join();
  const table = TABLE_NAMES.find((name) => TABLES[name].columns.join() === header);
  const isNamed = Object.keys(columns).length > 0;
  return table === undefined || isNamed ? null : { kind: 'own-table', table };
}

async function openTable(file: ImportFile, reader: GroupReader): Promise<OpenedFile | FileFault> {
  const { text, mapping } = file;
  const headers = await headOf(text);
  const own = ownTable(headers, mapping);
  if (own !== null) return own;
  const named = unknownColumns(headers, mapping);
  if (named.length > 0) return { kind: 'unknown-columns', named, headers };
  const places = placesOf(headers, mapping);
  const missing = NEEDED.filter((field) => places[field] === undefined && mapping.fixed[field] === undefined);
  if (missing.length > 0) return { kind: 'no-columns', missing, headers };
  const used = new Set(Object.values(places).flat());
  const columns = IMPORT_FIELDS.flatMap((field) => {
    const taken = places[field];
    return taken === undefined ? [] : [{ field, headers: taken.map((at) => headers[at] ?? '') }];
  });
  const groups = await groupsIn(withoutHead(text), places, mapping);
  const unused = headers.filter((header, at) => header !== '' && !used.has(at));
  const candidates = tableCandidates(file, { places, groups }, reader);
  return { count: groups.count, candidates, server: null, columns, unused, isRecord: false };
}

/** Opens a file; the fault of one that can't be read at all. */
export async function openImport(file: ImportFile, reader: GroupReader): Promise<OpenedFile | FileFault> {
  const text = file.text.replace(/^\uFEFF/, '');
  if (text.trim() === '') return { kind: 'empty' };
  if (text.trimStart().startsWith('{')) {
    const record = readRecord(text);
    return record === null ? { kind: 'not-a-record' } : openRecord(record, reader);
  }
  try {
    return await openTable({ ...file, text }, reader);
  } catch (error) {
    if (!(error instanceof TableFaultError)) throw error;
    return { kind: 'not-a-table', message: error.message };
  }
}
