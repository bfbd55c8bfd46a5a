/** What is left to be seen of a hidden ultimatum. */
import { subject } from './subject.js';
import type { About } from './about.js';
import { shortDay } from './dates.js';
import { typed } from './typed.js';
import type { Words } from './index.js';
import type { Text } from './parts.js';
import { SHOWN } from './text-budget.js';

/** `U-13: hidden on 3 Aug, duplicate of U-12`. */
export function tombstoneText(words: Words, { number, ultimatum, now }: Omit<About, 'people'>): Text {
  const { hidden, zone } = ultimatum;
  const id = subject(number);
  if (hidden === null) return id;
  const day = shortDay(words, hidden.recorded, zone, now);
  return words.posts.tombstone(id, day, typed(hidden.reason, SHOWN.text));
}
