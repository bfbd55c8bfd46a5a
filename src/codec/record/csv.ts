/** CSV that no spreadsheet takes for formulas. */
import { cleanLine } from '../../domain/clean.js';

/** Excel takes a file with this mark for UTF-8, and reads umlauts and Cyrillic as what they are. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A table as CSV (RFC 4180): a byte order mark, every cell quoted, quotes doubled, lines ended by CRLF.
 *
 * The cells are {@link readable} or {@link exact}. Both keep formulas dead, whichever separator a program is told to
 * use: quoting helps only with our comma, because after `"a","x;=1` a program that separates by `;` takes `=1` for the
 * beginning of a cell.
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => `${row.map(quoted).join(',')}\r\n`);
  return BYTE_ORDER_MARK + lines.join('');
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

/** What a spreadsheet takes for the beginning of a formula, its full-width forms too. */
const FORMULA = '[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]';
/** Where a cell can begin: at the start and after anything that may be taken for a separator, past spaces and quotes. */
const CELL_START = new RegExp(`(^|[;|]|,(?! ))([\\s"]*)(?=${FORMULA})`, 'gu');

/**
 * Text of people for a spreadsheet, one line of visible characters. An apostrophe goes before each sign with which a
 * formula could begin, at the start and after a separator: `x;'=HYPERLINK(…)`. It is the least bad of what there is: it
 * reads as a slip of the pen, where a look-alike sign would change the words and nobody would see it. Only for columns
 * that are read by eyes; the exact words are in the columns that are parsed back.
 */
export function readable(text: string): string {
  return cleanLine(text).replace(CELL_START, `$1$2'`);
}

const escaped = (sign: string) =>
  Array.from(
    { length: sign.length },
    (_, at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`,
  ).join('');

/**
 * A value as JSON for a cell that is parsed back: the same value, with every separator, control and invisible character
 * written as an escape, so that nothing in it can begin a cell.
 */
export function exact(value: unknown): string {
  return JSON.stringify(value).replace(/[;|\p{Cc}\p{Cf}\p{DI}\p{Zl}\p{Zp}]/gu, escaped);
}

/** A whole number for a cell that is parsed back; the space before a negative one is nothing to whoever reads numbers. */
export function whole(value: number): string {
  return value < 0 ? ` ${value}` : String(value);
}
