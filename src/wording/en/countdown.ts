/** `/countdown` in English. */
import { command, strong, type Part, type Text } from '../parts.js';
import { subject } from '../subject.js';
import { t } from '../text.js';

const retries = t`Ultimatum retries within an hour.`;

export const countdown = {
  add: {
    description: 'Post a list of what is running, or of the last week, on a schedule',
    channel: 'Where to post it',
    zone: "Time zone or city; if left out, the server's",
  },
  edit: {
    description: 'Change where, when or what a countdown posts',
    channel: 'Another channel',
    zone: 'Another time zone or city',
  },
  list: { description: 'List the countdowns and boards of this server, with their last and next posts' },
  pause: { description: 'Pause a countdown until you resume it' },
  resume: { description: 'Resume a paused or stopped countdown' },
  remove: { description: 'Remove a countdown' },
  log: {
    description: 'Show what was posted, late, skipped or failed, and why, newest first',
    channel: 'Only this channel',
    status: 'Only posts with this result',
  },
  options: {
    every: 'When: every day at 09:00, weekdays 18:00, Mondays 09:00, or five cron fields',
    what: 'Everything, only one issuer, tag or ultimatum, or what happened in the last week',
    schedule: 'Which countdown',
  },

  scopes: {
    all: t`Everything that is running`,
    issuer: (name: Part) => t`Issuer: ${name}`,
    tag: (name: Part) => t`Tag: ${name}`,
    ultimatum: subject,
    week: t`The last week`,
  },
  schedule: (when: Text, place: Text) => t`${when} in ${place}`,
  /** In the autocomplete; it begins with the number that it stands for. */
  suggestion: (id: number, scope: Text, schedule: Text) => t`${id}: ${scope}, ${schedule}`,

  preview: {
    added: t`Not saved yet: new countdown`,
    changed: (id: number) => t`Not saved yet: changes to countdown ${id}`,
    summary: (scope: Text, channel: Part, schedule: Text) => t`${scope}, in ${channel}, ${schedule}.`,
    next: t`The next five posts, in the schedule's time zone:`,
    post: (index: number, day: Text, time: Text, relative: Part) => t`${index}. ${day}, ${time}, ${relative}`,
    note: t`Sent silently. Skipped when nothing is running.`,
    noteOfWeek: t`Sent silently. Skipped when nothing moved, passed, was closed or corrected in the seven days before.`,
    nothingInWeek: t`Nothing moved, passed, was closed or corrected in the last seven days, so nothing would be posted.`,
    nothing: t`Nothing is running now, so nothing would be posted.`,
    save: 'Save',
    show: 'Preview the list',
    cancel: 'Cancel',
  },
  saved: (id: number, next: Part, channel: Part) =>
    t`Saved as countdown ${id}. Next post ${next}, in ${channel}.`,
  cancelled: t`Nothing was saved.`,
  paused: (id: number) =>
    t`Countdown ${id} is paused. To start it again, use ${command('countdown resume')}.`,
  resumed: (id: number, next: Part, channel: Part) =>
    t`Countdown ${id} resumed. Next post ${next}, in ${channel}.`,
  removed: (id: number) => t`Countdown ${id} was removed. Its posts stay.`,

  overview: {
    heading: t`Countdowns`,
    empty: t`There are no countdowns yet. Add one with ${command('countdown add')}.`,
    more: (count: number) => t`and ${count} more`,
    countdown: (id: number, scope: Text, channel: Part, schedule: Text) =>
      t`${strong(t`${id}`)}: ${scope}, in ${channel}, ${schedule}.`,
    isPaused: strong(t`Paused.`),
    isStopped: strong(t`Stopped.`),
    notPosted: t`No post yet.`,
    lastPost: (relative: Part) => t`Last post ${relative}.`,
    nextPost: (relative: Part) => t`Next post ${relative}.`,
    reason: (why: Text) => t`${why}.`,
    retriedOrResumed: t`${retries} To retry now, use ${command('countdown resume')}.`,
    gone: t`It is not retried. Choose another channel with ${command('countdown edit')}, or remove it with ${command('countdown remove')}.`,
    keepsTrying: t`Ultimatum keeps trying. To retry now, use ${command('countdown resume')}. If this keeps happening, please tell whoever hosts this bot.`,
    newestFailed: (why: Text) => t`The newest list was not posted: ${why}.`,
    newestWaits: (why: Text) => t`The newest list is waiting: ${why}.`,
    closedChannel: (channel: Part) => t`${strong(t`Stopped`)} in ${channel}.`,
    retries,
    passingHeldUp: (number: number) =>
      t`${strong(subject(number))}: its deadline is over, but that could not be recorded.`,
    postHeldUp: t`${strong(t`A post`)} could not be made.`,
    heldUp: (why: Text, relative: Part) =>
      t`${why}. The next attempt is ${relative}. If this keeps happening, please tell whoever hosts this bot.`,
    board: (channel: Part) => t`${strong(t`Board`)} in ${channel}.`,
    boardNotPosted: t`Not posted yet.`,
    boardUpdated: (relative: Part) => t`Last updated ${relative}.`,
    boardDeleted: t`${strong(t`Stopped.`)} Someone deleted it. To post a new one, use ${command('board set')}.`,
    boardBroken: t`${strong(t`Stopped.`)} It can no longer be posted there. Choose another channel with ${command('board set')}.`,
  },
};
