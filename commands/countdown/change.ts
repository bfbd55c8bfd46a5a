import { slash, type Context, type Reply, type SlashCommand } from '../../src/discord/command.js';
import { relative } from '../../src/discord/views/dates.js';
import { nextFire } from '../../src/domain/cron/index.js';
import type { Schedule } from '../../src/domain/guild.js';
import type { Refusal } from '../../src/domain/refusal.js';
import { cannotFire } from '../../src/drafting/schedules.js';
import { postable } from '../../src/drafting/postable.js';
import { SCHEDULE, suggest } from './options.js';

const message = (content: string): Reply => ({ kind: 'message', view: { content } });
const refused = (refusal: Refusal): Reply => ({ kind: 'refusal', refusal });

/** A command about one countdown that exists. */
function onSchedule(
  verb: string,
  description: string,
  act: (schedule: Schedule, context: Context) => Promise<Reply>,
): SlashCommand {
  return slash({
    path: ['countdown', verb],
    description,
    manager: true,
    options: { schedule: SCHEDULE },
    suggest: (option, typed, _given, context) => suggest(option, typed, context),
    async run({ schedule }, context) {
      const all = await context.server.schedules();
      const found = all.find(({ id }) => id === schedule);
      if (found !== undefined) return act(found, context);
      return refused({ why: 'not-found', what: 'schedule', given: String(schedule) });
    },
  });
}

async function pause(schedule: Schedule, { server }: Context): Promise<Reply> {
  if (schedule.status === 'paused') return refused({ why: 'nothing-to-change' });
  const saved = await server.saveSchedule({ ...schedule, status: 'paused', broken: null });
  if (!saved.ok) return refused(saved.refusal);
  return message(`Countdown ${schedule.id} is paused. /countdown resume starts it again.`);
}

/** From now on: what it missed meanwhile is not made up for. One that broke is checked before it is trusted again. */
async function resume(schedule: Schedule, context: Context): Promise<Reply> {
  if (schedule.status === 'running') return refused({ why: 'nothing-to-change' });
  const refusal = cannotFire(schedule) ?? (await postable(schedule.channel, context));
  if (refusal !== null) return refused(refusal);
  const next = nextFire(schedule.cron, schedule.zone, context.now);
  const saved = await context.server.saveSchedule({ ...schedule, status: 'running', broken: null, next });
  if (!saved.ok) return refused(saved.refusal);
  return message(
    `Countdown ${schedule.id} runs again. Next post ${relative(next)}, in <#${schedule.channel}>.`,
  );
}

async function remove(schedule: Schedule, { server }: Context): Promise<Reply> {
  await server.removeSchedule(schedule.id);
  return message(`Countdown ${schedule.id} is removed. What it posted stays.`);
}

export const countdownPause = onSchedule('pause', 'Stops a countdown until it is resumed', pause);
export const countdownResume = onSchedule('resume', 'Starts a paused or stopped countdown again', resume);
export const countdownRemove = onSchedule('remove', 'Removes a countdown', remove);
