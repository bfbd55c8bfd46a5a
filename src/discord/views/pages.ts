/** Lays blocks of lines out on pages. Lengths are those of drawn text. */
import type { Line } from '../../wording/parts.js';
import { drawLine } from '../draw.js';
import { splitLine } from './split.js';

/** A page: parts of blocks, in their order. */
type BlockPage = readonly (readonly Line[])[];

/** A heading stays with the line that follows it. */
function piecesOf(block: readonly Line[], limit: number): readonly (readonly Line[])[] {
  const pieces: Line[][] = [];
  let heading: Line[] = [];
  for (const line of block.flatMap((whole) => splitLine(whole, limit))) {
    if (line.style === 'head') heading.push(line);
    else {
      pieces.push([...heading, line]);
      heading = [];
    }
  }
  return heading.length === 0 ? pieces : [...pieces, heading];
}

const lengthOf = (lines: readonly Line[]) => lines.reduce((sum, line) => sum + drawLine(line).length + 1, 0);

/** Blocks on as few pages of about `limit` characters as hold them in their order; one page at least. */
export function pagesOf(blocks: readonly (readonly Line[])[], limit: number): readonly BlockPage[] {
  const pages: Line[][][] = [[]];
  let used = 0;
  for (const block of blocks) {
    pages.at(-1)?.push([]);
    for (const piece of piecesOf(block, limit / 2)) {
      const length = lengthOf(piece);
      if (used > 0 && used + length > limit) {
        pages.push([[]]);
        used = 0;
      }
      used += length;
      pages
        .at(-1)
        ?.at(-1)
        ?.push(...piece);
    }
  }
  return pages.map((page) => page.filter((lines) => lines.length > 0));
}
