/** Why something was not posted or does not run, in English. Each text is a clause without its full stop. */
import { DateTime } from 'luxon';
import type { ChannelProblem, Failure, Remedy } from '../../domain/failure.js';
import { said, type Text } from '../parts.js';
import { sentenceOf, type Sentences } from '../sentences.js';
import { capitalized, t, textOf } from '../text.js';
import { listed, plural } from './plural.js';
import { permissions } from './permissions.js';
import type { RecordInstant } from '../../domain/instant.js';

const minute = (instant: RecordInstant): Text =>
  textOf(DateTime.fromMillis(instant, { zone: 'utc' }).toFormat('yyyy-MM-dd HH:mm'));

const PROBLEMS: Sentences<ChannelProblem> = {
  'channel-gone': () => t`the channel is gone`,
  'bot-removed': () => t`the bot is no longer in the server`,
  'other-kind': () => t`it is not a channel that takes messages`,
  'no-history': () => t`the bot may not read the channel, so it cannot see whether this was posted already`,
  'cannot-see': () => t`the bot may not see the channel`,
  'cannot-post': () => t`the bot may not post in the channel`,
  'cannot-reply': () => t`the bot may not read the message it would reply to`,
  'thread-archived': () => t`the thread is archived and the bot may not open it`,
  'thread-locked': () => t`the thread is locked`,
  'discord-said': (why) => t`Discord says "${said(why.words)}"`,
};

const problem = (why: ChannelProblem): Text => sentenceOf(PROBLEMS, why.kind, why);

/** A sentence without its full stop. */
const REMEDIES: Sentences<Remedy> = {
  'choose-channel': () => t`Choose another channel`,
  'choose-postable': () => t`Choose a text channel, an announcement channel or a thread`,
  invite: () => t`Invite it again`,
  'check-permissions': () =>
    t`Check that the bot has View Channel, Send Messages and Read Message History there`,
  'no-permission-missing': () =>
    t`The bot seems to have every permission it needs there. If this continues, choose another channel`,
  'open-thread': () => t`Open the thread again, or choose another channel`,
  'unlock-thread': () => t`Unlock the thread, or choose another channel`,
  'wait-for-limit': () => t`It is a limit of Discord that passes. If slow mode is on there, shorten it`,
  'check-settings': () =>
    t`Look at the channel's settings and at the bot's permissions there, or choose another channel`,
  'give-permissions': (what) =>
    t`Give the bot ${listed(what.permissions.map((permission) => permissions[permission]))} there`,
};

const remedy = (what: Remedy): Text => sentenceOf(REMEDIES, what.kind, what);

function closed(why: ChannelProblem, mend: Remedy | null): Text {
  return mend === null ? problem(why) : t`${problem(why)}. ${remedy(mend)}`;
}

function missed({ count, because, replaced }: Extract<Failure, { kind: 'missed' }>): Text {
  const why =
    because === 'channel' ? t`missed while nothing could be posted there` : t`missed while the bot was down`;
  const many = plural(count, { one: t``, other: t`: ${count} lists from this one on` });
  const instead = replaced ? t`a newer one was posted instead` : t`the next one was due sooner`;
  return t`${why}${many}; ${instead}`;
}

function withEarlier(text: Text, earlier: Failure | null): Text {
  return earlier === null ? text : t`${text}. Before that: ${reason(earlier)}`;
}

const REASONS: Sentences<Failure> = {
  closed: (failure) => closed(failure.why, failure.remedy),
  'nothing-to-edit': () => t`there was nothing to edit`,
  'nothing-to-say': () => t`nothing was left to say`,
  listed: () => t`included in the list of that day`,
  'listed-soon': () => t`included in a list that is being posted`,
  'board-replaced': () => t`the board was set again`,
  'board-deleted': () => t`someone deleted the board; /board set puts up a new one`,
  'board-unchanged': () => t`the board was already up to date`,
  'board-stopped': () => t`the board is no longer kept`,
  'board-paced': () => t`edited less than 5 minutes ago`,
  'board-not-posted': () => t`the board is not posted yet`,
  'event-unchanged': () => t`the event was already up to date`,
  'event-deleted': () => t`somebody deleted the event; it is made again when events are switched off and on`,
  'event-being-made': () => t`the event is being made`,
  'too-many-events': () => t`the server has as many events as Discord allows`,
  'cannot-create-events': () => t`the bot lacks Create Events in this server`,
  'nothing-to-publish': () => t`the post was deleted, or is no longer to be published`,
  'not-published-here': () => t`only announcement channels can publish, and this is not one`,
  'too-many-published': () => t`Discord publishes at most 10 posts of a channel in an hour`,
  'published-edits': () => t`Discord allows 3 edits of a published post in an hour`,
  expired: (failure) => withEarlier(t`missed: it was too late to be worth posting`, failure.earlier),
  overtaken: (failure) => withEarlier(t`a later post took its place`, failure.earlier),
  missed: (failure) => missed(failure),
  automod: () => t`AutoMod blocked the post`,
  'too-many-edits': () => t`Discord allows no more edits of this older message for now`,
  'rate-limit': () => t`Discord makes the bot wait before it can post there`,
  'invalid-requests': () => t`held back because Discord refused too many requests recently`,
  unreachable: () => t`Discord could not be reached`,
  token: () => t`Discord no longer accepts the token`,
  'slot-missed': () => t`there was no slot to send it in time`,
  database: () => t`the database could not be reached or written to`,
  'wait-until': (failure) => t`Discord lets the bot post there again from ${minute(failure.until)} UTC`,
  'discord-said': (failure) => t`Discord says "${said(failure.words)}"`,
  'discord-status': (failure) => t`Discord answered ${failure.status}`,
  'not-from-discord': (failure) => t`something other than Discord answered (${failure.status})`,
  mistake: (failure) =>
    failure.error === null ? t`an error in the bot` : t`an error in the bot: ${said(failure.error)}`,
  'row-damaged': (failure) => t`its row in the database is damaged: ${said(failure.error)}`,
  'record-damaged': (failure) =>
    t`its record is damaged, or this release of the bot cannot read it: ${said(failure.error)}`,
  'passing-refused': ({ why }) =>
    why === null
      ? t`its record is damaged: the list says that its deadline has passed, and its entries do not`
      : t`its record is damaged: the list says that its deadline has passed, and the entries do not allow it (${said(why)})`,
  'unreadable-scope': () => t`what it lists can no longer be read. Choose it again with /countdown edit`,
  'unknown-zone': (failure) =>
    t`this computer does not know the time zone ${said(failure.zone)}. Choose another with /countdown edit, or update Node`,
  'unreadable-cron': (failure) =>
    t`its schedule "${said(failure.cron)}" cannot be read. Choose another with /countdown edit`,
  text: (failure) => [said(failure.text.replace(/\.$/, ''))],
};

const reason = (failure: Failure): Text => sentenceOf(REASONS, failure.kind, failure);

/** Whether all there is to do is to choose another channel. */
const isChoice = (mend: Remedy | null): boolean =>
  mend?.kind === 'choose-channel' || mend?.kind === 'choose-postable';

function cause(failure: Failure): Text {
  return failure.kind === 'closed' && isChoice(failure.remedy) ? problem(failure.why) : reason(failure);
}

export const delivery = {
  /** A clause without its full stop: for the end of a sentence. */
  reason,
  /** The same, for a place where the next sentence says with which command to choose another channel. */
  cause,
  /** A whole sentence. */
  sentence: (failure: Failure): Text => t`${capitalized(reason(failure))}.`,
};
