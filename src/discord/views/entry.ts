/** Entries as posts, and as a preview shows them. */
import type { Entry, EventKind } from '../../domain/entry.js';
import type { About } from '../../wording/about.js';
import type { CardOptions } from '../../wording/card.js';
import { announcedEntry, entryText } from '../../wording/entry.js';
import type { Words } from '../../wording/index.js';
import type { Line } from '../../wording/parts.js';
import type { View } from '../command.js';
import type { PublicButton } from './buttons.js';
import { fittedPost, postView, type Posted } from './post.js';

const BUTTONS: Partial<Record<EventKind, readonly PublicButton[]>> = {
  recorded: ['details', 'update'],
  outcome: ['details', 'dispute'],
};

/** The post of an entry that is announced; null for what is not. */
export function entryPost(words: Words, posted: Posted, entry: Entry): View | null {
  const compose = announcedEntry(words, posted, entry);
  return compose === null ? null : postView(words, posted, compose, BUTTONS[entry.event.kind] ?? ['details']);
}

/** What an entry says, for a preview: the post that it makes, or its own few lines. */
export function entryLines(
  words: Words,
  about: About,
  seq: number,
  options: CardOptions = {},
): readonly Line[] {
  const compose = entryText(words, about, seq, options);
  return compose === null ? [] : fittedPost(words, about, compose);
}
