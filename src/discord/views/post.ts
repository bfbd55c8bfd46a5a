/** Posts about one ultimatum: plain content, fitted to the limit, with one row of at most three buttons. */
import { ultimatumId } from '../../domain/ultimatum-id.js';
import type { About } from '../../wording/about.js';
import type { Words } from '../../wording/index.js';
import type { Line } from '../../wording/parts.js';
import { postLines, type Compose } from '../../wording/post.js';
import type { View } from '../command.js';
import { drawLines } from '../draw.js';
import { publicButton, row, type PublicButton } from './buttons.js';
import { fitToLimit } from './fit.js';

/** An {@link About} that is posted: the marker is the delivery's nonce and stands in every button. */
export interface Posted extends About {
  readonly marker: string;
}

/** The lines of a post in the widest budget that fits: what a preview shows too. */
export function fittedPost(words: Words, { ultimatum }: About, compose: Compose): readonly Line[] {
  return fitToLimit((budget) => postLines(words, ultimatum, compose(budget)));
}

/** A pushed post about an ultimatum. */
export function postView(
  words: Words,
  posted: Posted,
  compose: Compose,
  buttons: readonly PublicButton[],
): View {
  const subject = ultimatumId(posted.number);
  return {
    content: drawLines(fittedPost(words, posted, compose)),
    components: [row(buttons.map((name) => publicButton(words, name, subject, posted.marker)))],
  };
}
