/** Rows of a table as the fields that are read, put together where they are one ultimatum. */
import type { TableRow } from '../../codec/record/read-table.js';
import { IMPORT_FIELDS, type ImportField } from '../../domain/import-fields.js';
import type { ImportRow } from './cells.js';
import type { ColumnPlaces, Mapping } from './columns.js';

/** The parts of a date in several columns; those that hold no number are not known. */
const DATES: readonly ImportField[] = ['deadline', 'stated', 'complied', 'acted', 'reported', 'withdrawn'];

function joined(field: ImportField, cells: readonly string[]): string {
  if (cells.length < 2 || !DATES.includes(field)) return cells.filter((cell) => cell !== '').join('; ');
  const missing = cells.findIndex((cell) => !/^\d+$/.test(cell) || Number(cell) === 0);
  const known = missing < 0 ? cells : cells.slice(0, missing);
  return known.map((cell) => cell.padStart(2, '0')).join('-');
}

function cellOf(
  field: ImportField,
  cells: readonly string[],
  places: ColumnPlaces,
  mapping: Mapping,
): string {
  const own = (places[field] ?? []).map((at) => cells[at] ?? '');
  const text = joined(field, own) || (mapping.fixed[field] ?? '');
  return mapping.codes[field]?.[text] ?? text;
}

/** What each field of a row holds; empty ones are left out. */
export function rowOf({ line, cells }: TableRow, places: ColumnPlaces, mapping: Mapping): ImportRow {
  const read = IMPORT_FIELDS.map((field) => [field, cellOf(field, cells, places, mapping)] as const);
  return { line, cells: Object.fromEntries(read.filter(([, text]) => text !== '')) };
}

/** Rows with the same number are one ultimatum; each without a number is one by itself. */
export interface RowGroups {
  readonly count: number;
  /** The last line of each ultimatum that has a number. */
  readonly ends: ReadonlyMap<string, number>;
}

/** Walks the rows once to know where each ultimatum ends. */
export async function groupsIn(
  rows: AsyncIterable<TableRow>,
  places: ColumnPlaces,
  mapping: Mapping,
): Promise<RowGroups> {
  const ends = new Map<string, number>();
  let alone = 0;
  for await (const { line, cells } of rows) {
    const number = cellOf('number', cells, places, mapping);
    if (number === '') alone += 1;
    else ends.set(number, line);
  }
  return { count: ends.size + alone, ends };
}

/** The rows of one ultimatum after another, as soon as its last one is there. */
export async function* grouped(
  rows: AsyncIterable<ImportRow>,
  { ends }: RowGroups,
): AsyncGenerator<readonly ImportRow[]> {
  const growing = new Map<string, ImportRow[]>();
  for await (const row of rows) {
    const { number } = row.cells;
    if (number === undefined) {
      yield [row];
      continue;
    }
    const group = growing.get(number) ?? [];
    group.push(row);
    growing.set(number, group);
    if (ends.get(number) !== row.line) continue;
    growing.delete(number);
    yield group;
  }
}
