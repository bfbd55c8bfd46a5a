/** A refusal as a text that says what happened and what to do. */
import type { Refusal } from '../domain/refusal.js';
import type { Words } from './index.js';
import { joinTexts, type Text } from './parts.js';
import type { RefusalBook, RefusalByWhy } from './refusal-book.js';

function textFor<W extends keyof RefusalByWhy>(book: RefusalBook, why: W, refusal: RefusalByWhy[W]): Text {
  return book[why](refusal);
}

/** Says why something was refused and what to do; where a change would break a rule, also which one. */
export function refusalText(words: Words, refusal: Refusal): Text {
  switch (refusal.why) {
    case 'correction-breaks':
      return words.correctionBreaks(refusal.rule === null ? null : refusalText(words, refusal.rule));
    case 'breaks-history':
      return words.breaksHistory(refusal.entry, refusalText(words, refusal.rule));
    case 'several':
      return joinTexts(
        refusal.refusals.map((one) => refusalText(words, one)),
        words.space,
      );
    default:
      return textFor(words.refusals, refusal.why, refusal);
  }
}
