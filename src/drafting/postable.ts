import type { Context } from '../discord/command.js';
import type { Blocked } from '../discord/views/index.js';
import type { Refusal } from '../domain/refusal.js';
import { refusalText } from '../wording/refusal.js';

/**
 * Why a post can't be made in a channel, as far as it is known without asking Discord; null where nothing speaks
 * against it.
 */
export async function whyNotPosted(channel: string, context: Context): Promise<Blocked | null> {
  const { posts, botPermissions } = context;
  const closed = await posts.closed(channel);
  if (closed !== null) return context.words.delivery.sentence(closed.reason);
  if (channel !== context.channel || botPermissions === null) return null;
  const refusal = await postable(channel, context);
  return refusal === null ? null : refusalText(context.words, refusal);
}

type Asking = Pick<Context, 'channels' | 'guild'>;

/** Why nothing can be posted in a channel, by the names of what is missing; null where it can. */
export async function postable(channel: string, { channels, guild }: Asking): Promise<Refusal | null> {
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
