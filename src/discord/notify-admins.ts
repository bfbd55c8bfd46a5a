/** Tells someone who can fix it what is wrong with a channel. */
import { createHash } from 'node:crypto';
import type { AdminNotice, UntoldNotice } from '../domain/failure.js';
import { keepUntold } from '../posting/untold.js';
import type { ChannelStore, ClosedChannel, FactStore, ServerStore } from '../store/port/index.js';
import { small, plain, type Line, type Text } from '../wording/parts.js';
import type { Words } from '../wording/index.js';
import type { Channels } from './command.js';
import { drawLines, drawText } from './draw.js';
import type { Log } from './log.js';
import { safeError } from './safe-error.js';
import type { RecordInstant } from '../domain/instant.js';

export interface NotifyDeps {
  readonly store: ChannelStore & FactStore & Pick<ServerStore, 'settings'>;
  readonly channels: Channels;
  readonly log: Log;
  /** The words in which people are told. */
  readonly words: Words;
}

/** What is wrong with a channel and what mends it, for whoever can. */
export function closedText({ channel, reason, until }: ClosedChannel, { notices }: Words): Text {
  return notices.closed({ channel, reason, gone: until === null, countdowns: false });
}

/** The same, and what becomes of its countdowns if it has some. */
function closedLines(closed: ClosedChannel, words: Words): readonly (Line | null)[] {
  const { channel, reason, until, author } = closed;
  const about = { channel, reason, gone: until === null, countdowns: author !== null };
  return [plain(words.notices.closed(about)), nextLine(closed, words)];
}

/** What becomes of it, and of its countdowns if it has some; nothing of a channel that is gone and has none. */
function nextLine({ until, author }: ClosedChannel, { notices }: Words): Line | null {
  if (until !== null) return small(author === null ? notices.retried : notices.retriedWithCountdowns);
  return author === null ? null : small(notices.notRetried);
}

/**
 * Tells those who can mend a closed channel, once for as long as it stays closed: in the admin channel, else in the
 * review channel or the announcements channel, there with the name of whoever set up the countdown. Where nothing can
 * be posted at all it waits for their next command.
 */
export async function tellClosedChannel(closed: ClosedChannel, telling: NotifyDeps): Promise<void> {
  if (closed.told) return;
  const { store, log, words } = telling;
  const text = drawLines(closedLines(closed, words));
  const key = `${closed.channel} ${JSON.stringify(closed.reason)}`;
  if (await told(telling, closed, { text, key })) await store.told(closed.guild, closed.channel);
  else log.warn({ guild: closed.guild, channel: closed.channel }, 'nobody could be told yet');
}

interface Message {
  readonly text: string;
  /** Two processes that tell the same are one message: its nonce is made of this. */
  readonly key: string;
}

/** Whether somebody could be told: in the first channel that takes it, at last in those of `last`. */
async function told(
  { store, channels, log }: NotifyDeps,
  { guild, channel, author }: Pick<ClosedChannel, 'guild' | 'channel' | 'author'>,
  { text, key }: Message,
  last: readonly string[] = [],
): Promise<boolean> {
  const { adminChannel, reviewChannel, announcements } = await store.settings(guild);
  const nonce = createHash('sha256').update(key).digest('base64url').slice(0, 22);
  const others = [adminChannel, reviewChannel, announcements].filter((one) => one !== channel);
  for (const target of new Set([...others, ...last])) {
    if (target === null || (await store.closed(guild, target)) !== null) continue;
    const mention = target === adminChannel ? null : author;
    const content = mention === null ? text : `<@${mention}> ${text}`;
    try {
      await channels.post(target, { content }, { nonce, mention });
      return true;
    } catch (error) {
      log.warn({ err: safeError(error), channel: target }, 'nobody could be told there');
    }
  }
  return false;
}

interface TroubleNotice {
  readonly guild: string;
  readonly author: string | null;
  readonly about: AdminNotice;
  readonly key: string;
}

/** Tells of something that is about no closed channel; false where nobody could be told yet. */
export function tellNotice(
  { guild, author, about, key }: TroubleNotice,
  telling: NotifyDeps,
): Promise<boolean> {
  const channel = 'channel' in about ? about.channel : '';
  const text = drawText(telling.words.notices.notice(about));
  return told(telling, { guild, channel, author }, { text, key });
}

/** What tells one notice from another of the same channel and day. */
const keyOf = (about: UntoldNotice) => (about.kind === 'refused' ? `refused ${about.code}` : about.kind);

/**
 * A post that was refused for a reason that people can mend; told once a day and channel, in the refused channel itself
 * where there is no other. Where nobody can be told, it waits for the next command of somebody who can mend it.
 */
export async function tellRefused(
  { guild, channel }: Pick<ClosedChannel, 'guild' | 'channel'>,
  about: UntoldNotice,
  now: RecordInstant,
  telling: NotifyDeps,
): Promise<void> {
  const { store } = telling;
  const fact = `refused ${channel}`;
  const today = new Date(now).toISOString().slice(0, 10);
  const said = `${today} ${keyOf(about)}`;
  if ((await store.fact(fact)) === said) return;
  const message = { text: drawText(telling.words.notices.notice(about)), key: `${channel} ${said}` };
  const heard = await told(telling, { guild, channel, author: null }, message, [channel]);
  if (!heard) await keepUntold(store, guild, about);
  await store.saveFact(fact, said);
}
