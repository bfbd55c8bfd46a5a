/** Shares the whole record out over files that each stay below a limit. */
import type { Entry } from '../../domain/entry.js';
import { isHidden } from '../../domain/visible.js';
import { recordAsCsv, recordAsJson, type ExportedUltimatum } from './files.js';
import type { RecordInstant } from '../../domain/instant.js';

export type RecordFormat = 'csv' | 'json';

interface SplitOptions {
  /** The part that is kept, from 1. */
  readonly part: number;
  readonly format: RecordFormat;
  /** The largest part in bytes; a single ultimatum may be larger. */
  readonly max: number;
  /** When it is exported, ms UTC. */
  readonly now: RecordInstant;
}

/** What the whole record holds, in all parts together. */
interface RecordTotals {
  readonly ultimatums: number;
  readonly entries: number;
  readonly hidden: number;
}

export interface RecordPart {
  /** The ultimatums of the part that was asked for; none where there is no such part. */
  readonly ultimatums: readonly ExportedUltimatum[];
  readonly part: number;
  readonly parts: number;
  readonly totals: RecordTotals;
}

function fileOf(
  ultimatums: readonly ExportedUltimatum[],
  { format, now }: Pick<SplitOptions, 'format' | 'now'>,
  place?: { readonly part: number; readonly parts: number },
): string {
  return format === 'csv' ? recordAsCsv(ultimatums) : recordAsJson(ultimatums, now, place);
}

/**
 * One part of the whole record, which includes what is hidden. `entriesOf` gives the entries of an ultimatum by its
 * number, none past the last one: the numbers of a server run from 1 without a gap.
 */
export async function partOfRecord(
  entriesOf: (number: number) => Promise<readonly Entry[]>,
  options: SplitOptions,
): Promise<RecordPart> {
  const ultimatums: ExportedUltimatum[] = [];
  const totals = { ultimatums: 0, entries: 0, hidden: 0 };
  let [part, used] = [1, 0];
  for (let number = 1; ; number += 1) {
    const entries = await entriesOf(number);
    if (entries.length === 0) return { ultimatums, part: options.part, parts: part, totals };
    const size = Buffer.byteLength(fileOf([{ number, entries }], options));
    if (used > 0 && used + size > options.max) [part, used] = [part + 1, 0];
    used += size;
    if (part === options.part) ultimatums.push({ number, entries });
    totals.ultimatums += 1;
    totals.entries += entries.length;
    totals.hidden += isHidden(entries) ? 1 : 0;
  }
}

/** The text of a part's file. A record of one part does not say so in the file. */
export function recordFile(
  { ultimatums, part, parts }: RecordPart,
  options: Pick<SplitOptions, 'format' | 'now'>,
): string {
  return fileOf(ultimatums, options, parts === 1 ? undefined : { part, parts });
}
