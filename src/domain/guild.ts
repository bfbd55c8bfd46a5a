/** What a server has set up: settings, reminders, boards, schedules. */
import type { Failure } from './failure.js';
import type { RecordInstant } from './instant.js';
import { NOT_PUBLIC, type PublicSettings } from './public-page.js';

/** What a server chooses to publish to its followers, from nothing to all; each takes in what stands before it. */
export const PUBLISHING = ['nothing', 'passed', 'announcements', 'reminders', 'countdowns'] as const;
export type Publishing = (typeof PUBLISHING)[number];

/** What a server has set up. Ids are Discord snowflakes as strings; all are null until somebody sets them. */
export interface GuildSettings extends PublicSettings {
  readonly guild: string;
  /** IANA zone of the server. */
  readonly zone: string;
  readonly language: string;
  readonly curatorRole: string | null;
  readonly announcements: string | null;
  readonly reviewChannel: string | null;
  readonly adminChannel: string | null;
  /** Whether members' records wait in the queue; the default. */
  readonly review: boolean;
  /** What is handed on to the servers that follow an announcement channel. */
  readonly publish: Publishing;
  /** Whether every deadline that runs is an event of the server. */
  readonly events: boolean;
}

/** The settings of a server that has set nothing: UTC, English, no channels, members propose, and nothing is public. */
export function defaultSettings(guild: string): GuildSettings {
  return {
    guild,
    zone: 'UTC',
    language: 'en',
    curatorRole: null,
    announcements: null,
    reviewChannel: null,
    adminChannel: null,
    review: true,
    publish: 'nothing',
    events: false,
    ...NOT_PUBLIC,
  };
}

/**
 * The role whose members keep the record; null for none. The role of everyone, which has the server's own id, is held by
 * nobody in what Discord sends, and would hand the record to every member.
 */
export function curatorRoleOf({
  curatorRole,
  guild,
}: Pick<GuildSettings, 'curatorRole' | 'guild'>): string | null {
  return curatorRole === guild ? null : curatorRole;
}

/** How long before a deadline a reminder is posted. `days` are calendar days in a zone, `hours` are elapsed time. 0 days is "passed". */
export interface ReminderOffset {
  readonly unit: 'days' | 'hours';
  readonly count: number;
}

/** The milestones of one channel. */
export interface ReminderPlan {
  readonly channel: string;
  readonly offsets: readonly ReminderOffset[];
  /** A role to ping, never everyone. */
  readonly pingRole: string | null;
  /** IANA zone in which 09:00 is 09:00. */
  readonly zone: string;
}

export const DEFAULT_OFFSETS: readonly ReminderOffset[] = [
  { unit: 'days', count: 7 },
  { unit: 'days', count: 1 },
  { unit: 'days', count: 0 },
];

/** What a countdown lists: what runs, or what happened in the last week. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'issuer'; readonly issuer: string }
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'ultimatum'; readonly number: number }
  | { readonly kind: 'week' };

/** A countdown on a cron schedule: one digest a fire. */
export interface Schedule {
  readonly id: number;
  readonly guild: string;
  readonly channel: string;
  /** Five cron fields. */
  readonly cron: string;
  /** IANA zone of the fields. */
  readonly zone: string;
  readonly scope: Scope;
  /** Discord id of the member who made it, to tell when it breaks. */
  readonly author: string;
  readonly status: 'running' | 'paused' | 'broken';
  /** Why it broke. */
  readonly broken: Failure | null;
  /** Next fire, ms UTC. */
  readonly next: RecordInstant;
  /** The fire of its newest digest, ms UTC, whether or not that could be posted. */
  readonly last: RecordInstant | null;
}

/** One message of a channel that shows what is running and is kept current by editing it. */
export interface Board {
  readonly channel: string;
  /** How often it was set; each time it is another message. */
  readonly version: number;
  /** `deleted` by somebody: it stays gone until it is set again. */
  readonly status: 'running' | 'deleted' | 'broken' | 'removed';
  /** Null until it is posted. */
  readonly message: string | null;
  /** The message it takes the place of, until that one is taken away. */
  readonly previous: string | null;
  /** What finds the message again; null until it is posted. */
  readonly marker: string | null;
  /** A hash of what it shows. */
  readonly shown: string | null;
  /** When it was last posted or edited, ms UTC of the record's clock. */
  readonly edited: RecordInstant | null;
}

/** What setting up a server makes; null where a row is not wanted or stands already. */
export interface SetupRows {
  readonly settings: GuildSettings;
  readonly reminderPlan: ReminderPlan | null;
  readonly schedule: Omit<Schedule, 'id'> | null;
  /** The channel of a new board. */
  readonly board: string | null;
}
