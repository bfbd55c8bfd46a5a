import { curatorRoleOf, type GuildSettings } from '../../src/domain/guild.js';
import { isZone } from '../../src/domain/zone.js';

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
  /** What is set back to nothing; what is given beside it stands. */
  readonly clear: string | undefined;
}

/** What may be set back to nothing, by its option. */
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

const channel = (id: string | null, none: string) => (id === null ? none : `<#${id}>`);

/** A role as it is read; the role of everybody has the server's own id and would show as "@@everyone". */
export function roleName(role: string, guild: string): string {
  return role === guild ? 'everyone in this server' : `<@&${role}>`;
}

function curators(settings: GuildSettings): string {
  const managers = 'members who may manage the server';
  const role = curatorRoleOf(settings);
  if (role !== null) return `${roleName(role, settings.guild)}, and ${managers}`;
  const everyone = 'The role of everyone cannot keep the record: choose another one with /settings set.';
  return settings.curatorRole === null ? managers : `only ${managers}. ${everyone}`;
}

const LANGUAGES: Readonly<Record<string, string>> = { en: 'English' };

/** The settings as lines of plain words. */
export function settingsLines(settings: GuildSettings): readonly string[] {
  const { zone, language, announcements, reviewChannel, adminChannel, review } = settings;
  return [
    '**Settings of this server**',
    `Time zone: ${zone}${isZone(zone) ? '' : ', not known here, so times are shown in UTC'}`,
    `Language: ${LANGUAGES[language] ?? language}`,
    `Curators: ${curators(settings)}`,
    `Announcements: ${channel(announcements, 'in the channel where a record is made')}`,
    `Review channel: ${channel(reviewChannel, 'none, so nobody is reminded of passed deadlines')}`,
    `Admin channel: ${channel(adminChannel, 'none, so trouble is told to whoever set it up')}`,
    `Review of members' records: ${review ? 'on, they wait in /review' : 'off, only curators record'}`,
  ];
}
