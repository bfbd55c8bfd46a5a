/** Draws posts: plain content, fitted to the limit, with one row of at most three buttons. */
import type { DuePost } from '../../posting/post-description.js';
import { digestPost } from '../../posting/list-posts.js';
import { cardPost } from '../../posting/ultimatum-posts.js';
import type { About } from '../../wording/about.js';
import type { Digest } from '../../wording/digest.js';
import type { Words } from '../../wording/index.js';
import type { View } from '../command.js';
import { drawLines } from '../draw.js';
import { publicButton, row } from './buttons.js';
import { fits } from './fit.js';

/** A post as Discord shows it. */
export function postView(words: Words, post: Omit<DuePost, 'ping'>): View {
  const { lines, buttons, subject, marker, silent } = post;
  const drawn = buttons.map((name) => publicButton(words, name, subject, marker));
  return {
    content: drawLines(lines(fits)),
    components: drawn.length === 0 ? [] : [row(drawn)],
    ...(silent ? { silent } : {}),
  };
}

/** An {@link About} that is posted: every button carries the marker. */
export interface Posted extends About {
  readonly marker: string;
}

/** The card, or the tombstone of a hidden ultimatum. */
export function cardView(words: Words, { marker, ...about }: Posted): View {
  return postView(words, { ...cardPost(words, about), marker });
}

/** What a countdown posts; null where nothing runs. */
export function digestView(words: Words, digest: Digest, marker: string): View | null {
  const post = digestPost(words, digest);
  return post === null ? null : postView(words, { ...post, marker });
}
