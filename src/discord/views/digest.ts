/** Pushed lists: what a countdown says, and what waits for curators. */
import type { Numbered } from '../../wording/about.js';
import { digestLines, nudgeLines, type Digest, type DigestOptions } from '../../wording/digest.js';
import type { Words } from '../../wording/index.js';
import type { Line } from '../../wording/parts.js';
import { FULL } from '../../wording/text-budget.js';
import type { View } from '../command.js';
import { drawLines } from '../draw.js';
import { publicButton, row } from './buttons.js';
import { fits } from './fit.js';

const MOST_LINES = 10;
const MOST_NUDGED = 5;

/** First shorter texts, then no threats, then fewer lines. */
function fittingDigest(words: Words, digest: Digest): readonly Line[] {
  const write = (options: DigestOptions) => digestLines(words, digest, options);
  const wide = write({ lines: MOST_LINES, budget: { ...FULL, name: 50, text: 80 }, threats: true });
  if (fits(wide)) return wide;
  const middle = write({ lines: MOST_LINES, budget: { ...FULL, name: 40, text: 40 }, threats: true });
  if (fits(middle)) return middle;
  const narrow = { budget: { ...FULL, name: 30, text: 40 }, threats: false };
  let lines = MOST_LINES;
  while (lines > 1 && !fits(write({ ...narrow, lines }))) lines -= 1;
  return write({ ...narrow, lines });
}

/** One silent message for everything that runs; null where nothing does. */
export function digestPost(words: Words, digest: Digest, marker: string): View | null {
  if (digest.dated + digest.undated === 0) return null;
  return {
    content: drawLines(fittingDigest(words, digest)),
    components: [row([publicButton(words, 'all', 'countdown', marker)])],
    silent: true,
  };
}

export interface Nudge {
  /** Passed and not reviewed, the longest waiting first. */
  readonly waiting: readonly Numbered[];
  readonly total: number;
}

/** To curators, in their channel only: what passed and nobody has reviewed. Null where there is nothing. */
export function nudgePost(
  words: Words,
  { waiting, total }: Nudge,
  { marker, now }: { readonly marker: string; readonly now: number },
): View | null {
  if (waiting.length === 0) return null;
  let shown = waiting.slice(0, MOST_NUDGED);
  const write = () => nudgeLines(words, shown, total, now);
  while (shown.length > 1 && !fits(write())) shown = shown.slice(0, -1);
  return {
    content: drawLines(write()),
    components: [row([publicButton(words, 'review', 'review', marker)])],
  };
}
