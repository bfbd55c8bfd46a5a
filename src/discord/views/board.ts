import type { View } from '../command.js';
import { publicButton, row } from './buttons.js';
import { digestLine, nudgeLine, zonesLine, type Counts, type Numbered } from './digest.js';
import { line, opened, text, within } from './parts.js';
import { FULL, type Line } from './text-budget.js';
import { small } from './text.js';

/** What a board shows. */
export interface BoardContent extends Counts {
  /** Passed and not yet reviewed, the longest waiting first. */
  readonly waiting: readonly Numbered[];
}

const RUNNING_BUDGET = 2600;
const PASSED_BUDGET = 900;

/** The lines that fit, then how many more there are of `total`. */
function listed(budget: number, lines: readonly Line[], total: number): readonly string[] {
  const present = lines.flatMap((one) => one ?? []);
  const shown = within(budget, present, () => '').filter((one) => one !== '');
  return total > shown.length ? [...shown, `and ${total - shown.length} more`] : shown;
}

function alsoText({ undated, paused, first }: BoardContent): string {
  const also = [
    undated === 0 ? [] : [`${undated} without a date`],
    paused === 0 ? [] : [`${paused} paused`],
  ].flat();
  const rest = also.length === 0 ? '' : `Also ${also.join(', ')}. `;
  return small(`${rest}${zonesLine(first)} This message is kept current and pings nobody.`);
}

/** The one message of a channel that is kept current. `now` decides only which years go without saying. */
export function boardView(content: BoardContent, now: number, marker: string): View {
  const { first, dated, waiting, passed } = content;
  const running = first.map((one) => digestLine(one, now, { ...FULL, name: 50, text: 80 }, true));
  const head = dated === 0 ? '### Nothing is running with a date' : `### Running ultimatums: ${dated}`;
  const over =
    passed === 0
      ? []
      : [
          line(),
          text(
            `**Passed, not yet reviewed: ${passed}**`,
            ...listed(PASSED_BUDGET, waiting.map(nudgeLine), passed),
          ),
        ];
  const view = opened([
    text(head, ...listed(RUNNING_BUDGET, running, dated)),
    ...over,
    line(),
    text(alsoText(content)),
    row([publicButton('all', 'board', marker)]),
  ]);
  return { ...view, silent: true };
}
