import { slash, type Context } from '../../src/discord/command.js';
import type { Board, Schedule } from '../../src/domain/guild.js';
import { opened, OPENED_LIMIT, text, within } from '../../src/discord/views/parts.js';
import {
  asideLine,
  boardLine,
  closedLine,
  scheduleLine,
  type Aside,
  type Closed,
  type Listed,
} from './words.js';

/** The countdowns, the boards and other closed channels as lines of one screen, the rest counted. */
export function listLines(
  all: readonly Listed[],
  boards: readonly Board[] = [],
  closed: readonly Closed[] = [],
  asides: readonly Aside[] = [],
): readonly string[] {
  const lines = [
    ...all.map(scheduleLine),
    ...boards.flatMap((one) => boardLine(one) ?? []),
    ...closed.map(closedLine),
    ...asides.flatMap((aside) => asideLine(aside) ?? []),
  ];
  if (lines.length === 0) return ['No countdown is set up. Add one: /countdown add.'];
  return ['### Countdowns', ...within(OPENED_LIMIT, lines, (more) => `-# and ${more} more`)];
}

/** Longer ago, and nothing waits for the channel any more. */
const STALE_MS = 2 * 3_600_000;

/** Closed channels without a countdown that something else is still posted in. */
async function otherClosed(schedules: readonly Schedule[], { posts, server, settings, now }: Context) {
  const closed = await posts.closedChannels();
  if (closed.length === 0) return [];
  const ladders = (await server.ladders()).filter(({ rungs }) => rungs.length > 0);
  const { announcements, reviewChannel, adminChannel } = settings;
  const used = new Set([
    announcements,
    reviewChannel,
    adminChannel,
    ...ladders.map(({ channel }) => channel),
  ]);
  const listedAlready = new Set(schedules.map(({ channel }) => channel));
  return closed.filter(({ channel, until }) => {
    const retried = until !== null && until > now - STALE_MS;
    return !listedAlready.has(channel) && (used.has(channel) || retried);
  });
}

/** Why the newest list of a countdown was not posted; null where it was. */
async function noteOf({ id, status }: Schedule, { posts }: Context): Promise<string | null> {
  if (status === 'broken') return null;
  const [newest] = await posts.deliveries({ kind: 'digest', schedule: id, newest: true, limit: 1 });
  if (newest === undefined || newest.failure === null) return null;
  if (newest.status === 'failed') return `The newest list was not posted: ${newest.failure}`;
  return newest.status === 'pending' ? `The newest list waits: ${newest.failure}` : null;
}

async function listed(schedule: Schedule, posted: ReadonlyMap<number, number>, context: Context) {
  const { posts } = context;
  const closed = schedule.status === 'broken' ? await posts.closed(schedule.channel) : null;
  return {
    schedule,
    posted: posted.get(schedule.id) ?? null,
    retried: closed !== null && closed.until !== null,
    note: await noteOf(schedule, context),
  };
}

export const countdownList = slash({
  path: ['countdown', 'list'],
  description: 'The countdowns and boards of this server, with their last and next post',
  manager: true,
  options: {},
  async run(_, context) {
    const { server, posts } = context;
    const [schedules, boards, posted] = await Promise.all([
      server.schedules(),
      server.boards(),
      posts.digestsPosted(),
    ]);
    const all = await Promise.all(schedules.map((one) => listed(one, posted, context)));
    const [closed, asides] = await Promise.all([otherClosed(schedules, context), posts.asides()]);
    return { kind: 'message', view: opened([text(...listLines(all, boards, closed, asides))]) };
  },
});
