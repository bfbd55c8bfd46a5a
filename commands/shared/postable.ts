import type { Context } from '../../src/discord/command.js';
import type { Refusal } from '../../src/domain/refusal.js';

/** Why nothing can be posted in a channel, by the names of what is missing; null where it can. */
export async function postable(channel: string, { hall }: Pick<Context, 'hall'>): Promise<Refusal | null> {
  const permissions = await hall.missingPermissions(channel);
  if (permissions === null) return { why: 'unknown-channel', channel };
  return permissions.length === 0 ? null : { why: 'missing-permissions', channel, permissions };
}
