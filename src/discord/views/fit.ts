/** Fits lines into what Discord and a reader's patience allow. Lengths are those of drawn text. */
import type { Line } from '../../wording/parts.js';
import { drawLine, drawLines } from '../draw.js';

/** At most this many characters in a pushed post. */
const POST_LIMIT = 1000;
/** Kept free for what is added when it is sent: that it is late, a role that asked to be pinged. */
const SPARE = 80;

/** Whether lines, once drawn, are short enough for a pushed post. */
export function fits(lines: readonly Line[]): boolean {
  return drawLines(lines).length <= POST_LIMIT - SPARE;
}

/** As many lines as fit in `budget` characters; where some are left out, `rest` says how many. */
export function linesWithin(
  budget: number,
  lines: readonly Line[],
  rest: (more: number) => Line,
): readonly Line[] {
  const shown: Line[] = [];
  let used = 0;
  for (const line of lines) {
    used += drawLine(line).length + 1;
    if (used > budget) return [...shown, rest(lines.length - shown.length)];
    shown.push(line);
  }
  return shown;
}
