/** `/milestones`, the reminders before a deadline, in English. */
import type { Part, Text } from '../parts.js';
import { t } from '../text.js';
import { days, hours } from './plural.js';

export const milestones = {
  set: {
    description: 'Post reminders before each deadline in a channel',
    channel: 'Where to post them',
    ladder: '7d 1d 0 = 7 days before, 1 day before and when it passes; none = no reminders',
    ping: 'Role to ping, never everyone; if left out, nobody is pinged',
  },
  daysBefore: (count: number) => t`${days(count)} before`,
  hoursBefore: (count: number) => t`${hours(count)} before`,
  whenItPasses: t`when it passes`,
  off: (channel: Part) => t`Reminders in ${channel} are off. Those already posted stay.`,
  reminders: (channel: Part, when: Text) => t`Reminders in ${channel}: ${when}.`,
  pingsNobody: t`Nobody is pinged.`,
  pings: (role: Text) => t`Pings ${role}, at most once a day.`,
  dayReminders: (place: Part) => t`Day reminders go out at 09:00 (${place}).`,
  dayRemindersInUtc: (zone: Part) =>
    t`Day reminders go out at 09:00 UTC, because the time zone ${zone} is not known here.`,
  hourReminders: t`Hour reminders apply only to deadlines with a time of day.`,
  applied: t`Applied to everything that is running; reminders that are already in the past are skipped.`,
};
