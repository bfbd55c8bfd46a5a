import type { Context } from '../../src/discord/command.js';
import type { Refusal } from '../../src/domain/refusal.js';

type Asking = Pick<Context, 'hall' | 'guild'>;

/** Why nothing can be posted in a channel, by the names of what is missing; null where it can. */
export async function postable(channel: string, { hall, guild }: Asking): Promise<Refusal | null> {
  const check = await hall.check(guild, channel);
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
