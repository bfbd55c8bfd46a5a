import { POST_LIMIT, SHOWN } from './text.js';

/** How much of everything is shown. A post takes the widest room in which it fits. */
export interface TextBudget {
  readonly name: number;
  /** So many targets are named; of more, all but two are counted. */
  readonly targets: number;
  readonly text: number;
  readonly quote: number;
  /** Words of a deadline. */
  readonly words: number;
  readonly sources: number;
  /** The longest address that is made a link; a longer one shows its host only. */
  readonly link: number;
  readonly archive: boolean;
}

export const FULL: TextBudget = { ...SHOWN, targets: 3, words: 80, sources: 2, link: 250, archive: true };

const ROOMS: readonly TextBudget[] = [
  FULL,
  { ...FULL, quote: 150, link: 150 },
  { ...FULL, text: 120, quote: 100, sources: 1, link: 150 },
  { name: 50, targets: 3, text: 100, quote: 80, words: 50, sources: 1, link: 100, archive: false },
  { name: 40, targets: 3, text: 60, quote: 60, words: 30, sources: 1, link: 0, archive: false },
  { name: 20, targets: 3, text: 30, quote: 20, words: 15, sources: 1, link: 0, archive: false },
];

/** A line that may be missing. */
export type Line = string | null;

export function joinLines(lines: readonly Line[]): string {
  return lines.filter((line) => line !== null).join('\n');
}

/** Kept free for what is added when it is sent: that it is late, a role that asked to be pinged. */
const SPARE = 80;

export function fits(text: string): boolean {
  return text.length <= POST_LIMIT - SPARE;
}

/** The text in the widest room that a pushed post can hold. */
export function fitToLimit(write: (room: TextBudget) => readonly Line[]): string {
  let text = '';
  for (const room of ROOMS) {
    text = joinLines(write(room));
    if (fits(text)) return text;
  }
  return text;
}
