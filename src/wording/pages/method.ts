/** The table by which a headline follows from what the two sides did, for the page that explains it. */
import { VERDICT_TABLE } from '../../domain/verdict.js';
import type { Words } from '../index.js';
import type { Text } from '../parts.js';

type MethodColumn = keyof Words['pages']['rules']['columns'];
type MethodRow = keyof Words['pages']['rules']['rows'];

const COLUMNS: readonly MethodColumn[] = ['not-due', 'none', 'some', 'full'];
/** The rows that a reader looks for first; `docs/rules.md` has every row. */
const ROWS: readonly MethodRow[] = ['full', 'negotiated', 'partial', 'none', 'late'];

/** Nobody had no reason to act where the demand was not met in time. */
const isImpossible = (row: MethodRow, column: MethodColumn): boolean =>
  column === 'not-due' && (row === 'none' || row === 'late');

/** One row of the table. */
export interface VerdictRow {
  readonly label: Text;
  readonly cells: readonly Text[];
}

/** The table in words. */
export function verdictTable({ pages, headlines }: Words): {
  readonly columns: readonly Text[];
  readonly rows: readonly VerdictRow[];
} {
  const { rules } = pages;
  const cell = (row: MethodRow, column: MethodColumn) =>
    isImpossible(row, column) ? rules.impossible : headlines.verdicts[VERDICT_TABLE[row][column]];
  const rowOf = (row: MethodRow): VerdictRow => ({
    label: rules.rows[row],
    cells: COLUMNS.map((column) => cell(row, column)),
  });
  return {
    columns: COLUMNS.map((column) => rules.columns[column]),
    rows: ROWS.map(rowOf),
  };
}
