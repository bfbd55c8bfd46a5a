import type { View } from '../command.js';
import { subjectOf, type About } from './about.js';
import { shortDay } from './dates.js';
import { SHOWN, safe } from './text.js';

/** What is left to be seen of a hidden ultimatum: `U-13: hidden on 3 Aug, duplicate of U-12`. */
export function tombstoneLine({ number, ultimatum, now }: About): string {
  const { hidden, zone } = ultimatum;
  if (hidden === null) return subjectOf(number);
  const day = shortDay(hidden.recorded, zone, now);
  return `${subjectOf(number)}: hidden on ${day}, ${safe(hidden.reason, SHOWN.text)}`;
}

/** Takes the place of the card; it has no buttons, because there is nothing to open. */
export function tombstone(about: About): View {
  return { content: `**${tombstoneLine(about)}**`, components: [] };
}
