/** The panel of the stage: what is due next and what became of each post, in English. */
import type { Text } from '../parts.js';
import { t } from '../text.js';
import { days, hours } from './plural.js';

/** What a post or an edit is. */
const what = {
  unreadable: t`Post of another release`,
  passed: t`Deadline passed`,
  announcement: t`Announcement`,
  correction: t`Correction`,
  milestone: t`Reminder`,
  edit: t`Update of an earlier post`,
  digest: t`Countdown`,
  nudge: t`Reminder to curators`,
  board: t`Board`,
  publish: t`Publishing`,
  event: t`Event`,
};

/** Why it is made. */
const why = {
  digest: (schedule: number): Text => t`countdown ${schedule}, on its schedule`,
  nudge: t`deadlines passed and no outcome is recorded`,
  event: (subject: Text): Text => t`the event of ${subject} follows the record`,
  publish: t`the post goes to the servers that follow its channel`,
  boardPost: t`a board was asked for`,
  boardRemove: t`the board was removed`,
  passed: (subject: Text): Text => t`the deadline of ${subject} is over`,
  daysBefore: (count: number, subject: Text): Text => t`${days(count)} before the deadline of ${subject}`,
  hoursBefore: (count: number, subject: Text): Text => t`${hours(count)} before the deadline of ${subject}`,
  entry: (subject: Text, entry: number): Text => t`entry ${entry} of ${subject}`,
  unreadable: t`this release cannot read it`,
};

export const stage = {
  what,
  why,
  fires: t`Countdown`,
  retried: t`Countdown, another try`,
  passes: (subject: Text): Text => t`The deadline of ${subject} passes`,
  unreviewed: (parties: Text): Text => t`${parties}; no outcome is recorded yet`,
};
