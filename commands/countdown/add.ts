import { slash } from '../../src/discord/command.js';
import { ask } from './flow.js';
import { courseOf, EVERY, suggest, WHAT, ZONE } from './options.js';

export const countdownAdd = slash({
  path: ['countdown', 'add'],
  description: 'A list of what is running, posted on a schedule',
  manager: true,
  options: {
    channel: { type: 'channel', description: 'Where it is posted', required: true },
    every: { ...EVERY, required: true },
    zone: { ...ZONE, description: "Time zone or city; without it the server's" },
    what: WHAT,
  },
  suggest: (option, typed, _given, context) => suggest(option, typed, context),
  async run({ channel, every, zone, what }, context) {
    const fresh = { cron: '', zone: context.settings.zone, channel, scope: { kind: 'all' } } as const;
    const course = await courseOf({ channel, every, zone, what }, fresh, context);
    if (!course.ok) return { kind: 'refusal', refusal: course.refusal };
    return ask({ id: null, ...course.value }, context);
  },
});
