/** What the bot may do in a channel, as Discord computes it. */
import { ChannelType, OverwriteType, PermissionFlagsBits, type APIOverwrite, type APIRole } from 'discord.js';
import type { Permission } from '../domain/permission.js';
import { POSTABLE_TYPES } from './option.js';

const THREADS: ReadonlySet<number> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
]);
/** As a number, which is how the kinds of channels come. */
const ANNOUNCEMENT: number = ChannelType.GuildAnnouncement;
const TYPES: ReadonlySet<number> = new Set(POSTABLE_TYPES);

export const isThread = (type: number): boolean => THREADS.has(type);
/** Whether other servers can follow a channel of that kind. */
export const isFollowed = (type: number): boolean => type === ANNOUNCEMENT;
export const takesPosts = (type: number): boolean => TYPES.has(type);

/** Discord's order: everyone, then roles, then the overwrites of everyone, of roles, of the member. */
export function permissionsIn(
  overwrites: readonly APIOverwrite[],
  roles: readonly APIRole[],
  member: { readonly id: string; readonly roles: readonly string[] },
  guild: string,
): bigint {
  const held = roles.filter(({ id }) => id === guild || member.roles.includes(id));
  const base = held.reduce((bits, role) => bits | BigInt(role.permissions), 0n);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return ~0n;
  const apply = (bits: bigint, some: readonly APIOverwrite[]) => {
    const denied = some.reduce((sum, one) => sum | BigInt(one.deny), 0n);
    const allowed = some.reduce((sum, one) => sum | BigInt(one.allow), 0n);
    return (bits & ~denied) | allowed;
  };
  const ofRoles = overwrites.filter(
    ({ type, id }) => type === OverwriteType.Role && id !== guild && member.roles.includes(id),
  );
  const everyone = apply(
    base,
    overwrites.filter(({ id }) => id === guild),
  );
  return apply(
    apply(everyone, ofRoles),
    overwrites.filter(({ id }) => id === member.id),
  );
}

const VIEW = ['view', PermissionFlagsBits.ViewChannel] as const;
const SEND = ['send', PermissionFlagsBits.SendMessages] as const;
const SEND_IN_THREADS = ['send-in-threads', PermissionFlagsBits.SendMessagesInThreads] as const;
const READ = ['read-history', PermissionFlagsBits.ReadMessageHistory] as const;

/** What a posting bot needs; the last to read back its own posts. */
const neededIn = (type: number) => [VIEW, isThread(type) ? SEND_IN_THREADS : SEND, READ];

/** The permissions that are missing among `bits` to post in a channel of a type. */
export function missingIn(type: number, bits: bigint): readonly Permission[] {
  if ((bits & PermissionFlagsBits.Administrator) !== 0n) return [];
  return neededIn(type)
    .filter(([, bit]) => (bits & bit) === 0n)
    .map(([permission]) => permission);
}
