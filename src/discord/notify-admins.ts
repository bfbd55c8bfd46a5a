import { createHash } from 'node:crypto';
import type { ClosedChannel, Store } from '../store/port/index.js';
import type { Channels } from './command.js';
import type { Log } from './log.js';
import { safeError } from './safe-error.js';
import type { AdminNotice } from './post-errors.js';
import { safe } from './views/text.js';

export interface NotifyDeps {
  readonly store: Store;
  readonly channels: Channels;
  readonly log: Log;
}

/** What is wrong with a channel and what mends it, for whoever can. */
export function closedText({ channel, reason, until }: ClosedChannel): string {
  return `Nothing can be posted in <#${channel}>${until === null ? ' any more' : ''}: ${safe(reason, 350)}`;
}

/** The fact that keeps what nobody in a server could be told yet. */
export const untoldFact = (guild: string): string => `untold ${guild}`;

const RETRIED = 'It is tried again by itself, at the latest an hour from the last time';

/** What becomes of it, and of its countdowns if it has some; nothing of a channel that is gone and has none. */
function nextText({ until, author }: ClosedChannel): string {
  if (until !== null)
    return `\n-# ${RETRIED}${author === null ? '' : '; /countdown resume does so at once'}.`;
  return author === null
    ? ''
    : '\n-# Its countdowns are not tried again: choose another channel with /countdown edit, or use /countdown remove.';
}

/**
 * Tells those who can mend a closed channel, once for as long as it stays closed: in the admin channel, else in the
 * review channel or the announcements channel, there with the name of whoever set up the countdown. Where nothing can
 * be posted at all it waits for their next command.
 */
export async function tellClosedChannel(closed: ClosedChannel, telling: NotifyDeps): Promise<void> {
  if (closed.told) return;
  const { store, log } = telling;
  const text = closedText(closed) + nextText(closed);
  const key = `${closed.channel} ${closed.reason}`;
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

/** Tells of something that is about no closed channel; false where nobody could be told yet. */
export function tellNotice(
  {
    guild,
    channel,
    author,
    text,
    key,
  }: Message & {
    readonly guild: string;
    readonly channel: string | null;
    readonly author: string | null;
  },
  telling: NotifyDeps,
): Promise<boolean> {
  return told(telling, { guild, channel: channel ?? '', author }, { text, key });
}

/**
 * A post that was refused for a reason that people can mend; told once a day and channel, in the refused channel itself
 * where there is no other. Where nobody can be told, it waits for the next command of somebody who can mend it.
 */
export async function tellRefused(
  { guild, channel }: Pick<ClosedChannel, 'guild' | 'channel'>,
  { key, text }: AdminNotice,
  now: number,
  telling: NotifyDeps,
): Promise<void> {
  const { store } = telling;
  const fact = `refused ${channel}`;
  const today = new Date(now).toISOString().slice(0, 10);
  const said = `${today} ${key}`;
  if ((await store.fact(fact)) === said) return;
  const message = { text: `<#${channel}>: ${text}`, key: `${channel} ${said}` };
  const heard = await told(telling, { guild, channel, author: null }, message, [channel]);
  if (!heard) await store.saveFact(untoldFact(guild), message.text);
  await store.saveFact(fact, said);
}
