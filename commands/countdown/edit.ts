/** `/countdown edit`: where, when or what a countdown posts; shown before it is saved. */
import { refuse, slash } from '../../src/discord/command.js';
import { countdownOf } from '../../src/guild/countdowns.js';
import { ask } from './flow.js';
import { courseOf, EVERY, SCHEDULE, suggest, WHAT, ZONE, type Course } from './options.js';

const keyOf = ({ cron, zone, channel, scope }: Course) => JSON.stringify([cron, zone, channel, scope]);

export const countdownEdit = slash({
  path: ['countdown', 'edit'],
  description: ({ countdown }) => countdown.edit.description,
  manager: true,
  options: {
    schedule: SCHEDULE,
    channel: { type: 'channel', description: ({ countdown }) => countdown.edit.channel },
    every: EVERY,
    zone: { ...ZONE, description: ({ countdown }) => countdown.edit.zone },
    what: WHAT,
  },
  suggest: (option, typed, _given, context) => suggest(option, typed, context),
  async run({ schedule, channel, every, zone, what }, context) {
    const found = await countdownOf(schedule, context);
    if (!found.ok) return refuse(found.refusal);
    const course = await courseOf({ channel, every, zone, what }, found.value, context);
    if (!course.ok) return refuse(course.refusal);
    const { id } = found.value;
    if (keyOf(course.value) === keyOf(found.value))
      return refuse({ why: 'nothing-to-change', of: { what: 'countdown', id, already: 'same' } });
    return ask({ id, ...course.value }, context);
  },
});
