/** The figures of an issuer, and those of every issuer side by side, opened. */
import type { RecordFigures } from '../../domain/figures/record.js';
import type { Leaderboard } from '../../domain/figures/tally.js';
import { figureLines, figureNotes } from '../../wording/figures.js';
import type { Words } from '../../wording/index.js';
import { leaderboardLines } from '../../wording/leaderboard.js';
import { small, title, type Line, type Text } from '../../wording/parts.js';
import { SHOWN } from '../../wording/text-budget.js';
import { typed } from '../../wording/typed.js';
import type { View } from '../command.js';
import { drawLine, drawLines } from '../draw.js';
import { row, type Button } from './buttons.js';
import { line, OPENED_LIMIT, opened, text, within } from './parts.js';

/** A title, lines as many as fit, and below them what holds of all. */
function figuresView(
  words: Words,
  heading: Text,
  lines: readonly Line[],
  inclusionRule: string | null,
  buttons: readonly Button[],
): View {
  const notes = figureNotes(words, inclusionRule).map(small);
  const above = title(heading);
  const space = OPENED_LIMIT - drawLines([above, ...notes]).length;
  const more = (count: number) => drawLine(small(words.figures.more(count)));
  return opened([
    text(above, ...within(space, lines.map(drawLine), more)),
    line(),
    text(...notes),
    ...(buttons.length === 0 ? [] : [row(buttons)]),
  ]);
}

export interface IssuerFigures {
  readonly name: string;
  readonly record: RecordFigures;
  /** What the server records, in its own words. */
  readonly inclusionRule: string | null;
}

/** Everything that is counted of one issuer. */
export function issuerView(
  words: Words,
  { name, record, inclusionRule }: IssuerFigures,
  buttons: readonly Button[],
): View {
  const heading = words.figures.title([typed(name, SHOWN.name)]);
  return figuresView(words, heading, figureLines(words, record).flat(), inclusionRule, buttons);
}

/** The shares of every issuer, and of the whole record. */
export const leaderboardView = (
  words: Words,
  board: Leaderboard,
  inclusionRule: string | null,
  buttons: readonly Button[],
): View =>
  figuresView(words, words.figures.leaderboard.title, leaderboardLines(words, board), inclusionRule, buttons);
