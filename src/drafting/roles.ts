import type { Context } from '../discord/command.js';
import type { Refusal } from '../domain/refusal.js';

type Asking = Pick<Context, 'channels' | 'guild'>;

/** Why a role cannot be chosen; null where it can. `everyone`: what is said of the role that everybody has. */
export async function knownRole(
  role: string,
  everyone: 'everyone-ping' | 'everyone-curators',
  { channels, guild }: Asking,
): Promise<Refusal | null> {
  // The role of everybody has the server's own id.
  if (role === guild) return { why: everyone };
  return (await channels.hasRole(guild, role)) ? null : { why: 'unknown-role' };
}
