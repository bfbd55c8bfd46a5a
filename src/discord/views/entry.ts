/** What an entry says, as a preview shows it. */
import { fitToLimit } from '../../posting/post-description.js';
import type { About } from '../../wording/about.js';
import type { CardOptions } from '../../wording/card.js';
import { entryText } from '../../wording/entry.js';
import type { Words } from '../../wording/index.js';
import type { Line } from '../../wording/parts.js';
import { postLines } from '../../wording/post.js';
import type { TextBudget } from '../../wording/text-budget.js';
import { fitsPreview } from './fit.js';

/** The lines of the post that an entry makes, or its own few lines where it makes none. */
export function entryLines(
  words: Words,
  about: About,
  seq: number,
  options: CardOptions = {},
): readonly Line[] {
  const compose = entryText(words, about, seq, options);
  if (compose === null) return [];
  // The post may count names that it has no room for; whoever saves it sees them all.
  const whole = (budget: TextBudget) => compose({ ...budget, names: Infinity, details: false });
  return fitToLimit((budget) => postLines(words, about.ultimatum, whole(budget)), fitsPreview);
}
