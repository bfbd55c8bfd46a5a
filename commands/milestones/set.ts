import { slash, type Context } from '../../src/discord/command.js';
import { DEFAULT_OFFSETS, type ReminderPlan, type ReminderOffset } from '../../src/domain/guild.js';
import { ok, type Refusal, type Result } from '../../src/domain/refusal.js';
import { parseReminders } from '../../src/domain/reminders.js';
import { knownRole } from '../../src/drafting/roles.js';
import { postable } from '../../src/drafting/postable.js';
import { ladderLines } from './words.js';

function readLadder(given: string | undefined): Result<readonly ReminderOffset[]> {
  if (given === undefined) return ok(DEFAULT_OFFSETS);
  return given.toLowerCase() === 'none' ? ok([]) : parseReminders(given);
}

/** Why the reminders cannot be saved. They can be ended anywhere, also where nothing can be posted any more. */
async function refusalOf(
  channel: string,
  rungs: readonly ReminderOffset[],
  ping: string | undefined,
  context: Context,
): Promise<Refusal | null> {
  const role = ping === undefined ? null : await knownRole(ping, 'everyone-ping', context);
  if (role !== null) return role;
  return rungs.length === 0 ? null : postable(channel, context);
}

export const milestonesSet = slash({
  path: ['milestones', 'set'],
  description: 'Reminders before each deadline, in a channel',
  manager: true,
  options: {
    channel: { type: 'channel', description: 'Where they are posted', required: true },
    ladder: {
      type: 'string',
      description: 'When: 7d 1d 0 is 7 days, 1 day, and when it has passed; none for no reminders',
      maxLength: 100,
    },
    ping: { type: 'role', description: 'A role to ping, never everyone; without it nobody is' },
  },
  async run({ channel, ladder, ping }, context) {
    const { guild, settings, store, now } = context;
    const rungs = readLadder(ladder);
    if (!rungs.ok) return { kind: 'refusal', refusal: rungs.refusal };
    const refusal = await refusalOf(channel, rungs.value, ping, context);
    if (refusal !== null) return { kind: 'refusal', refusal };
    const saved: ReminderPlan = { channel, rungs: rungs.value, pingRole: ping ?? null, zone: settings.zone };
    const kept = await store.saveLadder(guild, saved, now);
    if (!kept.ok) return { kind: 'refusal', refusal: kept.refusal };
    return { kind: 'message', view: { content: ladderLines(saved, guild).join('\n') } };
  },
});
