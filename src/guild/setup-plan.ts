/** What `/setup` makes of a server, as far as it is not there already. */
import { z } from 'zod';
import {
  DEFAULT_OFFSETS,
  type Board,
  type GuildSettings,
  type ReminderPlan,
  type Schedule,
} from '../domain/guild.js';

/** What can be posted in the channel. */
export const OFFERS = ['announcements', 'daily', 'reminders', 'board'] as const;

export const setupChoiceSchema = z.object({
  channel: z.string().nullable(),
  role: z.string().nullable(),
  /** IANA. */
  zone: z.string(),
  offers: z.array(z.enum(OFFERS)),
});

/** What was picked on the screen so far; kept, so that a restart loses nothing. */
export type SetupChoice = z.infer<typeof setupChoiceSchema>;

/** What the screen opens with: what is set, and every post but the board, which shows the same as the daily list. */
export function firstChoice(settings: GuildSettings, channel: string | null): SetupChoice {
  const { announcements, curatorRole, zone } = settings;
  return {
    channel: announcements ?? channel,
    role: curatorRole,
    zone,
    offers: OFFERS.filter((offer) => offer !== 'board'),
  };
}

/** Every day at 09:00. */
export const DAILY = '0 9 * * *';

/** What is to be made: the same rows as `/settings set`, `/milestones set`, `/countdown add` and `/board set` make. */
export interface SetupPlan {
  readonly settings: GuildSettings;
  readonly reminderPlan: ReminderPlan | null;
  /** The daily list; null where it is not wanted or exists already. */
  readonly schedule: Pick<Schedule, 'cron' | 'zone' | 'channel' | 'scope'> | null;
  /** Whether a board is to be put into the channel; not where there is one already. */
  readonly board: boolean;
}

function hasDaily(schedules: readonly Schedule[], channel: string): boolean {
  return schedules.some(
    (schedule) => schedule.channel === channel && schedule.scope.kind === 'all' && schedule.cron === DAILY,
  );
}

/** What the server has so far. */
interface ExistingRows {
  readonly settings: GuildSettings;
  readonly schedules: readonly Schedule[];
  readonly reminderPlans: readonly ReminderPlan[];
  readonly boards: readonly Board[];
}

/** Makes nothing twice: existing reminders of the channel stay as they were set, and so does its daily list. */
export function planSetup(choice: SetupChoice, channel: string, existing: ExistingRows): SetupPlan {
  const { zone, role, offers } = choice;
  const { settings, schedules, reminderPlans, boards } = existing;
  const announcements = offers.includes('announcements') ? channel : settings.announcements;
  const reminders =
    offers.includes('reminders') && !reminderPlans.some((reminderPlan) => reminderPlan.channel === channel);
  const daily = offers.includes('daily') && !hasDaily(schedules, channel);
  const hasBoard = boards.some((board) => board.channel === channel && board.status === 'running');
  return {
    settings: { ...settings, zone, curatorRole: role, announcements },
    reminderPlan: reminders ? { channel, offsets: DEFAULT_OFFSETS, pingRole: null, zone } : null,
    schedule: daily ? { cron: DAILY, zone, channel, scope: { kind: 'all' } } : null,
    board: offers.includes('board') && !hasBoard,
  };
}
