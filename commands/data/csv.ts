/** RFC 4180: quoted where it must be, quotes doubled, lines ended by CRLF. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * Text of people for a spreadsheet: a leading apostrophe keeps `=HYPERLINK(…)` in a quote from being a formula. Only for
 * columns that are read by eyes; what is parsed back stays as it is.
 */
export function readable(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
