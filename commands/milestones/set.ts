import { slash } from '../../src/discord/command.js';
import { DEFAULT_RUNGS, type Ladder, type Rung } from '../../src/domain/guild.js';
import { ok, type Result } from '../../src/domain/refusal.js';
import { parseLadder } from '../../src/domain/rungs.js';
import { postable } from '../shared/postable.js';
import { ladderLines } from './words.js';

function readLadder(given: string | undefined): Result<readonly Rung[]> {
  if (given === undefined) return ok(DEFAULT_RUNGS);
  return given.toLowerCase() === 'none' ? ok([]) : parseLadder(given);
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
    // The role of everybody has the server's own id.
    if (ping === guild) return { kind: 'refusal', refusal: { why: 'everyone-ping' } };
    const refusal = await postable(channel, context);
    if (refusal !== null) return { kind: 'refusal', refusal };
    const saved: Ladder = { channel, rungs: rungs.value, pingRole: ping ?? null, zone: settings.zone };
    const kept = await store.saveLadder(guild, saved, now);
    if (!kept.ok) return { kind: 'refusal', refusal: kept.refusal };
    return { kind: 'message', view: { content: ladderLines(saved, guild).join('\n') } };
  },
});
