/** Discord's permission bits and how it computes them. */

/** Discord's permission bits by the names its own documentation uses; those a text bot can meet. */
const permissionBits = {
  KickMembers: 1n << 1n,
  BanMembers: 1n << 2n,
  Administrator: 1n << 3n,
  ManageChannels: 1n << 4n,
  ManageGuild: 1n << 5n,
  AddReactions: 1n << 6n,
  ViewChannel: 1n << 10n,
  SendMessages: 1n << 11n,
  ManageMessages: 1n << 13n,
  EmbedLinks: 1n << 14n,
  AttachFiles: 1n << 15n,
  ReadMessageHistory: 1n << 16n,
  MentionEveryone: 1n << 17n,
  ManageRoles: 1n << 28n,
  ManageWebhooks: 1n << 29n,
  UseApplicationCommands: 1n << 31n,
  ManageEvents: 1n << 33n,
  ManageThreads: 1n << 34n,
  SendMessagesInThreads: 1n << 38n,
  CreateEvents: 1n << 44n,
} as const;

export type PermissionName = keyof typeof permissionBits;

/** Every bit Discord may set, which is what an owner or administrator has. */
export const allPermissions = (1n << 53n) - 1n;

/** Turn readable names into a bit set. */
export function bitsOf(names: readonly PermissionName[]): bigint {
  return names.reduce((bits, name) => bits | permissionBits[name], 0n);
}

/** Whether a bit set holds a named permission. */
export function holds(bits: bigint, name: PermissionName): boolean {
  return (bits & permissionBits[name]) !== 0n;
}

/** One allow/deny pair of a channel, for a role or for a single member. */
export interface Overwrite {
  readonly id: string;
  readonly kind: 'role' | 'member';
  readonly allow: bigint;
  readonly deny: bigint;
}

/** What the computation needs to know of a member, in Discord's order of precedence. */
export interface MemberRights {
  readonly userId: string;
  readonly isOwner: boolean;
  readonly everyone: { readonly id: string; readonly permissions: bigint };
  readonly roles: readonly { readonly id: string; readonly permissions: bigint }[];
}

/** Permissions in a whole server, before any channel has its say. */
export function basePermissions(standing: MemberRights): bigint {
  const bits = standing.roles.reduce((sum, role) => sum | role.permissions, standing.everyone.permissions);
  return standing.isOwner || holds(bits, 'Administrator') ? allPermissions : bits;
}

/** Permissions in one channel: @everyone's overwrite, then all the roles' together, then the member's own. */
export function channelPermissions(standing: MemberRights, overwrites: readonly Overwrite[]): bigint {
  const base = basePermissions(standing);
  if (base === allPermissions) return base;
  const roleIds = new Set(standing.roles.map((role) => role.id));
  const steps = [
    overwrites.filter((one) => one.id === standing.everyone.id),
    overwrites.filter((one) => one.kind === 'role' && roleIds.has(one.id)),
    overwrites.filter((one) => one.kind === 'member' && one.id === standing.userId),
  ];
  const bits = steps.reduce(applyStep, base);
  // Who cannot see a channel can do nothing in it, whatever the other bits say.
  return holds(bits, 'ViewChannel') ? bits : 0n;
}

function applyStep(bits: bigint, step: readonly Overwrite[]): bigint {
  const deny = step.reduce((sum, one) => sum | one.deny, 0n);
  const allow = step.reduce((sum, one) => sum | one.allow, 0n);
  return (bits & ~deny) | allow;
}
