/** The one message of a channel that is kept current. */
import { boardLines, type BoardContent } from '../../wording/board.js';
import type { Words } from '../../wording/index.js';
import { plain, type Line } from '../../wording/parts.js';
import type { View } from '../command.js';
import { drawLine } from '../draw.js';
import { publicButton, row } from './buttons.js';
import { line, opened, text } from './parts.js';
import type { RecordInstant } from '../../domain/instant.js';

const RUNNING_BUDGET = 2600;
const PASSED_BUDGET = 900;

/** The lines that fit in so many characters, then how many more there are of `total`. */
function shortened(words: Words, budget: number, lines: readonly Line[], total: number): readonly Line[] {
  let used = 0;
  const shown = lines.filter((candidate) => (used += drawLine(candidate).length + 1) <= budget);
  return total > shown.length ? [...shown, plain(words.names.andMore(total - shown.length))] : shown;
}

/** `now` (ms UTC) decides only which years go without saying. */
export function boardView(words: Words, content: BoardContent, now: RecordInstant, marker: string): View {
  const { title, running, passed, waiting, small } = boardLines(words, content, now);
  const over =
    passed === null
      ? []
      : [line(), text(passed, ...shortened(words, PASSED_BUDGET, waiting, content.passed))];
  const view = opened([
    text(title, ...shortened(words, RUNNING_BUDGET, running, content.dated)),
    ...over,
    line(),
    text(small),
    row([publicButton(words, 'all', 'board', marker)]),
  ]);
  return { ...view, silent: true };
}
