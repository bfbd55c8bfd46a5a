/** What an entry says, as a preview shows it. */
import { fitToLimit } from '../../posting/post-description.js';
import type { About } from '../../wording/about.js';
import type { CardOptions } from '../../wording/card.js';
import { entryText } from '../../wording/entry.js';
import type { Words } from '../../wording/index.js';
import type { Line } from '../../wording/parts.js';
import { postLines } from '../../wording/post.js';
import { fits } from './fit.js';

/** The lines of the post that an entry makes, or its own few lines where it makes none. */
export function entryLines(
  words: Words,
  about: About,
  seq: number,
  options: CardOptions = {},
): readonly Line[] {
  const compose = entryText(words, about, seq, options);
  if (compose === null) return [];
  return fitToLimit((budget) => postLines(words, about.ultimatum, compose(budget)), fits);
}
