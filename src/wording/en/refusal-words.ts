/** The pieces of the refusals: fields, reasons, limits. */
import type { ServerCap } from '../../domain/caps.js';
import type { ReversalKind } from '../../domain/entry.js';
import type { FieldName } from '../../domain/field-name.js';
import type { Refusal } from '../../domain/refusal.js';
import { command, type Part, type Text } from '../parts.js';
import { t } from '../text.js';

type Reasons<W extends Refusal['why']> = Extract<Refusal, { why: W; reason: string }>['reason'];

/** What a field is called in a sentence. */
export const FIELDS: Readonly<Record<FieldName, Text>> = {
  acted: t`the day the issuer acted`,
  'admin-channel': t`the admin channel`,
  actor: t`who did it`,
  alias: t`the other name`,
  announcements: t`the announcements channel`,
  archive: t`the archive link`,
  as: t`how they belong together`,
  at: t`the date`,
  by: t`the ultimatum that replaced it`,
  channel: t`the channel`,
  clear: t`what to clear`,
  close: t`how the dispute ends`,
  compliance: t`what the target did`,
  complied: t`the day the demand was met`,
  contact: t`the contact`,
  curators: t`the curator role`,
  deadline: t`the deadline`,
  demand: t`the demand`,
  entry: t`the entry`,
  event: t`when it happened`,
  events: t`the events setting`,
  every: t`the times`,
  extent: t`how far`,
  'follow-through': t`what the issuer did`,
  for: t`the targets it is for`,
  followThrough: t`what the issuer did`,
  format: t`the format`,
  from: t`the name that goes`,
  grade: t`the kind of source`,
  'inclusion-rule': t`what gets recorded here`,
  into: t`the name that stays`,
  issuer: t`the issuer`,
  issuers: t`the issuers`,
  ladder: t`the reminders`,
  language: t`the language`,
  licence: t`the licence`,
  name: t`the name`,
  note: t`the note`,
  part: t`the part`,
  ping: t`the role to ping`,
  public: t`who can read the record`,
  'public-name': t`the public name`,
  publish: t`what to publish`,
  quote: t`the quote`,
  reason: t`the reason`,
  remove: t`whether to remove it`,
  review: t`the review setting`,
  'review-channel': t`the review channel`,
  schedule: t`the countdown`,
  'second-source': t`the second source`,
  source: t`the source`,
  state: t`the state`,
  stated: t`the day it was said`,
  status: t`the status`,
  table: t`the table`,
  tag: t`the tag`,
  tags: t`the tags`,
  target: t`the target`,
  targets: t`the targets`,
  text: t`the text`,
  threat: t`the threat`,
  to: t`the other ultimatum`,
  topic: t`the topic`,
  ultimatum: t`the ultimatum`,
  url: t`the source`,
  what: t`what happened`,
  when: t`the day it was undone`,
  zone: t`the time zone`,
};

export const THINGS: Readonly<Record<Extract<Refusal, { why: 'not-found' }>['what'], Text>> = {
  ultimatum: t`ultimatum`,
  entry: t`entry`,
  schedule: t`countdown`,
  issuer: t`issuer`,
  draft: t`draft`,
  part: t`part`,
};

/** How to name a thing so that it is found. */
export const NAMED: typeof THINGS = {
  ultimatum: t`Pick one from the suggestions, or give its number, such as U-2.`,
  entry: t`Pick one from the suggestions, or give its number.`,
  schedule: t`Pick one from the suggestions. ${command('countdown list')} shows them all.`,
  issuer: t`Pick one from the suggestions. ${command('issuers list')} shows them all.`,
  draft: t`Please start again with the command.`,
  part: t`Leave the part out to get the first one.`,
};

/** Each follows the link. */
export const LINKS: Readonly<Record<Reasons<'bad-link'>, Text>> = {
  scheme: t`is not a web address. Give a link that starts with https:// or http://.`,
  unreadable: t`can't be read as a link. Copy the whole link from the address bar.`,
  private: t`leads to a private network that readers can't reach. Give the public address of the page.`,
  'discord-cdn': t`is a link to a Discord file, and those expire. Give the page it came from.`,
  'discord-message': t`is a Discord message: that is where it was seen, not where it was reported. Give the report itself.`,
  'discord-invite': t`is an invitation to a Discord server, not a source. Give the report itself.`,
};

export const IMPOSSIBLE: Readonly<Record<Reasons<'impossible-outcome'>, Text>> = {
  'none-before-latest': t`The deadline has not passed yet, so the demand can't be recorded as not met. Wait, or give the day the issuer acted.`,
  'none-not-due': t`The demand was not met, so the issuer had reason to act. Say what the issuer did, or that nothing was done.`,
  'late-not-due': t`The demand was met only after the deadline, so the issuer had reason to act. Say what the issuer did, or that nothing was done.`,
  'threat-not-due': t`The deadline has not passed yet, so the issuer had no reason to act yet. Choose that, or wait until it has passed.`,
  'not-due-acted': t`You chose that the issuer had no reason to act, but gave a day on which the threat was carried out. Remove the day, or choose what the issuer did.`,
};

/** Why another ultimatum can't be named there. */
export const REFERENCES: Readonly<Record<Reasons<'bad-reference'>, (other: Text) => Text>> = {
  itself: () => t`That is the same ultimatum. Pick another one.`,
  missing: (other) => t`There is no ${other} on this server. Pick one from the suggestions.`,
  hidden: (other) => t`${other} is hidden. Pick another one.`,
  circle: (other) =>
    t`${other} was itself replaced by this ultimatum. Remove that entry first, or pick another one.`,
  'linked-already': (other) => t`It is linked to ${other} like that already.`,
};

export const NOT_REVERSED: Readonly<Record<ReversalKind, Text>> = {
  'measures-lifted': t`No measures are on record that could have been lifted. Record the outcome first.`,
  'compliance-undone': t`It is not on record that the demand was met, even in part. Record the outcome first.`,
};

/** Each follows the words of the schedule. */
export const SCHEDULES: Readonly<Record<Reasons<'bad-schedule'>, Text>> = {
  unreadable: t`can't be read as a schedule. Write for example "every day at 09:00", "Tuesdays 18:00", "the 1st of every month", or five cron fields.`,
  alternating: t`can't be a schedule: every other day or week is not possible. Write for example "Tuesdays 09:00" or "the 1st and 15th of every month".`,
  'nth-day': t`can't be a schedule: a day is named by its date or its weekday, not by its place in a month. Write for example "Fridays 17:00" or "the 28th of every month 17:00".`,
  uneven: t`divides neither an hour nor a day into equal parts of whole hours. Write every 15, 20 or 30 minutes, or every 1, 2, 3, 4, 6, 8 or 12 hours.`,
  mixed: t`needs more than one schedule. Add one countdown for each of the times.`,
  'too-often': t`is more often than every 15 minutes. Write every 15, 20 or 30 minutes, or less often.`,
  never: t`never comes. Choose a day that exists.`,
};

type ChannelKind = Extract<Refusal, { why: 'channel-kind' }>['kind'];
export const CHANNELS: Readonly<Record<ChannelKind, (channel: Part) => Text>> = {
  'other-kind': (channel) =>
    t`I can't post in ${channel}. Choose a text channel, an announcement channel or a thread.`,
  'not-announcement': (channel) =>
    t`Only announcement channels can publish, and ${channel} is not one. Switch on Announcement Channel in its settings, which Discord offers in Community servers, or choose to publish nothing.`,
  archived: (channel) => t`The thread ${channel} is archived. Reopen it, or choose another channel.`,
  locked: (channel) => t`The thread ${channel} is locked. Unlock it, or choose another channel.`,
};

export const FULL: Readonly<Record<ServerCap, (max: number) => Text>> = {
  previews: (max) =>
    t`This server has ${max} unfinished previews, which is the limit. Finish or cancel some of them, or try again tomorrow.`,
  proposals: (max) =>
    t`This server has ${max} proposals waiting for a curator, which is the limit. Ask a curator to run ${command('review')}, then propose it again.`,
  schedules: (max) =>
    t`This server has ${max} countdowns, which is the limit. Remove one with ${command('countdown remove')} first.`,
  boards: (max) =>
    t`This server has ${max} boards, which is the limit. Remove one with ${command('board remove')} first.`,
  reminders: (max) =>
    t`This server has reminders in ${max} channels, which is the limit. Remove one with ${command('milestones set')} and "none" first.`,
  aliases: (max) =>
    t`This server has ${max} other names for issuers, which is the limit. Use one of the names on record.`,
};
