import { slash } from '../../src/discord/command.js';
import type { Schedule } from '../../src/domain/guild.js';
import { opened, text } from '../shared/parts.js';
import { scheduleLine } from './words.js';

/** A screen holds 4,000 characters; some are left for the last line. */
const ROOM = 3800;

/** The countdowns as lines of one screen, the rest counted. */
export function listLines(all: readonly Schedule[]): readonly string[] {
  if (all.length === 0) return ['No countdown is set up. Add one: /countdown add.'];
  const shown: string[] = [];
  let length = 0;
  for (const schedule of all) {
    const line = scheduleLine(schedule);
    length += line.length + 1;
    if (length > ROOM) break;
    shown.push(line);
  }
  const left = all.length - shown.length;
  return ['### Countdowns', ...shown, ...(left > 0 ? [`-# and ${left} more`] : [])];
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
