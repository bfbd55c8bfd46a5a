/** The panel of the stage: what is due next and what became of each post, in English. */
import type { Text } from '../parts.js';
import { t } from '../text.js';
import { days, hours } from './plural.js';

/** What a post or an edit is. */
const what = {
  unreadable: t`Post of another release`,
  passed: t`Post: deadline passed`,
  announcement: t`Post: announcement`,
  correction: t`Post: correction`,
  milestone: t`Post: milestone`,
  edit: t`Edit of an earlier post`,
  digest: t`Post: countdown`,
  nudge: t`Post: reminder to curators`,
  board: t`Board, posted or edited`,
};

/** Why it is made. */
const why = {
  digest: (schedule: number): Text => t`countdown ${schedule} fires`,
  nudge: t`deadlines passed and not yet reviewed`,
  boardPost: t`the board is to be posted`,
  boardRemove: t`the board is to be removed`,
  passed: (subject: Text): Text => t`the deadline of ${subject} is over`,
  daysBefore: (count: number, subject: Text): Text => t`${days(count)} before the deadline of ${subject}`,
  hoursBefore: (count: number, subject: Text): Text => t`${hours(count)} before the deadline of ${subject}`,
  entry: (subject: Text, entry: number): Text => t`${subject}, entry ${entry}`,
  entryOfDeadline: (subject: Text, entry: number, version: number): Text =>
    t`${subject}, entry ${entry}, deadline version ${version}`,
  unreadable: t`this release cannot read it`,
};

export const stage = {
  what,
  why,
  fires: t`Countdown fires`,
  retried: t`Countdown is tried again`,
  passes: (subject: Text): Text => t`${subject}: the deadline passes`,
  unreviewed: (parties: Text): Text => t`${parties}; nobody recorded an outcome yet`,
};
