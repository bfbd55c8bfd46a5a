import { DateTime } from 'luxon';
import type { ReminderPlan, ReminderOffset, Schedule } from '../../src/domain/guild.js';
import type { DatedReading } from '../../src/domain/reading.js';
import { HOUR, MINUTE } from '../domain/support.js';

/** What the rules say, worked out once more without the code that is judged. Instants are ms UTC. */

/** When a reminder is due (rules 5); null where it is none of this deadline's. */
function dueOf({ unit, count }: ReminderOffset, reading: DatedReading, planZone: string): number | null {
  const { latest, precision, zone } = reading;
  if (count === 0 || (precision !== 'instant' && unit === 'hours')) return null;
  if (unit === 'hours') return latest - count * HOUR;
  if (precision === 'instant') return DateTime.fromMillis(latest, { zone }).minus({ days: count }).toMillis();
  const last = DateTime.fromMillis(latest - 1, { zone }).minus({ days: count });
  return DateTime.fromISO(`${last.toISODate()}T09:00`, { zone: planZone }).toMillis();
}

export interface ReminderByHand {
  /** Reminders of one instant are one post: any of these. */
  readonly slots: readonly string[];
  readonly due: number;
  /** For how long it is worth posting: a quarter of the time to the next, at most 6 hours. */
  readonly grace: number;
}

/** The reminders of a deadline in a channel, soonest first. */
export function remindersByHand(
  reading: DatedReading,
  { offsets, zone }: ReminderPlan,
): readonly ReminderByHand[] {
  const byDue = new Map<number, string[]>();
  for (const offset of offsets) {
    const due = dueOf(offset, reading, zone);
    if (due !== null) byDue.set(due, [...(byDue.get(due) ?? []), `${offset.unit}-${offset.count}`]);
  }
  const dues = [...byDue].toSorted(([a], [b]) => a - b);
  return dues.map(([due, slots], index) => {
    const next = dues[index + 1]?.[0] ?? reading.latest;
    return { slots, due, grace: Math.min(6 * HOUR, (next - due) / 4) };
  });
}

/** The first instant at which clocks of the zone read what they read after a gap. */
function gapEnd(within: number, zone: string): number {
  const offset = (at: number) => DateTime.fromMillis(at, { zone }).offset;
  let end = Math.floor(within / MINUTE) * MINUTE;
  while (offset(end - MINUTE) === offset(within)) end -= MINUTE;
  return end;
}

/** A daily countdown's fires until `end`: in a gap the first instant after it, of two the first. */
export function firesByHand({ cron, zone, next }: Omit<Schedule, 'id'>, end: number): readonly number[] {
  const [minute = 0, hour = 0] = cron.split(' ').map(Number);
  const reads = (at: DateTime) => at.hour === hour && at.minute === minute;
  const found: number[] = [];
  const first = DateTime.fromMillis(next, { zone }).startOf('day');
  for (let day = first; day.toMillis() < end; day = day.plus({ days: 1 })) {
    const wanted = day.set({ hour, minute });
    const before = [30, 60].map((minutes) => wanted.minus({ minutes })).find(reads);
    found.push(before?.toMillis() ?? (reads(wanted) ? wanted.toMillis() : gapEnd(wanted.toMillis(), zone)));
  }
  return found.filter((fire) => fire >= next);
}
