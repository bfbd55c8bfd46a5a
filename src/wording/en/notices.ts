/** What the people who manage a server are told when something can't be posted, in English. */
import type { AdminNotice, Failure } from '../../domain/failure.js';
import { command, mention, said, type Part, type Text } from '../parts.js';
import { capitalized, t } from '../text.js';
import { delivery } from './delivery.js';
import type { RecordInstant } from '../../domain/instant.js';

const TRIED_AGAIN = t`Ultimatum keeps trying. Please tell whoever hosts the bot.`;

/** `until` is ms UTC. */
const relative = (until: RecordInstant): Part => ({
  kind: 'time',
  instant: until,
  style: 'relative',
  text: 'later',
});

interface ClosedNotice {
  /** Its id. */
  readonly channel: string;
  readonly reason: Failure;
  /** It will not be tried again. */
  readonly gone: boolean;
  /** What to do with its countdowns follows. */
  readonly countdowns: boolean;
}

/** Why nothing can be posted in a channel, and what would mend it. */
function closed({ channel, reason, gone, countdowns }: ClosedNotice): Text {
  const where = mention('channel', channel);
  const why = gone && countdowns ? delivery.cause(reason) : delivery.reason(reason);
  return gone
    ? t`Nothing can be posted in ${where} any more: ${why}.`
    : t`Nothing can be posted in ${where}: ${why}.`;
}

function notice(about: AdminNotice): Text {
  if (about.kind === 'passing-failed')
    return t`The deadline of U-${about.number} has passed, but the bot could not record that. ${TRIED_AGAIN}`;
  const where = mention('channel', about.channel);
  switch (about.kind) {
    case 'automod':
      return t`${where}: AutoMod blocked a post of this bot there. Exempt the bot, or change the rule.`;
    case 'cannot-create-events':
      return t`I can't keep the events of this server: I lack Create Events. Give it to my role in the server's settings, or switch events off with /settings set. I try again every 6 hours.`;
    case 'left-unpublished':
      return t`${where}: a post there was not published to the servers that follow it, because Discord publishes at most 10 posts of a channel in an hour. To publish fewer kinds of posts, use /settings set publish.`;
    case 'board-deleted':
      return t`${where}: someone deleted the board. It will not be posted again; /board set puts up a new one.`;
    case 'refused':
      return t`${where}: Discord did not accept a post of this bot there, so it was not posted. Discord says "${said(about.words)}". If it happens again, tell whoever hosts the bot.`;
    case 'wait':
      return t`${where}: Discord lets this bot post there again ${relative(about.until)}, and posts wait until then. If slow mode is on there, shorten it or exempt the bot.`;
    case 'text':
      return t`${where}: ${said(about.text)}`;
    case 'post-stuck':
      return t`A post for ${where} could not be taken up. ${TRIED_AGAIN}`;
    case 'post-failed':
      return t`A post in ${where} could not be made because of an error in the bot. ${TRIED_AGAIN}`;
    case 'board-failed':
      return t`The board in ${where} could not be made because of an error in the bot. ${TRIED_AGAIN}`;
    case 'countdown-stopped':
      return t`Countdown ${about.id} in ${where} has stopped. ${capitalized(delivery.reason(about.reason))}.`;
  }
}

export const notices = {
  closed,
  notice,
  /** What becomes of a closed channel. */
  retried: t`Ultimatum retries within an hour.`,
  retriedWithCountdowns: t`Ultimatum retries within an hour. To retry now, use ${command('countdown resume')}.`,
  notRetried: t`Its countdowns are not tried again: choose another channel with ${command('countdown edit')}, or use ${command('countdown remove')}.`,
};
