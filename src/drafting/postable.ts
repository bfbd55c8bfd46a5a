/** Whether the bot can post in a channel, and why not. */
import type { Context } from '../discord/command.js';
import type { Refusal } from '../domain/refusal.js';
import type { Text } from '../wording/parts.js';
import { refusalText } from '../wording/refusal.js';

/** Why a post can't be made in a channel, as far as this is known without asking Discord: a sentence; null where it can. */
export async function whyNotPosted(channel: string, context: Context): Promise<Text | null> {
  const { posts, botPermissions } = context;
  const closed = await posts.closed(channel);
  if (closed !== null) return context.words.delivery.sentence(closed.reason);
  if (channel !== context.channel || botPermissions === null) return null;
  const refusal = await postable(channel, context);
  return refusal === null ? null : refusalText(context.words, refusal);
}

interface ChannelContext extends Pick<Context, 'guild'> {
  readonly channels: Pick<Context['channels'], 'check'>;
}

/** Why nothing can be posted in a channel, such as the permissions that are missing; null where it can. */
export async function postable(
  channel: string,
  { channels, guild }: ChannelContext,
): Promise<Refusal | null> {
  const check = await channels.check(guild, channel);
  if (check.ok) return null;
  switch (check.why) {
    case 'unknown':
      return { why: 'unknown-channel', channel };
    case 'missing':
      return { why: 'missing-permissions', channel, permissions: check.permissions };
    case 'other-kind':
    case 'archived':
    case 'locked':
      return { why: 'channel-kind', channel, kind: check.why };
  }
}
