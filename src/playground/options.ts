/** The options of a local Discord: servers, people, limits and the page. */
import type { StageDoor } from './client/protocol.js';
import type { IdentifyLimits } from './gateway/start-limit.js';
import type { PermissionName } from './permissions.js';

/** A role of a server; members name it by its name or id. */
export interface RoleSeed {
  readonly id?: string;
  readonly name: string;
  readonly permissions?: readonly PermissionName[];
  readonly mentionable?: boolean;
}

/** An overwrite of a channel: `of` is a role's or member's name or id, `@everyone` included. */
export interface OverwriteSeed {
  readonly of: string;
  readonly allow?: readonly PermissionName[];
  readonly deny?: readonly PermissionName[];
}

export type LocalChannelKind =
  | 'text'
  | 'voice'
  | 'category'
  | 'announcement'
  | 'announcement-thread'
  | 'thread'
  | 'private-thread'
  | 'stage'
  | 'forum'
  | 'media';

export interface ChannelSeed {
  readonly id?: string;
  readonly name: string;
  readonly kind?: LocalChannelKind;
  /** The channel a thread hangs on, or the category a channel is in, by name or id. */
  readonly parent?: string;
  /** Of a thread. */
  readonly archived?: boolean;
  /** Of a thread: only those who manage threads write in it. */
  readonly locked?: boolean;
  readonly overwrites?: readonly OverwriteSeed[];
}

/** A person in a server. The same `id` in two servers is the same user. */
export interface MemberSeed {
  readonly id?: string;
  readonly name: string;
  readonly nick?: string;
  readonly roles?: readonly string[];
  /** Another app, such as one that posts news. */
  readonly bot?: boolean;
  /** Discord's language of this person, as `en-US` (the default) or `de`. */
  readonly locale?: string;
  /** IANA; where their client shows its times. New York's where none is given. */
  readonly timeZone?: string;
  /** Closed: opening a conversation works, sending is 50007, as on Discord. */
  readonly directMessages?: 'open' | 'closed';
}

export interface GuildSeed {
  readonly id?: string;
  readonly name: string;
  /** The owner's name or id; the first member where none is named. */
  readonly owner?: string;
  readonly locale?: string;
  /** What the bot's own role holds; by default what a posting bot asks for when invited. */
  readonly botPermissions?: readonly PermissionName[];
  /** What @everyone holds; by default reading, writing and using commands. */
  readonly everyonePermissions?: readonly PermissionName[];
  readonly roles?: readonly RoleSeed[];
  readonly channels?: readonly ChannelSeed[];
  readonly members?: readonly MemberSeed[];
}

/** Discord's limits a sender meets; `'off'` where a test is not about them. */
export interface Limits {
  /** Requests of the bot a second, interaction answers not counted. */
  readonly perSecond: number | 'off';
  /** Messages (and, apart, edits) in one channel. */
  readonly perChannel: { readonly count: number; readonly perMs: number } | 'off';
  /** In an hour: posts of a channel that are published, and edits of one of them. */
  readonly published: { readonly posts: number; readonly edits: number } | 'off';
}

interface LocalGatewayOptions {
  readonly identifies?: IdentifyLimits;
  /** How many servers the bot is in, as far as shards are concerned; they need not exist, and may become more. */
  readonly guildCount?: number | (() => number);
  /** False: asking for members, presences or message content is 4014. */
  readonly privilegedIntents?: boolean;
}

export interface PageOptions {
  /** The folder of the built page. */
  readonly assets: string;
  /** Time machine, stories and faults beside the channels; without it there are none. */
  readonly stage?: StageDoor;
}

export interface LocalDiscordOptions {
  readonly port?: number;
  /** Made up at the start where none is given. */
  readonly token?: string;
  readonly applicationId?: string;
  readonly botName?: string;
  readonly limits?: Partial<Limits> | 'off';
  /** For how long a nonce is remembered; Discord says "the past few minutes". */
  readonly nonceWindowMs?: number;
  /** The clock messages are dated by (the record's); real time where none is given. */
  readonly now?: () => number;
  /** The clock nonces, limits and interaction tokens run on; real time unless a test drives it. */
  readonly realNow?: () => number;
  /** How long a bot has for its first answer, ms: 3000, as on Discord. Longer where a busy machine must not matter. */
  readonly firstAnswerMs?: number;
  readonly guilds?: readonly GuildSeed[];
  readonly gateway?: LocalGatewayOptions;
  /** How often the bot is told to send a heartbeat. */
  readonly heartbeatMs?: number;
  /** What is sent over the gateway instead of an interaction, for tests of how a bot takes what is not documented. */
  readonly alter?: (payload: unknown) => unknown;
  /** The page for people, at the address of the API. */
  readonly page?: PageOptions;
}
