/** `/countdown list`: the countdowns and boards of a server, and what holds them up. */
import { slash } from '../../src/discord/command.js';
import { drawLine, drawLines } from '../../src/discord/draw.js';
import { opened, OPENED_LIMIT, text, within } from '../../src/discord/views/parts.js';
import { loadCountdownList, type CountdownList } from '../../src/guild/countdown-list.js';
import { boardItem, countdownItem, heldUpItem, stoppedItem } from '../../src/wording/countdown-list.js';
import type { Words } from '../../src/wording/index.js';
import { small, title } from '../../src/wording/parts.js';
import type { RecordInstant } from '../../src/domain/instant.js';

/** The list as the texts of one screen, each thing with its small print; those that don't fit are counted. */
export function listTexts(words: Words, list: CountdownList, now: RecordInstant): readonly string[] {
  const { empty, heading, more } = words.countdown.overview;
  const items = [
    ...list.countdowns.map((countdown) => countdownItem(words, countdown, now)),
    ...list.boards.flatMap((board) => {
      const item = boardItem(words, board, now);
      return item === null ? [] : [item];
    }),
    ...list.stopped.map((channel) => stoppedItem(words, channel)),
    ...list.heldUp.flatMap((work) => {
      const item = heldUpItem(words, work, now);
      return item === null ? [] : [item];
    }),
  ].map(drawLines);
  if (items.length === 0) return [drawLines([{ style: 'plain', text: empty }])];
  const shown = within(OPENED_LIMIT, items, (count) => drawLine(small(more(count))));
  return [drawLine(title(heading)), ...shown];
}

export const countdownList = slash({
  path: ['countdown', 'list'],
  description: ({ countdown }) => countdown.list.description,
  manager: true,
  options: {},
  async run(_, context) {
    const list = await loadCountdownList(context);
    return { kind: 'message', view: opened([text(...listTexts(context.words, list, context.now))]) };
  },
});
