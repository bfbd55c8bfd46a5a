/** Which channels of a server something is posted in. */
import type { Board, GuildSettings, ReminderPlan, Schedule } from './guild.js';

/** What a server has set up, as far as it names channels. */
interface SetUp {
  readonly settings: Pick<GuildSettings, 'announcements' | 'reviewChannel' | 'adminChannel'>;
  readonly plans: readonly Pick<ReminderPlan, 'channel' | 'offsets'>[];
  readonly schedules: readonly Pick<Schedule, 'channel' | 'status'>[];
  readonly boards: readonly Pick<Board, 'channel' | 'status'>[];
}

/** Ids of channels, each once. What is paused or was stopped posts nowhere. */
export function channelsInUse({ settings, plans, schedules, boards }: SetUp): readonly string[] {
  const rows = [
    ...plans.filter(({ offsets }) => offsets.length > 0),
    ...schedules.filter(({ status }) => status !== 'paused'),
    ...boards.filter(({ status }) => status === 'running'),
  ];
  const { announcements, reviewChannel, adminChannel } = settings;
  const all = [announcements, reviewChannel, adminChannel, ...rows.map(({ channel }) => channel)];
  return [...new Set(all.filter((channel) => channel !== null))];
}
