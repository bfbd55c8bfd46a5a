/** What `/settings set` makes of the settings of a server. */
import { PUBLISHING, type GuildSettings } from '../domain/guild.js';
import { KEY_LENGTH, slugOf, type PublicSettings, type Visibility } from '../domain/public-page.js';
import { ok, refuse, type Result } from '../domain/refusal.js';

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
  readonly publish: string | undefined;
  readonly events: string | undefined;
  readonly public: string | undefined;
  readonly 'public-name': string | undefined;
  readonly 'inclusion-rule': string | undefined;
  readonly licence: string | undefined;
  readonly contact: string | undefined;
  /** What is reset; an option given for the same setting wins. */
  readonly clear: string | undefined;
}

/** What can be reset, by its option. */
const CLEARABLE = {
  curators: 'curatorRole',
  announcements: 'announcements',
  'review-channel': 'reviewChannel',
  'admin-channel': 'adminChannel',
  'public-name': 'publicName',
  'inclusion-rule': 'inclusionRule',
  licence: 'licence',
  contact: 'contact',
} as const;

function cleared(settings: GuildSettings, option: string | undefined): GuildSettings {
  const field = Object.entries(CLEARABLE).find(([name]) => name === option)?.[1];
  return field === undefined ? settings : { ...settings, [field]: null };
}

/** What the option `public` takes; `new-link` is by link, under another address. */
export const PUBLIC_CHOICES = ['off', 'link', 'new-link', 'listed'] as const;
type PublicChoice = (typeof PUBLIC_CHOICES)[number];

const VISIBILITY: Readonly<Record<PublicChoice, Visibility>> = {
  off: 'off',
  link: 'link',
  'new-link': 'link',
  listed: 'listed',
};

const choiceOf = (given: string | undefined): PublicChoice | null =>
  PUBLIC_CHOICES.find((choice) => choice === given) ?? null;

/** Switched off, a page loses its address for good: by link again it gets another one. */
function keyFor(before: GuildSettings, choice: PublicChoice | null, key: () => string): string | null {
  if (choice === null || choice === 'listed') return before.publicKey;
  if (choice === 'off') return null;
  return choice === 'new-link' || before.publicKey === null ? key().slice(0, KEY_LENGTH) : before.publicKey;
}

function publicSettings(before: GuildSettings, given: SettingsGiven, key: () => string): PublicSettings {
  const choice = choiceOf(given.public);
  return {
    visibility: choice === null ? before.visibility : VISIBILITY[choice],
    publicKey: keyFor(before, choice, key),
    publicName: given['public-name'] ?? before.publicName,
    inclusionRule: given['inclusion-rule'] ?? before.inclusionRule,
    licence: given.licence ?? before.licence,
    contact: given.contact ?? before.contact,
  };
}

/** A listed page has its address from its name. */
function checked(settings: GuildSettings): Result<GuildSettings> {
  const { visibility, publicName } = settings;
  if (visibility !== 'listed') return ok(settings);
  if (publicName === null) return refuse({ why: 'missing', field: 'public-name' });
  return slugOf(publicName) === null ? refuse({ why: 'no-address', name: publicName }) : ok(settings);
}

/**
 * The settings with what was given; `key` makes random keys. Refused where nothing changes, or where a listed page has no
 * name that can stand in an address.
 */
export function changedSettings(
  settings: GuildSettings,
  given: SettingsGiven,
  key: () => string,
): Result<GuildSettings> {
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
    publish: PUBLISHING.find((choice) => choice === given.publish) ?? before.publish,
    events: given.events === undefined ? before.events : given.events === 'on',
    ...publicSettings(before, given, key),
  };
  const same = JSON.stringify(changed) === JSON.stringify({ ...changed, ...settings });
  const any = Object.values(given).some((option) => option !== undefined);
  return same ? refuse({ why: 'nothing-to-change', of: { what: 'settings', given: any } }) : checked(changed);
}
