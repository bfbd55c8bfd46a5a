/** What is said beside the file of an export, and before a server is erased. */
import type { Words } from './index.js';
import { head, item, joinTexts, plain, said, small, type Line } from './parts.js';

export interface ExportSummary {
  readonly format: string;
  /** The one table that was asked for. */
  readonly table: string | null;
  /** From 1. */
  readonly part: number;
  readonly parts: number;
  /** Numbers of the first and the last ultimatum in the file, `U-1`. */
  readonly from: string;
  readonly to: string;
  readonly totals: { readonly ultimatums: number; readonly entries: number; readonly hidden: number };
}

function partLine(
  { data, space }: Words,
  { format, table, part, parts, from, to }: ExportSummary,
): Line | null {
  if (parts === 1) return null;
  const where = data.part(part, parts, [said(from)], [said(to)]);
  const next = part < parts ? data.nextPart(format, table, part + 1) : null;
  return plain(joinTexts([where, next], space));
}

/** How much there is, which part this is, and what to mind before the file is shared. */
export function exportLines(words: Words, summary: ExportSummary): readonly (Line | null)[] {
  const { ultimatums, entries, hidden } = summary.totals;
  return [
    plain(words.data.contents(ultimatums, entries)),
    partLine(words, summary),
    hidden === 0 ? null : plain(words.data.hidden(hidden)),
    small(words.data.people),
  ];
}

/** Asked before everything about a server is erased. */
export function eraseLines({ data: { erase } }: Words, ultimatums: number): readonly Line[] {
  return [
    head(erase.heading),
    plain(erase.deleted(ultimatums)),
    item(erase.export),
    item(erase.posts),
    item(erase.backups),
  ];
}
