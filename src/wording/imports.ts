/** What came of reading a file: what is wrong with it, what is new, and the report row by row. */
import type { FileFault, ImportFault, ImportRefusal } from '../domain/import-fault.js';
import { ultimatumId } from '../domain/ultimatum-id.js';
import type { Words } from './index.js';
import { plain, type Line, type Text } from './parts.js';
import { plainText } from './plain-text.js';
import { refusalText } from './refusal.js';

/** Two rows that may be one. */
interface ShownMatch {
  readonly row: number;
  readonly number: number;
}

/** A plan as it is shown. */
export interface ShownPlan {
  readonly fresh: readonly { readonly row: number }[];
  readonly there: readonly ShownMatch[];
  readonly near: readonly ShownMatch[];
  readonly faults: readonly ImportFault[];
  readonly columns: readonly { readonly field: string; readonly headers: readonly string[] }[] | null;
  readonly unused: readonly string[];
  readonly server: object | null;
}

/** Why a whole file can't be imported, and what to do. */
export function fileFaultText({ imports: { file } }: Words, fault: FileFault): Text {
  switch (fault.kind) {
    case 'not-a-table':
      return file[fault.kind](fault.message);
    case 'own-table':
      return file[fault.kind](fault.table);
    case 'wrong-type':
      return file[fault.kind](fault.name);
    case 'too-large':
      return file[fault.kind](fault.max);
    case 'wrong-columns':
      return file[fault.kind](fault.given);
    case 'no-columns':
      return file[fault.kind](fault.missing, fault.headers);
    case 'unknown-columns':
      return file[fault.kind](fault.named, fault.headers);
    case 'too-many-rows':
      return file[fault.kind](fault.rows, fault.max);
    default:
      return file[fault.kind];
  }
}

/** Why a row can't be recorded, and what to do. */
function importRefusalText(words: Words, why: ImportRefusal): Text {
  const { row } = words.imports;
  switch (why.kind) {
    case 'refused':
      return refusalText(words, why.refusal);
    case 'unknown-value':
      return row[why.kind](why.known);
    case 'unreadable-entries':
      return row[why.kind](why.path);
    case 'unknown-reference':
      return row[why.kind](ultimatumId(why.number));
    case 'in-future':
      return row[why.kind];
  }
}

/** How many refused rows are shown at once; the report has them all. */
const MOST_FAULTS = 5;

/** The first rows that are refused, each with what to do. */
export function faultLines(words: Words, { faults }: ShownPlan): readonly Line[] {
  const { fault, moreFaults } = words.imports;
  const more = faults.length - MOST_FAULTS;
  return [
    ...faults
      .slice(0, MOST_FAULTS)
      .map(({ row, column, why }) => plain(fault(row, column, importRefusalText(words, why)))),
    ...(more > 0 ? [plain(moreFaults(more))] : []),
  ];
}

/** What is new, what is there, what is refused, and how the columns were taken. */
export function planLines({ imports }: Words, plan: ShownPlan): readonly Line[] {
  const { fresh, there, near, faults, columns, unused, server } = plan;
  const pairs = (columns ?? []).map(({ field, headers }) => `${field} = ${headers.join(' + ')}`);
  return [
    plain(imports.counts(fresh.length, there.length, faults.length)),
    ...(near.length === 0 ? [] : [plain(imports.near(near.length))]),
    ...(pairs.length === 0 ? [] : [plain(imports.columns(pairs))]),
    ...(unused.length === 0 ? [] : [plain(imports.unused(unused))]),
    ...(server === null ? [] : [plain(imports.server)]),
    ...(fresh.length === 0 ? [plain(imports.nothingNew)] : []),
  ];
}

/** The report as a table, its head first: every row of the file with what comes of it. */
export function reportRows(words: Words, plan: ShownPlan): readonly (readonly string[])[] {
  const { report } = words.imports;
  const near = new Map(plan.near.map(({ row, number }) => [row, number]));
  const fresh = plan.fresh.map(({ row }) => {
    const number = near.get(row);
    const close = number === undefined ? [report.fresh, ''] : [report.near, ultimatumId(number)];
    return { row, cells: [...close, '', '', ''] };
  });
  const there = plan.there.map(({ row, number }) => ({
    row,
    cells: [report.there, ultimatumId(number), '', '', ''],
  }));
  const refused = plan.faults.map(({ row, column, given, why }) => ({
    row,
    cells: [report.refused, '', column ?? '', given ?? '', plainText(importRefusalText(words, why))],
  }));
  const rows = [...fresh, ...there, ...refused].toSorted((a, b) => a.row - b.row);
  return [report.head, ...rows.map(({ row, cells }) => [String(row), ...cells])];
}
