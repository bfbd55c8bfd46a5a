/** How an ultimatum belongs to others, and others to it. */
import type { About } from './about.js';
import type { Words } from './index.js';
import type { Text } from './parts.js';
import { subject } from './subject.js';

/** One text for each link: those that were made here, then those of others that lead here. */
export function linkTexts(
  words: Words,
  { ultimatum, incoming = [] }: Pick<About, 'ultimatum' | 'incoming'>,
): readonly Text[] {
  const { linked, linkedFrom } = words.posts.annotations;
  return [
    ...ultimatum.links.map(({ to, as }) => linked[as](subject(to))),
    ...incoming.map(({ from, as }) => linkedFrom[as](subject(from))),
  ];
}
