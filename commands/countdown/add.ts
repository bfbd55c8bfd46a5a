/** `/countdown add`: a list of what is running, posted on a schedule. */
import { refuse, slash } from '../../src/discord/command.js';
import { ask } from './flow.js';
import { courseOf, EVERY, suggest, WHAT, ZONE } from './options.js';

export const countdownAdd = slash({
  path: ['countdown', 'add'],
  description: ({ countdown }) => countdown.add.description,
  manager: true,
  options: {
    channel: { type: 'channel', description: ({ countdown }) => countdown.add.channel, required: true },
    every: { ...EVERY, required: true },
    zone: { ...ZONE, description: ({ countdown }) => countdown.add.zone },
    what: WHAT,
  },
  suggest: (option, typed, _given, context) => suggest(option, typed, context),
  async run({ channel, every, zone, what }, context) {
    const fresh = { cron: '', zone: context.settings.zone, channel, scope: { kind: 'all' } } as const;
    const course = await courseOf({ channel, every, zone, what }, fresh, context);
    return course.ok ? ask({ id: null, ...course.value }, context) : refuse(course.refusal);
  },
});
