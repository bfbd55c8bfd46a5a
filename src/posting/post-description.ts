/** What a post says, before a surface fits and draws it. */
import type { Line } from '../wording/parts.js';
import { BUDGETS, type TextBudget } from '../wording/text-budget.js';

/** Whether lines, once drawn, are short enough for a post. */
export type Fits = (lines: readonly Line[]) => boolean;

/** A button under a post, by the name of the handler that answers it. */
export type PostButton = 'details' | 'update' | 'outcome' | 'dispute' | 'meaning' | 'all' | 'review';

export interface PostDescription {
  /** The fullest lines that fit; the shortest where none do. */
  readonly lines: (fits: Fits) => readonly Line[];
  /** From left to right. */
  readonly buttons: readonly PostButton[];
  /** What the buttons are about: `U-12`, `countdown`. */
  readonly subject: string;
  /** Whether it notifies nobody. */
  readonly silent: boolean;
}

/** A post that is ready to be drawn and sent. */
export interface DuePost extends PostDescription {
  /** The nonce of the delivery; each button carries it, so that the message can be found again. */
  readonly marker: string;
  /** The role that the post mentions, a Discord id; null for none. */
  readonly ping: string | null;
}

/** The lines in the widest budget that fits; in the narrowest where none does. */
export function fitToLimit(compose: (budget: TextBudget) => readonly Line[], fits: Fits): readonly Line[] {
  let lines: readonly Line[] = [];
  for (const budget of BUDGETS) {
    lines = compose(budget);
    if (fits(lines)) return lines;
  }
  return lines;
}
