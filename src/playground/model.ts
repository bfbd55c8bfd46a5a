/** Users, roles, members, channels and servers of the local Discord. */
import type { LocalChannelKind } from './options.js';
import type { Overwrite } from './permissions.js';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
  readonly locale: string;
  /** IANA; where this person's client shows its times. */
  readonly timeZone: string;
  readonly acceptsDirectMessages: boolean;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
  readonly mentionable: boolean;
  /** Made by Discord for the bot itself. */
  readonly managed: boolean;
}

export interface GuildMember {
  readonly user: User;
  readonly nick: string | undefined;
  readonly roleIds: Set<string>;
  readonly joinedAt: number;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: LocalChannelKind | 'dm';
  /** Undefined for a direct conversation. */
  readonly guildId: string | undefined;
  readonly parentId: string | undefined;
  /** The person at the other end of a direct conversation. */
  readonly recipientId: string | undefined;
  /** Who opened a thread; undefined for every other channel. */
  readonly ownerId: string | undefined;
  overwrites: Overwrite[];
  archived: boolean;
  locked: boolean;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly ownerId: string;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, GuildMember>;
  readonly channels: Map<string, Channel>;
  readonly events: Map<string, LocalEvent>;
}

/** An event of a server at a place outside of Discord. Instants are ms UTC of the record's clock. */
export interface LocalEvent {
  readonly id: string;
  readonly creatorId: string;
  name: string;
  description: string | null;
  location: string;
  starts: number;
  ends: number;
  /** As it was set; an event begins and ends by itself too. */
  status: EventStatus;
}

export type EventStatus = 1 | 2 | 3 | 4;
export const eventStatuses = { scheduled: 1, active: 2, completed: 3, cancelled: 4 } as const;

/** What an event is by `now`. */
export function statusOf({ status, starts, ends }: LocalEvent, now: number): EventStatus {
  if (status > eventStatuses.active) return status;
  if (now >= ends) return eventStatuses.completed;
  return now >= starts ? eventStatuses.active : status;
}

/** Discord's numbers for the kinds of channel. */
export const channelTypes = {
  text: 0,
  dm: 1,
  voice: 2,
  category: 4,
  announcement: 5,
  'announcement-thread': 10,
  thread: 11,
  'private-thread': 12,
  stage: 13,
  forum: 15,
  media: 16,
} as const satisfies Record<Channel['kind'], number>;

/** Whether a channel hangs on another one, whose overwrites it goes by. */
export function isThread({ kind }: Channel): boolean {
  return kind === 'thread' || kind === 'announcement-thread' || kind === 'private-thread';
}

/** Whether messages stand in a channel itself; in a forum they stand in its threads only. */
export function takesMessages({ kind }: Channel): boolean {
  return kind !== 'category' && kind !== 'forum' && kind !== 'media';
}
