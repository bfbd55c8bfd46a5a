/** Reads a table that somebody else wrote as CSV: any of the usual separators, with or without a byte order mark. */
import { parse } from 'csv-parse/sync';
import { formulaless } from './csv.js';

/** A line of the table; `line` is where it begins in the file, from 1. */
interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface ReadTable {
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
}

const SEPARATORS = [';', '\t', ','] as const;

/** Of the usual separators the one that stands most often in the first line, outside of quotes. */
function separatorOf(text: string): string {
  const [head = ''] = text.replaceAll(/"(?:[^"]|"")*"/g, '').split(/\r?\n/, 1);
  const counted = SEPARATORS.map((sign) => ({ sign, count: head.split(sign).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ',';
}

/**
 * The lines of a table; of one that can't be read, why.
 * @throws nothing: a fault of the file comes back as its message
 */
export function readTable(text: string): ReadTable | { readonly fault: string } {
  try {
    const ends: number[] = [];
    const records: readonly (readonly string[])[] = parse(text, {
      bom: true,
      delimiter: separatorOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      on_record(record: string[], { lines }) {
        ends.push(lines);
        return record;
      },
    });
    const [head, ...rows] = records.map((record, at) => ({
      line: (ends[at - 1] ?? 0) + 1,
      cells: record.map((cell) => formulaless(cell).trim()),
    }));
    return { headers: head?.cells ?? [], rows };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : '' };
  }
}
