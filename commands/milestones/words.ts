import { roleName } from '../settings/change.js';
import { counted, listed } from '../../src/discord/views/text.js';
import { isZone } from '../../src/domain/zone.js';
import type { ReminderPlan, ReminderOffset } from '../../src/domain/guild.js';

function rung({ unit, count }: ReminderOffset): string {
  return count === 0 ? 'when it has passed' : `${counted(count, unit === 'days' ? 'day' : 'hour')} before`;
}

/** `7 days before, 1 day before and when it has passed`. */
export function rungsInWords(rungs: readonly ReminderOffset[]): string {
  return listed(rungs.map(rung));
}

/** When the steps go out: hours are counted only to a deadline with a time of day. */
function hoursText(rungs: readonly ReminderOffset[], zone: string): readonly string[] {
  const has = (unit: ReminderOffset['unit']) => rungs.some((one) => one.unit === unit && one.count > 0);
  return [
    ...(has('days')
      ? [
          `Of a deadline that is a day, the steps of days go out at 09:00, ${isZone(zone) ? zone : `UTC, because the time zone ${zone} is not known here`}.`,
        ]
      : []),
    ...(has('hours') ? ['Steps of hours are only for deadlines with a time of day.'] : []),
  ];
}

/** What a saved ladder does, in the lines of an answer. */
export function ladderLines(
  { channel, rungs, pingRole, zone }: ReminderPlan,
  guild: string,
): readonly string[] {
  if (rungs.length === 0) return [`No reminders in <#${channel}> any more. What was posted stays.`];
  const ping =
    pingRole === null ? 'Nobody is pinged.' : `Pings ${roleName(pingRole, guild)}, once a day at most.`;
  return [
    `Reminders in <#${channel}>: ${rungsInWords(rungs)}.`,
    [ping, ...hoursText(rungs, zone)].join(' '),
    '-# Planned anew for what is running; what lies in the past is not posted.',
  ];
}
