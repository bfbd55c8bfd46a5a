/** `/settings set`. */
import { refuse, slash, type Context } from '../../src/discord/command.js';
import { drawLines } from '../../src/discord/draw.js';
import { PUBLISHING, type GuildSettings } from '../../src/domain/guild.js';
import { ok, type Refusal } from '../../src/domain/refusal.js';
import { knownRole } from '../../src/drafting/roles.js';
import { postable } from '../../src/drafting/postable.js';
import { suggestZones } from '../../src/language/zones.js';
import { readZone } from '../../src/drafting/zone.js';
import { settingsLines, withdrawnLines } from '../../src/wording/settings.js';
import { changedSettings, PUBLIC_CHOICES } from '../../src/guild/settings.js';

/** The first choice that can't be used: a role that can't keep the record, or a channel in which the bot can't post. */
async function refusalOf(
  role: string | undefined,
  channels: readonly (string | undefined)[],
  context: Context,
): Promise<Refusal | null> {
  const unknown = role === undefined ? null : await knownRole(role, 'everyone-curators', context);
  if (unknown !== null) return unknown;
  for (const channel of channels) {
    const refusal = channel === undefined ? null : await postable(channel, context);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** Nothing of a channel that other servers can't follow can be published. */
async function unpublishable(
  { publish, announcements }: GuildSettings,
  asked: boolean,
  { channels, guild }: Context,
): Promise<Refusal | null> {
  if (!asked || publish === 'nothing' || announcements === null) return null;
  const check = await channels.check(guild, announcements);
  if (!check.ok || check.publishes) return null;
  return { why: 'channel-kind', channel: announcements, kind: 'not-announcement' };
}

export const settingsSet = slash({
  path: ['settings', 'set'],
  description: ({ settings }) => settings.set.description,
  manager: true,
  options: {
    zone: {
      type: 'string',
      description: ({ settings }) => settings.set.zone,
      suggested: true,
      maxLength: 100,
    },
    language: {
      type: 'string',
      description: ({ settings }) => settings.set.language,
      choices: [{ name: ({ settings }) => settings.languages.en, value: 'en' }],
    },
    curators: { type: 'role', description: ({ settings }) => settings.set.curators },
    announcements: { type: 'channel', description: ({ settings }) => settings.set.announcements },
    'review-channel': { type: 'channel', description: ({ settings }) => settings.set.reviewChannel },
    'admin-channel': { type: 'channel', description: ({ settings }) => settings.set.adminChannel },
    review: {
      type: 'string',
      description: ({ settings }) => settings.set.review,
      choices: [
        { name: ({ settings }) => settings.set.on, value: 'on' },
        { name: ({ settings }) => settings.set.off, value: 'off' },
      ],
    },
    publish: {
      type: 'string',
      description: ({ settings }) => settings.set.publish,
      choices: PUBLISHING.map((value) => ({
        name: ({ settings }) => settings.set.publishChoices[value],
        value,
      })),
    },
    events: {
      type: 'string',
      description: ({ settings }) => settings.set.events,
      choices: [
        { name: ({ settings }) => settings.set.on, value: 'on' },
        { name: ({ settings }) => settings.set.off, value: 'off' },
      ],
    },
    public: {
      type: 'string',
      description: ({ settings }) => settings.set.public,
      choices: PUBLIC_CHOICES.map((value) => ({
        name: ({ settings }) => settings.set.publicChoices[value],
        value,
      })),
    },
    'public-name': { type: 'string', description: ({ settings }) => settings.set.publicName, maxLength: 60 },
    'inclusion-rule': {
      type: 'string',
      description: ({ settings }) => settings.set.inclusionRule,
      maxLength: 1000,
    },
    licence: { type: 'string', description: ({ settings }) => settings.set.licence, maxLength: 200 },
    contact: { type: 'string', description: ({ settings }) => settings.set.contact, maxLength: 200 },
    clear: {
      type: 'string',
      description: ({ settings }) => settings.set.clear,
      choices: [
        { name: ({ settings }) => settings.set.clearCurators, value: 'curators' },
        { name: ({ settings }) => settings.set.clearAnnouncements, value: 'announcements' },
        { name: ({ settings }) => settings.set.clearReviewChannel, value: 'review-channel' },
        { name: ({ settings }) => settings.set.clearAdminChannel, value: 'admin-channel' },
        { name: ({ settings }) => settings.set.clearPublicName, value: 'public-name' },
        { name: ({ settings }) => settings.set.clearInclusionRule, value: 'inclusion-rule' },
        { name: ({ settings }) => settings.set.clearLicence, value: 'licence' },
        { name: ({ settings }) => settings.set.clearContact, value: 'contact' },
      ],
    },
  },
  suggest: async (_option, typed) => suggestZones(typed),
  async run(given, context) {
    const zone = given.zone === undefined ? ok(undefined) : readZone(given.zone);
    if (!zone.ok) return refuse(zone.refusal);
    const changed = changedSettings(context.settings, { ...given, zone: zone.value }, () => context.key());
    if (!changed.ok) return refuse(changed.refusal);
    const channels = [given.announcements, given['review-channel'], given['admin-channel']];
    const refusal = await refusalOf(given.curators, channels, context);
    if (refusal !== null) return refuse(refusal);
    const asked = given.publish !== undefined || given.announcements !== undefined;
    const notFollowed = await unpublishable(changed.value, asked, context);
    if (notFollowed !== null) return refuse(notFollowed);
    const saved = await context.server.saveSettings(changed.value, context.now);
    if (!saved.ok) return refuse(saved.refusal);
    const lines = [
      ...settingsLines(context.words, changed.value, context.publicUrl),
      ...withdrawnLines(context.words, context.settings, changed.value),
    ];
    return { kind: 'message', view: { content: drawLines(lines) } };
  },
});
