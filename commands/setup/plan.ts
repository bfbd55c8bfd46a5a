import { z } from 'zod';
import {
  DEFAULT_OFFSETS,
  type Board,
  type GuildSettings,
  type ReminderPlan,
  type Schedule,
} from '../../src/domain/guild.js';

/** What can be posted in the channel, one check box each. */
export const OFFERS = ['announcements', 'daily', 'reminders', 'board'] as const;
export type Offer = (typeof OFFERS)[number];

export const choiceSchema = z.object({
  channel: z.string().nullable(),
  role: z.string().nullable(),
  /** IANA. */
  zone: z.string(),
  offers: z.array(z.enum(OFFERS)),
});

/** What was picked on the screen so far; kept, so that a restart loses nothing. */
export type Choice = z.infer<typeof choiceSchema>;

/** The screen opens with what is set, and with all that is new but the board: it says the same as the daily list. */
export function firstChoice(settings: GuildSettings, channel: string | null): Choice {
  const { announcements, curatorRole, zone } = settings;
  return {
    channel: announcements ?? channel,
    role: curatorRole,
    zone,
    offers: OFFERS.filter((one) => one !== 'board'),
  };
}

/** Every day at 09:00. */
export const DAILY = '0 9 * * *';

/** The rows that the screen makes: the same as `/settings set`, `/milestones set`, `/countdown add` and `/board set` make. */
export interface Rows {
  readonly settings: GuildSettings;
  readonly ladder: ReminderPlan | null;
  /** The daily list is to be added; null where it is not wanted or is there already. */
  readonly schedule: Pick<Schedule, 'cron' | 'zone' | 'channel' | 'scope'> | null;
  /** Whether a board is to be set in the channel; not where one stands already. */
  readonly board: boolean;
}

function hasDaily(schedules: readonly Schedule[], channel: string): boolean {
  return schedules.some((one) => one.channel === channel && one.scope.kind === 'all' && one.cron === DAILY);
}

interface Present {
  readonly settings: GuildSettings;
  readonly schedules: readonly Schedule[];
  readonly ladders: readonly ReminderPlan[];
  readonly boards: readonly Board[];
}

/** Pressed twice it makes nothing twice: a ladder of the channel stays as it was set, and so does its daily list. */
export function planSetup(choice: Choice, channel: string, present: Present): Rows {
  const { zone, role, offers } = choice;
  const { settings, schedules, ladders, boards } = present;
  const announcements = offers.includes('announcements') ? channel : settings.announcements;
  const reminders = offers.includes('reminders') && !ladders.some((one) => one.channel === channel);
  const daily = offers.includes('daily') && !hasDaily(schedules, channel);
  const stands = boards.some((one) => one.channel === channel && one.status === 'running');
  return {
    settings: { ...settings, zone, curatorRole: role, announcements },
    ladder: reminders ? { channel, rungs: DEFAULT_OFFSETS, pingRole: null, zone } : null,
    schedule: daily ? { cron: DAILY, zone, channel, scope: { kind: 'all' } } : null,
    board: offers.includes('board') && !stands,
  };
}
