/** An ultimatum, opened: its headline, each deadline ever set, the outcome, the sources, page by page. */
import { ultimatumId } from '../../domain/ultimatum-id.js';
import type { About } from '../../wording/about.js';
import type { Words } from '../../wording/index.js';
import { plain } from '../../wording/parts.js';
import { showLines, type AsOf } from '../../wording/show.js';
import { tombstoneText } from '../../wording/tombstone.js';
import type { View } from '../command.js';
import { drawLines } from '../draw.js';
import { pageButton, publicButton, row, type PublicButton } from './buttons.js';
import { pagesOf } from './pages.js';
import { line, OPENED_LIMIT, opened, text } from './parts.js';
import { showSubject } from './subject.js';

/** Discord's limit. */
const MOST_IN_ROW = 5;

export interface Show {
  /** The doors to offer, such as log, post and picture; update for curators. At most five. */
  readonly buttons: readonly PublicButton[];
  readonly asOf: AsOf | null;
  /** From 0; the first where absent, the last where there are fewer. */
  readonly page?: number;
}

/** Everything about one ultimatum, or its tombstone if it is hidden. Its page buttons are the door `show`. */
export function showView(words: Words, about: About, { buttons, asOf, page: asked = 0 }: Show): View {
  const { number, ultimatum } = about;
  if (ultimatum.hidden !== null) return opened([text(plain(tombstoneText(words, about)))]);
  const { title, blocks, cite } = showLines(words, about, asOf);
  const around = drawLines([...title(99, 99), cite]).length;
  const pages = pagesOf(blocks, OPENED_LIMIT - around);
  const page = Math.min(Math.max(0, asked), pages.length - 1);
  const at = asOf?.instant ?? null;
  const to = (label: string, target: number) =>
    target < 0 || target >= pages.length
      ? []
      : [pageButton('show', showSubject({ number, page: target, at }), label)];
  const drawn = [...to(words.buttons.previous, page - 1), ...to(words.buttons.next, page + 1)];
  const doors = buttons.map((name) =>
    publicButton(
      words,
      name,
      name === 'picture' ? showSubject({ number, page: 0, at }) : ultimatumId(number),
      'show',
    ),
  );
  const rows = drawn.length + doors.length > MOST_IN_ROW ? [drawn, doors] : [[...drawn, ...doors]];
  const shown = pages[page] ?? [];
  return opened([
    text(...title(page, pages.length)),
    ...shown.flatMap((lines, index) =>
      index === shown.length - 1 ? [text(...lines, cite)] : [text(...lines), line()],
    ),
    ...rows.filter((buttonsOfRow) => buttonsOfRow.length > 0).map(row),
  ]);
}
