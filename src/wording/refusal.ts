/** A refusal as a text that says what happened and what to do. */
import type { Refusal } from '../domain/refusal.js';
import type { Words } from './index.js';
import type { Text } from './parts.js';

type Books = Words['refusals'];

function textFor<W extends keyof Books>(words: Words, why: W, about: Parameters<Books[W]>[0]): Text {
  const say: (about: Parameters<Books[W]>[0]) => Text = words.refusals[why];
  return say(about);
}

export function refusalText(words: Words, refusal: Refusal): Text {
  if (refusal.why === 'correction-breaks') {
    const { rule } = refusal;
    return words.refusals['correction-breaks'](rule === null ? null : refusalText(words, rule));
  }
  return textFor(words, refusal.why, refusal);
}
