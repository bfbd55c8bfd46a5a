/** Fits lines into what Discord and a reader's patience allow. Lengths are those of drawn text. */
import type { Line } from '../../wording/parts.js';
import { drawLines } from '../draw.js';

/** At most this many characters in a pushed post. */
const POST_LIMIT = 1000;
/** Kept free for what is added when it is sent: that it is late, a role that asked to be pinged. */
const SPARE = 80;

/** What a preview shows beside the lines of the post is at most about as long. */
const PREVIEW_LIMIT = 2000;

/** Whether lines, once drawn, leave a preview room for what it says beside them. */
export function fitsPreview(lines: readonly Line[]): boolean {
  return drawLines(lines).length <= PREVIEW_LIMIT;
}

/** Whether lines, once drawn, are short enough for a pushed post. */
export function fits(lines: readonly Line[]): boolean {
  return drawLines(lines).length <= POST_LIMIT - SPARE;
}
