import { slash, type Context } from '../../src/discord/command.js';
import { ok, type Refusal } from '../../src/domain/refusal.js';
import { knownRole } from '../../src/drafting/roles.js';
import { postable } from '../../src/drafting/postable.js';
import { suggestZones } from '../../src/language/zones.js';
import { readZone } from '../../src/drafting/zone.js';
import { changedSettings, settingsLines } from './change.js';

/** The first thing that cannot be chosen: a role that makes no curators, or a channel in which the bot could not post. */
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

export const settingsSet = slash({
  path: ['settings', 'set'],
  description: 'Changes the settings of this server',
  manager: true,
  options: {
    zone: {
      type: 'string',
      description: 'Time zone or city of this server',
      suggested: true,
      maxLength: 100,
    },
    language: {
      type: 'string',
      description: 'Language of the posts',
      choices: [{ name: 'English', value: 'en' }],
    },
    curators: { type: 'role', description: 'Who keeps the record, beside those who manage the server' },
    announcements: { type: 'channel', description: 'Where records, moves and outcomes are announced' },
    'review-channel': { type: 'channel', description: 'Where curators are reminded of passed deadlines' },
    'admin-channel': { type: 'channel', description: 'Where trouble with posting is told' },
    review: {
      type: 'string',
      description: "Whether members' records wait for a curator",
      choices: [
        { name: 'on', value: 'on' },
        { name: 'off', value: 'off' },
      ],
    },
    clear: {
      type: 'string',
      description: 'What to set back to nothing',
      choices: [
        { name: 'curator role', value: 'curators' },
        { name: 'announcements channel', value: 'announcements' },
        { name: 'review channel', value: 'review-channel' },
        { name: 'admin channel', value: 'admin-channel' },
      ],
    },
  },
  suggest: async (_option, typed) => suggestZones(typed),
  async run(given, context) {
    const zone = given.zone === undefined ? ok(undefined) : readZone(given.zone);
    if (!zone.ok) return { kind: 'refusal', refusal: zone.refusal };
    const changed = changedSettings(context.settings, { ...given, zone: zone.value });
    if (changed === null) return { kind: 'refusal', refusal: { why: 'nothing-to-change' } };
    const channels = [given.announcements, given['review-channel'], given['admin-channel']];
    const refusal = await refusalOf(given.curators, channels, context);
    if (refusal !== null) return { kind: 'refusal', refusal };
    const saved = await context.store.saveSettings(changed, context.now);
    if (!saved.ok) return { kind: 'refusal', refusal: saved.refusal };
    return { kind: 'message', view: { content: settingsLines(changed).join('\n') } };
  },
});
