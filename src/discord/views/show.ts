/** An ultimatum, opened: its headline, each deadline ever set, the outcome, the sources. */
import { ultimatumId } from '../../domain/ultimatum-id.js';
import type { About } from '../../wording/about.js';
import type { Words } from '../../wording/index.js';
import { plain, type Line } from '../../wording/parts.js';
import { showLines, type AsOf, type Shortened } from '../../wording/show.js';
import { tombstoneText } from '../../wording/tombstone.js';
import type { View } from '../command.js';
import { publicButton, row, type PublicButton } from './buttons.js';
import { linesWithin } from './fit.js';
import { line, opened, text } from './parts.js';

export interface Show {
  /** The doors to offer, such as log and post; update for curators. At most five. */
  readonly buttons: readonly PublicButton[];
  readonly asOf: AsOf | null;
}

const TIMELINE_BUDGET = 1300;
const SOURCES_BUDGET = 1100;

const firstThatFit = ({ lines, more }: Shortened, budget: number): readonly Line[] =>
  linesWithin(budget, lines, more);

const lastThatFit = ({ lines, more }: Shortened, budget: number): readonly Line[] =>
  linesWithin(budget, lines.toReversed(), more).toReversed();

/**
 * Everything about one ultimatum, or its tombstone if it is hidden. The oldest deadlines and the last sources give
 * way if the message would be too long.
 */
export function showView(words: Words, about: About, { buttons, asOf }: Show): View {
  if (about.ultimatum.hidden !== null) return opened([text(plain(tombstoneText(words, about)))]);
  const lines = showLines(words, about, asOf);
  const { outcome } = lines;
  const drawn = buttons.map((name) => publicButton(words, name, ultimatumId(about.number), 'show'));
  return opened([
    text(...lines.head),
    text(...lines.terms),
    line(),
    text(lines.deadlinesHead, ...lastThatFit(lines.deadlines, TIMELINE_BUDGET), ...lines.deadlinesEnd),
    line(),
    ...(outcome.length === 0 ? [] : [text(...outcome)]),
    text(lines.sourcesHead, ...firstThatFit(lines.sources, SOURCES_BUDGET), lines.cite),
    ...(drawn.length === 0 ? [] : [row(drawn)]),
  ]);
}
