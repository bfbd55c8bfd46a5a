import { slash, type Context } from '../../src/discord/command.js';
import type { Board, Schedule } from '../../src/domain/guild.js';
import { opened, OPENED_LIMIT, text, within } from '../../src/discord/views/parts.js';
import { boardLine, scheduleLine, type Listed } from './words.js';

/** The countdowns and boards as lines of one screen, the rest counted. */
export function listLines(all: readonly Listed[], boards: readonly Board[] = []): readonly string[] {
  const lines = [...all.map(scheduleLine), ...boards.flatMap((one) => boardLine(one) ?? [])];
  if (lines.length === 0) return ['No countdown is set up. Add one: /countdown add.'];
  return ['### Countdowns', ...within(OPENED_LIMIT, lines, (more) => `-# and ${more} more`)];
}

async function listed(schedule: Schedule, posted: ReadonlyMap<string, number>, { store, guild }: Context) {
  const closed = schedule.status === 'broken' ? await store.closed(guild, schedule.channel) : null;
  return {
    schedule,
    posted: posted.get(`schedule-${schedule.id}`) ?? null,
    retried: closed !== null && closed.until !== null,
  };
}

export const countdownList = slash({
  path: ['countdown', 'list'],
  description: 'The countdowns and boards of this server, with their last and next post',
  manager: true,
  options: {},
  async run(_, context) {
    const { store, guild } = context;
    const [schedules, boards, posted] = await Promise.all([
      store.schedules(guild),
      store.boards(guild),
      store.digestsPosted(guild),
    ]);
    const all = await Promise.all(schedules.map((one) => listed(one, posted, context)));
    return { kind: 'message', view: opened([text(...listLines(all, boards))]) };
  },
});
