/** The figures of an issuer, and those of every issuer side by side, opened. */
import type { RecordFigures } from '../../domain/figures/record.js';
import type { Leaderboard } from '../../store/port/index.js';
import { figureLines, figureNotes, tallyText } from '../../wording/figures.js';
import type { Words } from '../../wording/index.js';
import { item, plain, small, strong, title, type Line, type Text } from '../../wording/parts.js';
import { SHOWN } from '../../wording/text-budget.js';
import { typed } from '../../wording/typed.js';
import type { View } from '../command.js';
import { drawLine, drawLines } from '../draw.js';
import { line, OPENED_LIMIT, opened, text, within } from './parts.js';

/** A title, lines as many as fit, and below them what holds of all. */
function figuresView(
  words: Words,
  heading: Text,
  lines: readonly Line[],
  inclusionRule: string | null,
): View {
  const notes = figureNotes(words, inclusionRule).map(small);
  const above = title(heading);
  const space = OPENED_LIMIT - drawLines([above, ...notes]).length;
  const more = (count: number) => drawLine(small(words.figures.more(count)));
  return opened([text(above, ...within(space, lines.map(drawLine), more)), line(), text(...notes)]);
}

export interface IssuerFigures {
  readonly name: string;
  readonly record: RecordFigures;
  /** What the server records, in its own words. */
  readonly inclusionRule: string | null;
}

/** Everything that is counted of one issuer. */
export function issuerView(words: Words, { name, record, inclusionRule }: IssuerFigures): View {
  const heading = words.figures.title([typed(name, SHOWN.name)]);
  return figuresView(words, heading, figureLines(words, record).flat(), inclusionRule);
}

/** The shares of every issuer, and of the whole record. */
export function leaderboardView(
  words: Words,
  { issuers, all, leftOut }: Leaderboard,
  inclusionRule: string | null,
): View {
  const { leaderboard, leftOut: without, hidden, row } = words.figures;
  const lines = issuers.map((issuer) =>
    item(leaderboard.row([strong([typed(issuer.name, SHOWN.name)])], tallyText(words, issuer))),
  );
  const unsourced = [
    small(without(leftOut.unsourced)),
    ...(leftOut.hidden === 0 ? [] : [small(hidden(leftOut.hidden))]),
  ];
  if (all.cases === 0)
    return figuresView(words, leaderboard.title, [plain(leaderboard.empty), ...unsourced], inclusionRule);
  const head = [
    small(leaderboard.order),
    plain(row([strong(leaderboard.all)], tallyText(words, all))),
    ...unsourced,
  ];
  return figuresView(words, leaderboard.title, [...head, ...lines], inclusionRule);
}
