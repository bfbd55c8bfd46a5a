/** Schedules: parsing words or cron, and when they fire in a time zone. */
import { DateTime, type Zone } from 'luxon';
import { formatFields, parseFields, type CronFields } from './fields.js';
import { firstInstant, localOf, zoneOf } from './local.js';
import { wordsToCron } from './words.js';
import { DAY, MINUTE } from '../durations.js';
import { ok, refuse, type Refusal, type Result } from '../refusal.js';
import type { RecordInstant } from '../instant.js';

export { shapeOf, type ScheduleDays, type ScheduleTimes, type ValueRun } from './shape.js';

type Reason = Extract<Refusal, { why: 'bad-schedule' }>['reason'];

const SHORTEST_GAP = 15;
/** Between two 29ths of February lie at most eight years. */
const HORIZON_MONTHS = 9 * 12;

/** Minutes of the day at which it fires, ascending. */
function timesOf({ hours, minutes }: CronFields): readonly number[] {
  return hours.values.flatMap((hour) => minutes.values.map((minute) => hour * 60 + minute));
}

function firesOn(fields: CronFields, date: number, midnight: number): boolean {
  const { days, weekdays } = fields;
  const weekday = (((midnight / DAY + 4) % 7) + 7) % 7;
  const [byDate, byWeekday] = [days.values.includes(date), weekdays.values.includes(weekday)];
  return days.any || weekdays.any ? byDate && byWeekday : byDate || byWeekday;
}

/** Days that fire, from the local day of `local` on, as ms since 1970 of the local calendar. */
function* daysFrom(fields: CronFields, local: number): Generator<number> {
  const first = Math.floor(local / DAY) * DAY;
  const { year, month } = DateTime.fromMillis(first, { zone: 'utc' });
  for (let index = 0; index < HORIZON_MONTHS; index += 1) {
    const start = Date.UTC(year, month - 1 + index, 1);
    if (!fields.months.values.includes(((month - 1 + index) % 12) + 1)) continue;
    const length = (Date.UTC(year, month + index, 1) - start) / DAY;
    for (let date = 1; date <= length; date += 1) {
      const midnight = start + (date - 1) * DAY;
      if (midnight >= first && firesOn(fields, date, midnight)) yield midnight;
    }
  }
}

/** The first of a day's fires after an instant, by halving: later times of a day are never earlier instants. */
function firstOfDay(
  midnight: number,
  times: readonly number[],
  zone: Zone,
  after: RecordInstant,
): RecordInstant | null {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (firstInstant(midnight + (times[middle] ?? 0) * MINUTE, zone) > after) high = middle;
    else low = middle + 1;
  }
  const time = times[low];
  return time === undefined ? null : firstInstant(midnight + time * MINUTE, zone);
}

function nextOf(fields: CronFields, zone: Zone, after: RecordInstant): RecordInstant | null {
  const times = timesOf(fields);
  for (const midnight of daysFrom(fields, localOf(after, zone))) {
    const due = firstOfDay(midnight, times, zone, after);
    if (due !== null) return due;
  }
  return null;
}

function tooOften(fields: CronFields): boolean {
  const times = timesOf(fields);
  const overnight = (times[0] ?? 0) + 24 * 60;
  return times.some((time, index) => (times[index + 1] ?? overnight) - time < SHORTEST_GAP);
}

/**
 * A schedule as people type it, five cron fields, a preset or plain words ("weekdays 18:00"), as five cron fields
 * always written the same way. Refused: what is not understood, what fires more often than every 15 minutes, and what
 * never fires.
 */
export function parseSchedule(words: string): Result<string> {
  const refused = (reason: Reason) => refuse({ why: 'bad-schedule', given: words, reason });
  const worded = wordsToCron(words);
  const fields = parseFields(words) ?? (worded.ok ? parseFields(worded.cron) : null);
  if (fields === null) return refused(worded.ok ? 'unreadable' : worded.reason);
  if (tooOften(fields)) return refused('too-often');
  return nextOf(fields, zoneOf('UTC'), 0) === null ? refused('never') : ok(formatFields(fields));
}

/**
 * The first fire of five cron fields after an instant, both ms UTC. Fields are local wall-clock time of the zone: a
 * fire in a skipped hour comes once, at the end of the gap, one in a repeated hour once, in the first of the two. Where
 * days and weekdays are both restricted, either will do. Throws where there is none: such a schedule is never stored.
 */
export function nextFire(cron: string, zone: string, after: RecordInstant): RecordInstant {
  const fields = parseFields(cron);
  const next = fields === null ? null : nextOf(fields, zoneOf(zone), after);
  if (next === null) throw new RangeError(`Not a schedule: ${cron}`);
  return next;
}

/** The next `count` fires after an instant, ms UTC. */
export function nextFires(
  cron: string,
  zone: string,
  after: RecordInstant,
  count: number,
): readonly RecordInstant[] {
  const fires: RecordInstant[] = [];
  while (fires.length < count) fires.push(nextFire(cron, zone, fires.at(-1) ?? after));
  return fires;
}

/** Whether five cron fields can be read and ever come. */
export function isSchedule(cron: string): boolean {
  const fields = parseFields(cron);
  return fields !== null && nextOf(fields, zoneOf('UTC'), 0) !== null;
}
