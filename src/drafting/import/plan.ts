/** What would come of a file: read whole, compared with the record, and nothing saved. */
import { createHash } from 'node:crypto';
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { ExportedServer, ExportedUltimatum } from '../../codec/record/exported.js';
import { readRecord, type ReadRecord } from '../../codec/record/read-json.js';
import { readTable, type ReadTable } from '../../codec/record/read-table.js';
import { numberedAfter } from '../../domain/decide/context.js';
import type { Entry, NewEntry } from '../../domain/entry.js';
import type { FileFault, ImportFault } from '../../domain/import-fault.js';
import { referenceOf } from '../../domain/references.js';
import type { StagedUltimatum } from '../../store/port/index.js';
import type { ImportRow } from './cells.js';
import { IMPORT_FIELDS, type ImportField } from '../../domain/import-fields.js';
import { placesOf, unknownColumns, type ColumnPlaces, type Mapping } from './columns.js';
import { readGroup, type GroupReader } from './group.js';
import { KnownRecord } from './identity.js';
import { unsound } from './sound.js';

export interface ImportFile {
  readonly guild: string;
  readonly text: string;
  readonly mapping: Mapping;
}

/** Two rows that may be one ultimatum: one of the file, one on record. */
interface ImportMatch {
  readonly row: number;
  readonly number: number;
}

/** Which header was taken for what. */
interface ColumnUsed {
  readonly field: ImportField;
  readonly headers: readonly string[];
}

export interface ImportPlan {
  readonly kind: 'plan';
  /** The key of the import: the same file, read in the same way, has the same. */
  readonly id: string;
  readonly fresh: readonly StagedUltimatum[];
  readonly there: readonly ImportMatch[];
  /** New ones that are close to one on record. */
  readonly near: readonly ImportMatch[];
  readonly faults: readonly ImportFault[];
  /** Null for a record. */
  readonly columns: readonly ColumnUsed[] | null;
  readonly unused: readonly string[];
  /** The server that a record says it is of; null where it says none. */
  readonly from: string | null;
  /** What the server had set up and gets back, because it has no record. */
  readonly server: ExportedServer | null;
}

export interface PlanDeps {
  readonly reader: GroupReader;
  /** What is on record, what is hidden included. */
  readonly existing: AsyncIterable<ExportedUltimatum>;
  /** The numbers that the rows of this import have already. */
  readonly imported: (id: string) => Promise<ReadonlyMap<number, number>>;
  /** Hears how many rows were read, of how many. */
  readonly progress?: (read: number, of: number) => void;
}

/** Rows that a file may have. */
const MOST_ROWS = 50_000;
/** After so many the process answers others. */
const AT_ONCE = 20;

/** A row of a file before it is compared. */
interface ReadableRow {
  readonly row: number;
  readonly read: () => { readonly entries: readonly NewEntry[] } | { readonly fault: ImportFault };
}

/** A file as candidates, with what is known of it as a whole. */
interface OpenedFile {
  readonly candidates: readonly ReadableRow[];
  readonly server: ExportedServer | null;
  readonly columns: ImportPlan['columns'];
  readonly unused: readonly string[];
  /** Of a record: whether an ultimatum of another number may be named that the file does not hold. */
  readonly isRecord: boolean;
}

function openRecord({ server, ultimatums }: ReadRecord, { reader }: PlanDeps): OpenedFile {
  const candidates = ultimatums.map((one) => ({
    row: one.number,
    read() {
      const fault = (why: ImportFault['why']) => ({
        fault: { row: one.number, column: null, given: null, why },
      });
      if ('fault' in one) return fault({ kind: 'unreadable-entries', path: one.fault });
      const why = unsound(one.entries, reader.now);
      return why === null ? { entries: one.entries } : fault(why);
    },
  }));
  return { candidates, server, columns: null, unused: [], isRecord: true };
}

/** The parts of a date in several columns; those that hold no number are not known. */
const DATES: readonly ImportField[] = ['deadline', 'stated', 'complied', 'acted', 'reported'];

function joined(field: ImportField, cells: readonly string[]): string {
  if (cells.length < 2 || !DATES.includes(field)) return cells.filter((cell) => cell !== '').join('; ');
  const missing = cells.findIndex((cell) => !/^\d+$/.test(cell) || Number(cell) === 0);
  const known = missing < 0 ? cells : cells.slice(0, missing);
  return known.map((cell) => cell.padStart(2, '0')).join('-');
}

function rowOf(
  { line, cells }: ReadTable['rows'][number],
  places: ColumnPlaces,
  { fixed, codes }: Mapping,
): ImportRow {
  const read = IMPORT_FIELDS.map((field) => {
    const own = (places[field] ?? []).map((at) => cells[at] ?? '');
    const text = joined(field, own) || (fixed[field] ?? '');
    return [field, codes[field]?.[text] ?? text] as const;
  });
  return { line, cells: Object.fromEntries(read.filter(([, text]) => text !== '')) };
}

/** Rows with the same number are one ultimatum; each without a number is one by itself. */
function groupsOf(rows: readonly ImportRow[]): readonly (readonly ImportRow[])[] {
  const groups = new Map<string, ImportRow[]>();
  for (const row of rows) {
    const key = row.cells.number ?? `line ${row.line}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

/** What every ultimatum has; a number may stand for it on later rows. */
const NEEDED: readonly ImportField[] = ['issuer', 'target', 'demand', 'stated'];

function openTable(table: ReadTable, { mapping }: ImportFile, { reader }: PlanDeps): OpenedFile | FileFault {
  const { headers, rows } = table;
  const named = unknownColumns(headers, mapping);
  if (named.length > 0) return { kind: 'unknown-columns', named, headers };
  const places = placesOf(headers, mapping);
  const missing = NEEDED.filter((field) => places[field] === undefined && mapping.fixed[field] === undefined);
  if (missing.length > 0) return { kind: 'no-columns', missing, headers };
  const used = new Set(Object.values(places).flat());
  const columns = IMPORT_FIELDS.flatMap((field) => {
    const own = places[field];
    return own === undefined ? [] : [{ field, headers: own.map((at) => headers[at] ?? '') }];
  });
  const groups = groupsOf(rows.map((row) => rowOf(row, places, mapping)));
  const candidates = groups.map((group) => ({
    row: group[0]?.line ?? 0,
    read: () => readGroup(group, reader),
  }));
  const unused = headers.filter((header, at) => header !== '' && !used.has(at));
  return { candidates, server: null, columns, unused, isRecord: false };
}

function open(file: ImportFile, deps: PlanDeps): OpenedFile | FileFault {
  const text = file.text.replace(/^\uFEFF/, '');
  if (text.trim() === '') return { kind: 'empty' };
  if (text.trimStart().startsWith('{')) {
    const record = readRecord(text);
    return record === null ? { kind: 'not-a-record' } : openRecord(record, deps);
  }
  const table = readTable(text);
  return 'fault' in table ? { kind: 'not-a-table', message: table.fault } : openTable(table, file, deps);
}

/** The numbers of other ultimatums that entries name. */
const namedIn = (entries: readonly Entry[]): readonly number[] =>
  entries.map(referenceOf).filter((number) => number !== null);

/** Those that name an ultimatum which neither the file nor, before it, the record holds. */
function dangling(
  fresh: readonly StagedUltimatum[],
  named: ReadonlyMap<number, readonly number[]>,
  known: ReadonlySet<number>,
  before: (number: number) => boolean,
): readonly ImportFault[] {
  return fresh.flatMap(({ row }) => {
    const number = named.get(row)?.find((one) => !known.has(one) && !before(one));
    if (number === undefined) return [];
    return [{ row, column: null, given: null, why: { kind: 'unknown-reference', number } as const }];
  });
}

/** The plan without those that can't be recorded because of what they name. */
function withoutDangling(
  plan: ImportPlan,
  named: ReadonlyMap<number, readonly number[]>,
  last: number,
): ImportPlan {
  let { fresh, faults } = plan;
  const first = fresh[0]?.row ?? 0;
  const before = (number: number) => last + 1 === first && number < first;
  for (;;) {
    const known = new Set([...fresh, ...plan.there].map(({ row }) => row));
    const more = dangling(fresh, named, known, before);
    if (more.length === 0) return { ...plan, fresh, faults };
    const gone = new Set(more.map(({ row }) => row));
    fresh = fresh.filter(({ row }) => !gone.has(row));
    faults = [...faults, ...more];
  }
}

const keyOf = ({ guild, text, mapping }: ImportFile, { zone }: GroupReader) =>
  createHash('sha256')
    .update(JSON.stringify([guild, text, mapping, zone]))
    .digest('base64url')
    .slice(0, 22);

/** Reads a file and says what would come of it; the fault of a file that can't be read at all. */
export async function planImport(file: ImportFile, deps: PlanDeps): Promise<ImportPlan | FileFault> {
  const opened = open(file, deps);
  if ('kind' in opened) return opened;
  const { candidates, server, isRecord } = opened;
  if (candidates.length > MOST_ROWS)
    return { kind: 'too-many-rows', rows: candidates.length, max: MOST_ROWS };
  const known = new KnownRecord();
  let last = 0;
  for await (const { number, entries } of deps.existing) {
    known.add(number, entries);
    last = number;
  }
  const id = keyOf(file, deps.reader);
  const imported = await deps.imported(id);
  const fresh: StagedUltimatum[] = [];
  const [there, near]: [ImportMatch[], ImportMatch[]] = [[], []];
  const faults: ImportFault[] = [];
  const named = new Map<number, readonly number[]>();
  for (const [at, { row, read }] of candidates.entries()) {
    if (at % AT_ONCE === 0) await yieldToEventLoop();
    deps.progress?.(at, candidates.length);
    const done = imported.get(row);
    const one = done === undefined ? read() : null;
    const entries = one === null || 'fault' in one ? [] : numberedAfter([], one.entries);
    const found = entries.length === 0 ? null : known.find(entries);
    if (done !== undefined) there.push({ row, number: done });
    else if (one !== null && 'fault' in one) faults.push(one.fault);
    else if (found?.same === true) there.push({ row, number: found.number });
    else {
      fresh.push({ row, entries: JSON.stringify(entries), number: null });
      named.set(row, namedIn(entries));
      if (found !== null) near.push({ row, number: found.number });
    }
  }
  const own = server !== null && server.id === file.guild && last === 0 ? server : null;
  const { columns, unused } = opened;
  const from = server?.id ?? null;
  const key = imported.size === 0 ? id : `${id}.${imported.size}`;
  const plan = {
    kind: 'plan',
    id: key,
    fresh,
    there,
    near,
    faults,
    columns,
    unused,
    from,
    server: own,
  } as const;
  return isRecord ? withoutDangling(plan, named, last) : plan;
}

/** What is staged: what is new, and where what is on record already stands. */
export function stagedOf({ fresh, there }: ImportPlan): readonly StagedUltimatum[] {
  return [...there.map(({ row, number }) => ({ row, number, entries: null })), ...fresh];
}
