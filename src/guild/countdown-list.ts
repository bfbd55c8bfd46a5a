/** Loads what `/countdown list` shows: countdowns, boards, stopped channels and held-up work. */
import type { Context } from '../discord/command.js';
import type { Board, Schedule } from '../domain/guild.js';
import type { CountdownStatus, HeldList, HeldUpWork, StoppedChannel } from '../wording/countdown-list.js';
import { HOUR } from '../domain/durations.js';

export interface CountdownList {
  readonly countdowns: readonly CountdownStatus[];
  readonly boards: readonly Board[];
  readonly stopped: readonly StoppedChannel[];
  readonly heldUp: readonly HeldUpWork[];
}

/** After this long, a channel that is no longer tried again matters to nobody. */
const STALE_MS = 2 * HOUR;

/** Stopped channels without a countdown that something else is still posted in. */
async function stoppedChannels(schedules: readonly Schedule[], { posts, server, settings, now }: Context) {
  const closed = await posts.closedChannels();
  if (closed.length === 0) return [];
  const reminders = (await server.reminderPlans()).filter(({ offsets }) => offsets.length > 0);
  const { announcements, reviewChannel, adminChannel } = settings;
  const channels = [announcements, reviewChannel, adminChannel, ...reminders.map(({ channel }) => channel)];
  const withCountdown = new Set(schedules.map(({ channel }) => channel));
  return closed.filter(({ channel, until }) => {
    const retried = until !== null && until > now - STALE_MS;
    return !withCountdown.has(channel) && (channels.includes(channel) || retried);
  });
}

/** Why the newest list of a countdown was not posted; null where it was. */
async function heldOf({ id, status }: Schedule, { posts }: Context): Promise<HeldList | null> {
  if (status === 'broken') return null;
  const filter = { kind: 'digest', schedule: id, newest: true, limit: 1 } as const;
  const [newest] = await posts.deliveries(filter);
  if (newest === undefined || newest.failure === null) return null;
  const why = newest.failure;
  if (newest.status === 'failed') return { status: 'failed', why };
  return newest.status === 'pending' ? { status: 'waiting', why } : null;
}

async function statusOf(
  schedule: Schedule,
  posted: ReadonlyMap<number, number>,
  context: Context,
): Promise<CountdownStatus> {
  const { posts } = context;
  const closed = schedule.status === 'broken' ? await posts.closed(schedule.channel) : null;
  return {
    schedule,
    posted: posted.get(schedule.id) ?? null,
    retried: closed !== null && closed.until !== null,
    held: await heldOf(schedule, context),
  };
}

/** Everything that the server posts regularly, and whatever keeps it from being posted. */
export async function loadCountdownList(context: Context): Promise<CountdownList> {
  const { server, posts } = context;
  const [schedules, boards, posted] = await Promise.all([
    server.schedules(),
    server.boards(),
    posts.digestsPosted(),
  ]);
  const [countdowns, stopped, heldUp] = await Promise.all([
    Promise.all(schedules.map((schedule) => statusOf(schedule, posted, context))),
    stoppedChannels(schedules, context),
    posts.asides(),
  ]);
  return { countdowns, boards, stopped, heldUp };
}
