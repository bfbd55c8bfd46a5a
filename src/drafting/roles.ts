/** Whether a role can be chosen. */
import type { Context } from '../discord/command.js';
import type { Refusal } from '../domain/refusal.js';

type RoleContext = Pick<Context, 'channels' | 'guild'>;

/** Why a role can't be chosen; null where it can. `everyone`: the refusal of the role that every member has. */
export async function knownRole(
  role: string,
  everyone: 'everyone-ping' | 'everyone-curators',
  { channels, guild }: RoleContext,
): Promise<Refusal | null> {
  // The role that every member has carries the id of the server.
  if (role === guild) return { why: everyone };
  return (await channels.hasRole(guild, role)) ? null : { why: 'unknown-role' };
}
