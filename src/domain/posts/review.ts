/** Plans the daily message that reminds curators of passed deadlines. */
import type { PlannedDelivery } from '../delivery.js';
import { MORNING_HOUR } from '../morning.js';
import { localTime } from '../zone.js';
import { standing } from '../standing.js';
import type { PlanInput } from './plan.js';

/** Local days after passing on which curators are asked to look. */
const DAYS = [1, 7, 30];

/**
 * Nudges to the curators while a deadline has passed and nobody has looked: one message a day for all of them, which
 * expires with its day.
 */
export function nudges(planning: PlanInput): readonly PlannedDelivery[] {
  const { guild, after, now } = planning;
  const channel = guild.reviewChannel;
  if (channel === null) return [];
  const passed = standing(after, 'passed').map(({ reading }) => localTime(reading.latest, guild.zone));
  const asked = passed.flatMap((end) => DAYS.map((days) => end.plus({ days }).startOf('day')));
  const mornings = new Map(asked.map((day) => [day.toMillis(), day]));
  return [...mornings.values()].flatMap((day) => {
    const due = day.set({ hour: MORNING_HOUR }).toMillis();
    if (due < now) return [];
    return [
      {
        post: { kind: 'nudge', day: day.toFormat('yyyy-MM-dd') },
        channel,
        due,
        expires: day.plus({ days: 1 }).toMillis(),
      },
    ];
  });
}
