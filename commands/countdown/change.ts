/** `/countdown pause`, `resume` and `remove`. */
import { refuse, slash, type Context, type Reply, type SlashCommand } from '../../src/discord/command.js';
import { drawText } from '../../src/discord/draw.js';
import type { Label } from '../../src/discord/option.js';
import type { Schedule } from '../../src/domain/guild.js';
import { countdownOf, pauseCountdown, resumeCountdown } from '../../src/guild/countdowns.js';
import { relative } from '../../src/wording/dates.js';
import { mention, type Text } from '../../src/wording/parts.js';
import { SCHEDULE, suggest } from './options.js';

const message = (text: Text): Reply => ({ kind: 'message', view: { content: drawText(text) } });

/** A command about one countdown that exists. */
function onCountdown(
  name: string,
  description: Label,
  act: (schedule: Schedule, context: Context) => Promise<Reply>,
): SlashCommand {
  return slash({
    path: ['countdown', name],
    description,
    manager: true,
    options: { schedule: SCHEDULE },
    suggest: (option, typed, _given, context) => suggest(option, typed, context),
    async run({ schedule }, context) {
      const found = await countdownOf(schedule, context);
      return found.ok ? act(found.value, context) : refuse(found.refusal);
    },
  });
}

async function pause(schedule: Schedule, context: Context): Promise<Reply> {
  const paused = await pauseCountdown(schedule, context);
  return paused.ok ? message(context.words.countdown.paused(schedule.id)) : refuse(paused.refusal);
}

async function resume(schedule: Schedule, context: Context): Promise<Reply> {
  const { words, now } = context;
  const resumed = await resumeCountdown(schedule, context);
  if (!resumed.ok) return refuse(resumed.refusal);
  const { id, channel, next } = resumed.value;
  return message(words.countdown.resumed(id, relative(words, next, now), mention('channel', channel)));
}

async function remove(schedule: Schedule, { server, words }: Context): Promise<Reply> {
  await server.removeSchedule(schedule.id);
  return message(words.countdown.removed(schedule.id));
}

export const countdownPause = onCountdown('pause', ({ countdown }) => countdown.pause.description, pause);
export const countdownResume = onCountdown('resume', ({ countdown }) => countdown.resume.description, resume);
export const countdownRemove = onCountdown('remove', ({ countdown }) => countdown.remove.description, remove);
