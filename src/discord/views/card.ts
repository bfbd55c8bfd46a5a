/** The one public message about an ultimatum that is kept current. */
import type { About } from '../../wording/about.js';
import { cardText } from '../../wording/card.js';
import type { Words } from '../../wording/index.js';
import { head } from '../../wording/parts.js';
import { tombstoneText } from '../../wording/tombstone.js';
import type { View } from '../command.js';
import { drawLines } from '../draw.js';
import { postView, type Posted } from './post.js';

/** Takes the place of the card of a hidden ultimatum; it has no buttons, because there is nothing to open. */
function tombstone(words: Words, about: About): View {
  return { content: drawLines([head(tombstoneText(words, about))]), components: [] };
}

/** The card, or what is left of it where the ultimatum is hidden. */
export function cardPost(words: Words, posted: Posted): View {
  if (posted.ultimatum.hidden !== null) return tombstone(words, posted);
  return postView(words, posted, (budget) => cardText(words, posted, budget), ['details', 'update']);
}
