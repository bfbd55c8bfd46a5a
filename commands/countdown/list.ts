import { slash } from '../../src/discord/command.js';
import type { Schedule } from '../../src/domain/guild.js';
import { opened, OPENED_LIMIT, text, within } from '../../src/discord/views/parts.js';
import { scheduleLine } from './words.js';

/** The countdowns as lines of one screen, the rest counted. */
export function listLines(all: readonly Schedule[]): readonly string[] {
  if (all.length === 0) return ['No countdown is set up. Add one: /countdown add.'];
  const lines = within(OPENED_LIMIT, all.map(scheduleLine), (more) => `-# and ${more} more`);
  return ['### Countdowns', ...lines];
}

export const countdownList = slash({
  path: ['countdown', 'list'],
  description: 'The countdowns of this server, with their last and next post',
  manager: true,
  options: {},
  async run(_, { store, guild }) {
    const all = await store.schedules(guild);
    return { kind: 'message', view: opened([text(...listLines(all))]) };
  },
});
