/** The lines of a post: its head, its body, and the sentences of its small print. */
import type { Ultimatum } from '../domain/ultimatum.js';
import { subject } from './subject.js';
import { partiesText, zonesOf, type About } from './about.js';
import { zonesNote } from './dates.js';
import type { Words } from './index.js';
import { head, joinTexts, plain, small, type Line, type Text } from './parts.js';
import type { TextBudget } from './text-budget.js';

export interface PostText {
  readonly head: Text;
  /** A null is a line that is missing. */
  readonly body: readonly (Text | null)[];
  /** Sentences of the small print, the last line. */
  readonly small: readonly (Text | null)[];
}

/** Composes a post within a budget. */
export type Compose = (budget: TextBudget) => PostText;

/** `Deadline paused: Donald Trump to Russia (U-12)`. */
export function headText(words: Words, what: Text, { number, ultimatum }: About, budget: TextBudget): Text {
  return words.posts.head(what, partiesText(words, ultimatum, budget), subject(number));
}

/** A post as lines, with a note about time zones that are not known here. */
export function postLines(words: Words, ultimatum: Ultimatum, post: PostText): readonly Line[] {
  const note = zonesNote(words, zonesOf(ultimatum));
  const print = joinTexts([...post.small, note], words.space);
  return [
    head(post.head),
    ...post.body.flatMap((text) => (text === null ? [] : [plain(text)])),
    ...(print.length === 0 ? [] : [small(print)]),
  ];
}
