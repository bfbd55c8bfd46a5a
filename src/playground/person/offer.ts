/** Which commands a person's client offers in a channel. */
import type { Channel, User } from '../model.js';
import { holds } from '../permissions.js';
import type { CommandRegistry, RegisteredCommand } from '../registry.js';
import type { World } from '../world.js';

/** The commands a person's client offers in a channel. */
export function offeredCommands(
  parts: { readonly world: World; readonly registry: CommandRegistry },
  user: User,
  channel: Channel,
): readonly RegisteredCommand[] {
  const { world, registry } = parts;
  const own = world.permissions(user.id, channel);
  return registry.visibleIn(channel.guildId).filter(({ declaration }) => {
    const contexts = declaration.contexts ?? (declaration.dm_permission === false ? [0] : [0, 1]);
    if (!contexts.includes(channel.guildId === undefined ? 1 : 0)) return false;
    if (channel.guildId === undefined || registry.isAllowed(declaration.name, user.id)) return true;
    return mayUse(own, declaration.default_member_permissions);
  });
}

/** Discord hides a command from those without its default permissions; `0` leaves it to administrators. */
function mayUse(own: bigint, needed: string | null | undefined): boolean {
  if (needed === undefined || needed === null || holds(own, 'Administrator')) return true;
  const bits = BigInt(needed);
  return bits !== 0n && (own & bits) === bits;
}
