/** A refusal as a text that says what happened and what to do. */
import type { Refusal } from '../domain/refusal.js';
import type { Words } from './index.js';
import type { Text } from './parts.js';
import type { RefusalBook, RefusalByWhy } from './refusal-book.js';

function textFor<W extends keyof RefusalByWhy>(book: RefusalBook, why: W, refusal: RefusalByWhy[W]): Text {
  return book[why](refusal);
}

/** Says why something was refused and what to do. A correction also says which rule it would break. */
export function refusalText(words: Words, refusal: Refusal): Text {
  if (refusal.why !== 'correction-breaks') return textFor(words.refusals, refusal.why, refusal);
  const { rule } = refusal;
  return words.correctionBreaks(rule === null ? null : refusalText(words, rule));
}
