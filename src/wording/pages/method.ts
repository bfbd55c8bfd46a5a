/** The table by which a headline follows from what the two sides did, for the page that explains it. */
import type { VerdictKind } from '../../domain/verdict.js';
import type { Words } from '../index.js';
import type { Text } from '../parts.js';

type MethodColumn = keyof Words['pages']['rules']['columns'];
type MethodRow = keyof Words['pages']['rules']['rows'];

const COLUMNS: readonly MethodColumn[] = ['not-due', 'none', 'some', 'full'];

/** The rows that a reader looks for first; null where the pair can't be. `docs/rules.md` has every row. */
const TABLE: Readonly<Record<MethodRow, Readonly<Record<MethodColumn, VerdictKind | null>>>> = {
  full: { 'not-due': 'met', none: 'met', some: 'met-punished-in-part', full: 'met-punished' },
  negotiated: {
    'not-due': 'settled',
    none: 'settled',
    some: 'settled-under-measures',
    full: 'settled-under-measures',
  },
  partial: {
    'not-due': 'partly-met',
    none: 'partly-met-not-carried-out',
    some: 'partly-met-partly-carried-out',
    full: 'partly-met-carried-out',
  },
  none: {
    'not-due': null,
    none: 'not-met-not-carried-out',
    some: 'not-met-partly-carried-out',
    full: 'not-met-carried-out',
  },
  late: {
    'not-due': null,
    none: 'complied-late',
    some: 'complied-late-measures',
    full: 'complied-under-measures',
  },
};

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
  const cell = (kind: VerdictKind | null) => (kind === null ? rules.impossible : headlines.verdicts[kind]);
  const rowOf = (row: MethodRow): VerdictRow => ({
    label: rules.rows[row],
    cells: COLUMNS.map((column) => cell(TABLE[row][column])),
  });
  return {
    columns: COLUMNS.map((column) => rules.columns[column]),
    rows: (['full', 'negotiated', 'partial', 'none', 'late'] as const).map(rowOf),
  };
}
