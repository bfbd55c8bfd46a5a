import type { Ultimatum } from '../../domain/ultimatum.js';
import type { View } from '../command.js';
import { publicButton, row, type PublicButton } from './buttons.js';
import { subjectOf, type Posted } from './about.js';
import { fitToLimit, joinLines, type Line, type TextBudget } from './text-budget.js';
import { small } from './text.js';
import { zoneNote, zonesOf } from './zones.js';

/** The lines of a post; the last ones are small print. */
export interface Lines {
  readonly head: string;
  readonly body: readonly Line[];
  /** Sentences of the small print. */
  readonly small: readonly Line[];
}

export type WriteLines = (room: TextBudget) => Lines;

function drawn({ head, body, small: print }: Lines): readonly Line[] {
  const text = joinLines(print).replaceAll('\n', ' ');
  return [`**${head}**`, ...body, text === '' ? null : small(text)];
}

/** The text of a post, without its buttons: what a preview shows too. */
export function textOf(ultimatum: Ultimatum, write: WriteLines): string {
  const note = zoneNote(zonesOf(ultimatum));
  return fitToLimit((room) => {
    const lines = write(room);
    return drawn({ ...lines, small: [...lines.small, note] });
  });
}

/** A pushed post about an ultimatum: plain content and one row of at most three buttons. */
export function postView(posted: Posted, write: WriteLines, buttons: readonly PublicButton[]): View {
  const subject = subjectOf(posted.number);
  return {
    content: textOf(posted.ultimatum, write),
    components: [row(buttons.map((name) => publicButton(name, subject, posted.marker)))],
  };
}
