/** Looks at everything that posts on a server depend on, for `/settings check`. */
import type { Context } from '../discord/command.js';
import { channelsInUse } from '../domain/channels-in-use.js';
import { MINUTE } from '../domain/durations.js';
import { postable } from '../drafting/postable.js';
import type { HostCheck } from '../wording/en/doctor.js';
import { mention, type Text } from '../wording/parts.js';
import { refusalText } from '../wording/refusal.js';

const LATE_MS = 10 * MINUTE;
/** Each channel costs Discord three or four requests. */
const MOST_CHANNELS = 15;
/** So many waiting posts are counted at most. */
const MOST_COUNTED = 500;

/** The channels of the server that something is posted in. */
async function inUse({ server, settings }: Context): Promise<readonly string[]> {
  const [plans, schedules, boards] = await Promise.all([
    server.reminderPlans(),
    server.schedules(),
    server.boards(),
  ]);
  return channelsInUse({ settings, plans, schedules, boards });
}

/** Why nothing can be posted in a channel now; null where something can. */
async function trouble(channel: string, context: Context): Promise<Text | null> {
  const refusal = await postable(channel, context);
  if (refusal !== null) return refusalText(context.words, refusal);
  const closed = await context.posts.closed(channel);
  if (closed === null) return null;
  const { reason, until } = closed;
  return context.words.notices.closed({ channel, reason, gone: until === null, countdowns: false });
}

async function channelChecks(context: Context): Promise<readonly HostCheck[]> {
  const { doctor } = context.words.cli;
  const channels = await inUse(context);
  if (channels.length === 0) return [doctor.nothingPosted];
  const checks: HostCheck[] = [];
  for (const channel of channels.slice(0, MOST_CHANNELS))
    checks.push(doctor.channel([mention('channel', channel)], await trouble(channel, context)));
  const more = channels.length - MOST_CHANNELS;
  return more > 0 ? [...checks, doctor.moreChannels(more)] : checks;
}

async function scheduleCheck({ server, words }: Context): Promise<HostCheck> {
  const broken = (await server.schedules()).filter(({ status }) => status === 'broken');
  return words.cli.doctor.schedules(broken.length);
}

async function backlogCheck({ posts, now, words }: Context): Promise<HostCheck> {
  const waiting = await posts.deliveries({ status: 'pending', limit: MOST_COUNTED });
  const due = waiting.filter((post) => post.due < now);
  const [first] = due;
  return words.cli.doctor.waiting(due.length, first !== undefined && now - first.due > LATE_MS);
}

/** All checks in their order; a channel's ends at its first failure. */
export async function checkServer(context: Context): Promise<readonly HostCheck[]> {
  return [
    ...(await channelChecks(context)),
    await scheduleCheck(context),
    await backlogCheck(context),
    ...(await context.installation()),
  ];
}
