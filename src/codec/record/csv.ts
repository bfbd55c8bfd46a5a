/** CSV that no spreadsheet takes for formulas. */
import { cleanLine } from '../../domain/clean.js';

/** Excel takes a file with this mark for UTF-8, and reads umlauts and Cyrillic as what they are. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What a file begins with: Excel then takes it for UTF-8. */
export const csvHead = (columns: readonly string[]): string => BYTE_ORDER_MARK + csvLine(columns);

/**
 * A line as CSV (RFC 4180): every cell quoted, quotes doubled, ended by CRLF.
 *
 * The cells are {@link readable}. It keeps formulas dead, whichever separator a program is told to use: quoting helps
 * only with our comma, because after `"a","x;=1` a program that separates by `;` takes `=1` for the beginning of a cell.
 */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

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
 * reads as a slip of the pen, where a look-alike sign would change the words and nobody would see it. The exact words
 * are in the JSON. After a separator at the end comes a space, or the closing quote would be taken for an opening one.
 */
export function readable(text: string): string {
  return cleanLine(text)
    .replace(CELL_START, `$1$2'`)
    .replace(/[;|](?=[\s"]*$)/gu, '$& ');
}

/** A whole number for a cell; the space before a negative one is nothing to whoever reads numbers. */
export function whole(value: number): string {
  return value < 0 ? ` ${value}` : String(value);
}

/** A cell without the apostrophes that {@link readable} put before what could have begun a formula. */
export const formulaless = (cell: string): string =>
  cell.replace(new RegExp(`(^|[;|]|,(?! ))([\\s"]*)'(?=${FORMULA})`, 'gu'), '$1$2');
