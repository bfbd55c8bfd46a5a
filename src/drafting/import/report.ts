/** The report of an import as a file for a spreadsheet. */
import { csvHead, csvLine, readable } from '../../codec/record/csv.js';
import { reportRows, type ShownPlan } from '../../wording/imports.js';
import type { Words } from '../../wording/index.js';

/** What comes of each row, as CSV. */
export function reportFile(words: Words, plan: ShownPlan): string {
  const [head = [], ...rows] = reportRows(words, plan);
  return csvHead(head) + rows.map((row) => csvLine(row.map(readable))).join('');
}
