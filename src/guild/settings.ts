/** What `/settings set` makes of the settings of a server. */
import type { GuildSettings } from '../domain/guild.js';

/** What `/settings set` was given; what is absent stays as it is. */
export interface SettingsGiven {
  /** IANA. */
  readonly zone: string | undefined;
  readonly language: string | undefined;
  readonly curators: string | undefined;
  readonly announcements: string | undefined;
  readonly 'review-channel': string | undefined;
  readonly 'admin-channel': string | undefined;
  readonly review: string | undefined;
  /** What is reset; an option given for the same setting wins. */
  readonly clear: string | undefined;
}

/** What can be reset, by its option. */
const CLEARABLE = {
  curators: 'curatorRole',
  announcements: 'announcements',
  'review-channel': 'reviewChannel',
  'admin-channel': 'adminChannel',
} as const;

function cleared(settings: GuildSettings, option: string | undefined): GuildSettings {
  const field = Object.entries(CLEARABLE).find(([name]) => name === option)?.[1];
  return field === undefined ? settings : { ...settings, [field]: null };
}

/** The settings with what was given; null where that changes nothing. */
export function changedSettings(settings: GuildSettings, given: SettingsGiven): GuildSettings | null {
  const before = cleared(settings, given.clear);
  const changed: GuildSettings = {
    guild: settings.guild,
    zone: given.zone ?? before.zone,
    language: given.language ?? before.language,
    curatorRole: given.curators ?? before.curatorRole,
    announcements: given.announcements ?? before.announcements,
    reviewChannel: given['review-channel'] ?? before.reviewChannel,
    adminChannel: given['admin-channel'] ?? before.adminChannel,
    review: given.review === undefined ? before.review : given.review === 'on',
  };
  return JSON.stringify(changed) === JSON.stringify({ ...changed, ...settings }) ? null : changed;
}
