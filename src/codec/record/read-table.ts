/** Reads a table that somebody else wrote as CSV: any of the usual separators, with or without a byte order mark. */
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { formulaless } from './csv.js';

/** A line of the table; `line` is where it begins in the file, from 1. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const SEPARATORS = [';', '\t', ','] as const;

/** Characters in which the headers are looked for. */
const LONGEST_HEAD = 65_536;

/** Of the usual separators the one that stands most often in the first line, outside of quotes. */
function separatorOf(text: string): string {
  const [head = ''] = text
    .slice(0, LONGEST_HEAD)
    .replaceAll(/"(?:[^"]|"")*"/g, '')
    .split(/\r?\n/, 1);
  const counted = SEPARATORS.map((sign) => ({ sign, count: head.split(sign).length }));
  return counted.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ',';
}

/** Characters that are parsed at once; the process answers others in between. */
const AT_ONCE = 16_384;

/** The text in pieces that cut no character in two. */
function* piecesOf(text: string): Generator<Buffer> {
  for (let from = 0; from < text.length;) {
    const isCut = (text.codePointAt(from + AT_ONCE - 1) ?? 0) > 0xff_ff;
    const to = from + AT_ONCE + (isCut ? 1 : 0);
    yield Buffer.from(text.slice(from, to));
    from = to;
  }
}

/** A table that can't be read; the message says why. */
export class TableFaultError extends Error {}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * The lines of a table, its headers first, one at a time.
 * @throws TableFaultError where it gets to what can't be read
 */
export async function* tableRows(text: string): AsyncGenerator<TableRow> {
  const parser = parse({
    bom: true,
    delimiter: separatorOf(text),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
  });
  let line = 1;
  try {
    for await (const parsed of Readable.from(piecesOf(text)).pipe(parser)) {
      const { record, info }: Parsed = parsed;
      yield { line, cells: record.map((cell) => formulaless(cell).trim()) };
      line = info.lines + 1;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new TableFaultError(error.message, { cause: error });
  }
}
