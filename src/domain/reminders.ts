/** Reminders before a deadline: parsing them, and when each is due. */
import { DateTime } from 'luxon';
import { HOUR } from './durations.js';
import type { ReminderOffset } from './guild.js';
import { MORNING_HOUR } from './morning.js';
import type { DatedReading } from './reading.js';
import { ok, refuse, type Result } from './refusal.js';
import { localTime, zoneOrUtc } from './zone.js';
import type { RecordInstant } from './instant.js';

const LONGEST_GRACE = 6 * HOUR;
const MOST_OFFSETS = 10;
const FARTHEST = { days: 366, hours: 240 } as const;

/** One reminder of a plan, laid against a deadline. Instants are ms UTC. */
export interface Milestone {
  readonly offset: ReminderOffset;
  readonly due: RecordInstant;
  /** Later than this it is not worth posting: a quarter of the time to the next reminder or `latest`, at most 6 h. */
  readonly expires: RecordInstant;
}

/** Whether two offsets are the same. */
function sameOffset(a: ReminderOffset, b: ReminderOffset): boolean {
  return a.unit === b.unit && a.count === b.count;
}

/** Whether the plan ends with "passed". */
export function endsInPassed(offsets: readonly ReminderOffset[]): boolean {
  return offsets.some((offset) => offset.count === 0);
}

function dueOf(offset: ReminderOffset, reading: DatedReading, zone: string): RecordInstant | null {
  if (reading.precision === 'instant') {
    if (offset.unit === 'hours') return reading.latest - offset.count * HOUR;
    return localTime(reading.latest, reading.zone).minus({ days: offset.count }).toMillis();
  }
  if (offset.unit === 'hours') return null;
  const last = localTime(reading.latest - 1, reading.zone);
  const { year, month, day } = last.minus({ days: offset.count });
  return DateTime.fromObject({ year, month, day, hour: MORNING_HOUR }, { zone: zoneOrUtc(zone) }).toMillis();
}

/**
 * The milestones of a deadline for one channel, soonest first, `passed` left out (rules 5): one per instant, those of
 * the past included. `zone` is the channel's.
 */
export function milestonesOf(
  reading: DatedReading,
  offsets: readonly ReminderOffset[],
  zone: string,
): readonly Milestone[] {
  const byInstant = new Map<number, ReminderOffset>();
  for (const offset of offsets) {
    const due = offset.count === 0 ? null : dueOf(offset, reading, zone);
    if (due !== null && !byInstant.has(due)) byInstant.set(due, offset);
  }
  const dues = [...byInstant].sort(([a], [b]) => a - b);
  return dues.map(([due, offset], index) => {
    const next = dues[index + 1]?.[0] ?? reading.latest;
    return { offset, due, expires: due + Math.min(LONGEST_GRACE, Math.floor((next - due) / 4)) };
  });
}

function parseOffset(word: string): ReminderOffset | null {
  if (word === 'passed') return { unit: 'days', count: 0 };
  const match = /^(\d{1,4})(d|h)?$/.exec(word);
  const count = Number(match?.[1] ?? Number.NaN);
  if (count === 0) return { unit: 'days', count: 0 };
  const letter = match?.[2];
  if (letter === undefined) return null;
  const unit = letter === 'd' ? 'days' : 'hours';
  return count <= FARTHEST[unit] ? { unit, count } : null;
}

function distance({ unit, count }: ReminderOffset): number {
  return count * (unit === 'days' ? 24 : 1);
}

/**
 * Reminders as people type them, `7d 1d 0` or `7 days, 6 hours, passed`: the farthest first, each once. The
 * refusal names the word that is none; 366 days and 240 hours are the farthest, and ten reminders the most.
 */
export function parseReminders(given: string): Result<readonly ReminderOffset[]> {
  const words = given
    .toLowerCase()
    .replace(/(\d)\s*(d|h)(?:ays?|ours?|rs?)?\b/g, '$1$2')
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
  const offsets: ReminderOffset[] = [];
  for (const word of words) {
    const offset = parseOffset(word);
    if (offset === null || offsets.length === MOST_OFFSETS) {
      return refuse({ why: 'bad-reminders', given, offset: word });
    }
    if (!offsets.some((known) => sameOffset(known, offset))) offsets.push(offset);
  }
  if (offsets.length === 0) return refuse({ why: 'bad-reminders', given, offset: given });
  return ok(offsets.toSorted((a, b) => distance(b) - distance(a)));
}
