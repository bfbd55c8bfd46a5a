import { slash } from '../../src/discord/command.js';
import { ask } from './flow.js';
import { courseOf, EVERY, SCHEDULE, suggest, WHAT, ZONE, type Course } from './options.js';

const courseText = ({ cron, zone, channel, scope }: Course) => JSON.stringify([cron, zone, channel, scope]);

export const countdownEdit = slash({
  path: ['countdown', 'edit'],
  description: 'Changes where, when or what a countdown posts; shown before it is saved',
  manager: true,
  options: {
    schedule: SCHEDULE,
    channel: { type: 'channel', description: 'Another channel' },
    every: EVERY,
    zone: { ...ZONE, description: 'Another time zone or city' },
    what: WHAT,
  },
  suggest: (option, typed, _given, context) => suggest(option, typed, context),
  async run({ schedule, channel, every, zone, what }, context) {
    const found = (await context.server.schedules()).find(({ id }) => id === schedule);
    if (found === undefined)
      return { kind: 'refusal', refusal: { why: 'not-found', what: 'schedule', given: String(schedule) } };
    const course = await courseOf({ channel, every, zone, what }, found, context);
    if (!course.ok) return { kind: 'refusal', refusal: course.refusal };
    if (courseText(course.value) === courseText(found))
      return { kind: 'refusal', refusal: { why: 'nothing-to-change' } };
    return ask({ id: found.id, ...course.value }, context);
  },
});
