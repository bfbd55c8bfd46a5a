/** Shares the whole record out over files that each stay below a limit. */
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { isHidden } from '../../domain/visible.js';
import type { ExportedUltimatum } from './exported.js';
import { piecesOf, recordWriter, type RecordOptions } from './writer.js';

/** The next few ultimatums of a server after a number, in order; none after the last. */
export type NextUltimatums = (after: number) => Promise<readonly ExportedUltimatum[]>;

/** All ultimatums of a server, a few at a time; whoever else waits has their turn in between. */
export async function* allUltimatums(next: NextUltimatums): AsyncGenerator<ExportedUltimatum> {
  for (let after: number | undefined = 0; after !== undefined;) {
    const some: readonly ExportedUltimatum[] = await next(after);
    yield* some;
    after = some.at(-1)?.number;
    await yieldToEventLoop();
  }
}

interface SplitOptions extends RecordOptions {
  /** The part that is kept, from 1. */
  readonly part: number;
  /** The largest part in bytes, before it is compressed; a single ultimatum may be larger. */
  readonly max: number;
}

/** What the whole record holds, in all parts together. */
interface RecordTotals {
  readonly ultimatums: number;
  readonly entries: number;
  readonly hidden: number;
}

export interface RecordPart {
  /** The pieces of each ultimatum of the part that was asked for; none where there is no such part. */
  readonly pieces: readonly (readonly string[])[];
  /** The numbers of its first and its last ultimatum. */
  readonly range: readonly [number, number] | null;
  readonly part: number;
  readonly parts: number;
  readonly totals: RecordTotals;
}

const sizeOf = (pieces: readonly string[]) =>
  pieces.reduce((size, piece) => size + Buffer.byteLength(piece), 0);

/** One part of the whole record, which includes what is hidden. */
export async function partOfRecord(next: NextUltimatums, options: SplitOptions): Promise<RecordPart> {
  const kept: (readonly string[])[] = [];
  const totals = { ultimatums: 0, entries: 0, hidden: 0 };
  let [part, used] = [1, 0];
  let range: RecordPart['range'] = null;
  for await (const one of allUltimatums(next)) {
    const pieces = piecesOf(one, options);
    const size = sizeOf(pieces);
    if (used > 0 && used + size > options.max) [part, used] = [part + 1, 0];
    used += size;
    if (part === options.part) {
      kept.push(pieces);
      range = [range?.[0] ?? one.number, one.number];
    }
    totals.ultimatums += 1;
    totals.entries += one.entries.length;
    totals.hidden += isHidden(one.entries) ? 1 : 0;
  }
  return { pieces: kept, range, part: options.part, parts: part, totals };
}

/** A part as a file. A record of one part does not say so in the file. */
export function partFile({ pieces, part, parts }: RecordPart, options: RecordOptions): Buffer {
  const chunks: Uint8Array[] = [];
  const place = parts === 1 ? null : { part, parts };
  const writer = recordWriter(options, place, (chunk) => chunks.push(chunk));
  for (const one of pieces) writer.add(one);
  writer.end();
  return Buffer.concat(chunks);
}
