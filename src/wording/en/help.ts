/** The topics of `/help` in English. They say only what works today. */
import { code, command, strong, type Text } from '../parts.js';
import { t } from '../text.js';

/** What a topic is called in the menu, and what is read: a first line, a list, and a last line. */
interface HelpTopic {
  readonly name: string;
  readonly intro: Text;
  readonly items: readonly Text[];
  readonly outro?: Text;
}

const start: HelpTopic = {
  name: 'Where to begin',
  intro: t`${strong(t`Ultimatum keeps the public record of stated ultimatums`)}: who demanded what of whom, by when, and with which threat; how the deadline moved; and what happened in the end.`,
  items: [
    t`To record one, long-press a news post and choose Apps, ${strong(t`Record an ultimatum`)}; or use ${command('ultimatum record')}.`,
    t`See what is running with ${command('ultimatum list')}, and one with its whole history with ${command('ultimatum show')}.`,
    t`When a deadline moves, use ${command('ultimatum move')}. When it is over, use ${command('ultimatum outcome')}.`,
    t`Set up this server with ${command('setup')} (for members who can manage it).`,
  ],
  outro: t`To read more, choose a topic of ${command('help')}.`,
};

const deadlines: HelpTopic = {
  name: 'How a deadline is read',
  intro: t`${strong(t`Deadlines are kept as they were stated`)}, next to how they were read.`,
  items: [
    t`A deadline is counted from when it was said, in the issuer's time zone: "within 50 days", said on 14 July, runs until the end of 2 September there.`,
    t`"10 or 12 days" is a window and stays one. "Soon" is recorded without a date. "As early as next week" is not a deadline.`,
    t`If words have more than one meaning, you are asked; nothing is guessed. You see every reading before it is saved.`,
    t`A deadline that is over has ${strong(t`passed`)}. That says nothing about whether the demand was met.`,
  ],
};

const moves: HelpTopic = {
  name: 'When a deadline moves',
  intro: t`${strong(t`A moved deadline never replaces the one before it.`)} Each deadline keeps its own line, with what became of it.`,
  items: [
    t`${strong(t`Moved earlier`)}, ${strong(t`moved later`)}: another date, stated before the old deadline was over.`,
    t`${strong(t`Narrowed`)}: a date inside the earlier window. It is not counted as a move.`,
    t`${strong(t`Revived`)}: stated after the old deadline had passed. It is counted as a move.`,
    t`${strong(t`Paused`)} and ${strong(t`resumed`)}: nothing is counted down in between. Resuming with another date is counted as a move.`,
  ],
  outro: t`To fix a mistake of our own, use ${command('ultimatum correct')}. It is shown as a correction and never counted as a move.`,
};

const outcomes: HelpTopic = {
  name: 'What an outcome means',
  intro: t`${strong(t`The headline of an outcome is worked out, never typed`)}: from what the target did and what the issuer did about the threat.`,
  items: [
    t`${strong(t`Met`)}: the demand was met in full by the deadline in force on the day it happened. "(after 3 moves)" counts the moves before it.`,
    t`${strong(t`Settled`)}: the parties came to terms. ${strong(t`Partly met`)}: part of the demand was met. ${strong(t`Complied late`)}: the demand was met after the deadline.`,
    t`${strong(t`Not met, carried out`)}, ${strong(t`partly carried out`)} or ${strong(t`not carried out`)}: what became of the threat. "Early" and "late" compare that with the deadline.`,
    t`${strong(t`Unresolved`)}: the sources don't allow a verdict. ${strong(t`Split`)}: the targets' outcomes differ.`,
    t`An outcome needs one source in the issuer's own words or a record, or two reports. Anyone can dispute it with ${command('ultimatum dispute')}.`,
  ],
};

const sources: HelpTopic = {
  name: 'What counts as a source',
  intro: t`${strong(t`Every date that is shown has a statement behind it`)}: the quote, the link, and when it was said.`,
  items: [
    t`A link counts as a report unless it is marked as the issuer's own words or a record.`,
    t`A Discord message shows where something was seen; it is not a source.`,
    t`An ultimatum without any source is marked as unsourced and left out of all figures.`,
    t`Next to each link is a link to an archived copy from the day it was recorded.`,
  ],
};

const countdowns: HelpTopic = {
  name: 'Countdowns and reminders',
  intro: t`${strong(t`What is posted automatically`)} once it is set up:`,
  items: [
    t`${command('countdown add')} posts a list of what is running in a channel, on a schedule such as ${code('every day at 09:00')} or five cron fields. It is sent silently, and skipped when nothing is running.`,
    t`${command('countdown edit')} changes a countdown, ${command('countdown list')} shows its next post and why one stopped, and ${command('countdown log')} shows what was posted, late, skipped or failed, and why.`,
    t`${command('board set')} keeps one message up to date, editing it at most once every 5 minutes. If someone deletes it, it stays gone until you set it again.`,
    t`${command('milestones set')} posts reminders before each deadline: by default 7 days before, 1 day before, and when it passes. They follow a deadline that moves; more than three on one day become one list. ${code('ladder: none')} turns them off.`,
    t`Each record, move and outcome is announced once, in the channel chosen with ${command('settings set')}.`,
  ],
  outro: t`Nobody is pinged unless a role was chosen, and never everyone.`,
};

const review: HelpTopic = {
  name: 'Who can record, and review',
  intro: t`${strong(t`Curators keep the record`)}: the role chosen with ${command('settings set')}, and members who can manage the server.`,
  items: [
    t`Everyone can read the record and propose changes. A proposal waits in ${command('review')} until a curator accepts or declines it. Each member can have three waiting at a time; ${command('proposals')} shows yours and takes them back.`,
    t`${command('review')} also lists deadlines that passed and have no outcome yet. They count as neither "met" nor "missed".`,
  ],
};

export const help = {
  description: 'Read how the record works and what its words mean',
  topic: 'What to read about',
  topics: { start, deadlines, moves, outcomes, sources, countdowns, review },
};
