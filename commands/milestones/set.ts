/** `/milestones set`: the reminders of a channel. */
import { refuse, slash, type Context } from '../../src/discord/command.js';
import { drawLines } from '../../src/discord/draw.js';
import { DEFAULT_OFFSETS, type ReminderOffset, type ReminderPlan } from '../../src/domain/guild.js';
import { ok, type Refusal, type Result } from '../../src/domain/refusal.js';
import { parseReminders } from '../../src/domain/reminders.js';
import { postable } from '../../src/drafting/postable.js';
import { knownRole } from '../../src/drafting/roles.js';
import { reminderLines } from '../../src/wording/milestones.js';

function readOffsets(given: string | undefined): Result<readonly ReminderOffset[]> {
  if (given === undefined) return ok(DEFAULT_OFFSETS);
  return given.toLowerCase() === 'none' ? ok([]) : parseReminders(given);
}

/** Why the reminders can't be saved. They can be turned off anywhere, even where nothing can be posted any more. */
async function refusalOf(
  channel: string,
  offsets: readonly ReminderOffset[],
  ping: string | undefined,
  context: Context,
): Promise<Refusal | null> {
  const role = ping === undefined ? null : await knownRole(ping, 'everyone-ping', context);
  if (role !== null) return role;
  return offsets.length === 0 ? null : postable(channel, context);
}

export const milestonesSet = slash({
  path: ['milestones', 'set'],
  description: ({ milestones }) => milestones.set.description,
  manager: true,
  options: {
    channel: { type: 'channel', description: ({ milestones }) => milestones.set.channel, required: true },
    ladder: { type: 'string', description: ({ milestones }) => milestones.set.ladder, maxLength: 100 },
    ping: { type: 'role', description: ({ milestones }) => milestones.set.ping },
  },
  async run({ channel, ladder, ping }, context) {
    const { guild, settings, server, now, words } = context;
    const offsets = readOffsets(ladder);
    if (!offsets.ok) return refuse(offsets.refusal);
    const refusal = await refusalOf(channel, offsets.value, ping, context);
    if (refusal !== null) return refuse(refusal);
    const plan: ReminderPlan = {
      channel,
      offsets: offsets.value,
      pingRole: ping ?? null,
      zone: settings.zone,
    };
    const saved = await server.saveReminderPlan(plan, now);
    if (!saved.ok) return refuse(saved.refusal);
    return { kind: 'message', view: { content: drawLines(reminderLines(words, plan, guild)) } };
  },
});
