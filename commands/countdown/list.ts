import { slash } from '../../src/discord/command.js';
import type { Board, Schedule } from '../../src/domain/guild.js';
import { opened, OPENED_LIMIT, text, within } from '../../src/discord/views/parts.js';
import { boardLine, scheduleLine } from './words.js';

/** The countdowns and boards as lines of one screen, the rest counted. */
export function listLines(all: readonly Schedule[], boards: readonly Board[] = []): readonly string[] {
  const lines = [...all.map(scheduleLine), ...boards.flatMap((one) => boardLine(one) ?? [])];
  if (lines.length === 0) return ['No countdown is set up. Add one: /countdown add.'];
  return ['### Countdowns', ...within(OPENED_LIMIT, lines, (more) => `-# and ${more} more`)];
}

export const countdownList = slash({
  path: ['countdown', 'list'],
  description: 'The countdowns and boards of this server, with their last and next post',
  manager: true,
  options: {},
  async run(_, { store, guild }) {
    const [all, boards] = await Promise.all([store.schedules(guild), store.boards(guild)]);
    return { kind: 'message', view: opened([text(...listLines(all, boards))]) };
  },
});
