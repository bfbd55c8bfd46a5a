/** The board: the one message of a channel that is kept current. */
import { alsoText, digestLine, passedLine, zonesText, type Counts } from './digest.js';
import type { Numbered } from './about.js';
import type { Words } from './index.js';
import { head, joinTexts, small, title, type Line } from './parts.js';
import { FULL } from './text-budget.js';
import type { RecordInstant } from '../domain/instant.js';

/** What a board shows. */
export interface BoardContent extends Counts {
  /** Passed and not yet reviewed, the longest waiting first. */
  readonly waiting: readonly Numbered[];
}

/** The parts of a board; a surface shows as many of the `running` and `waiting` lines as fit. */
export interface BoardLines {
  readonly title: Line;
  readonly running: readonly Line[];
  /** Null where nothing waits. */
  readonly passed: Line | null;
  readonly waiting: readonly Line[];
  readonly small: Line;
}

/** `now` decides which years go without saying. */
export function boardLines(words: Words, content: BoardContent, now: RecordInstant): BoardLines {
  const { board } = words.overviews;
  const { first, dated, passed, undated, paused } = content;
  const options = { budget: { ...FULL, name: 50, names: 60, text: 80 }, threats: true };
  const also = alsoText(words, { undated, paused, passed: 0 });
  return {
    title: title(dated === 0 ? board.headNone : board.head(dated)),
    running: first.flatMap((numbered) => digestLine(words, numbered, now, options) ?? []),
    passed: passed === 0 ? null : head(board.passed(passed)),
    waiting: content.waiting.flatMap((numbered) => passedLine(words, numbered, now) ?? []),
    small: small(joinTexts([also, zonesText(words, first), board.note], words.space)),
  };
}
