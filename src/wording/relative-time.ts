/** How far off an instant is, in words: for buttons, pages and pictures, which have no clock that ticks by itself. */
import { DAY, HOUR, MINUTE } from '../domain/durations.js';
import type { Words } from './index.js';
import type { RecordInstant } from '../domain/instant.js';

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
];

/** `in 2 days`, `3 hours ago`, rounded as Discord rounds: how far `instant` is from `now`, both ms UTC. */
export function relativeTime({ dates }: Words, instant: RecordInstant, now: RecordInstant): string {
  const span = Math.abs(instant - now);
  // 23.6 hours are a day, 13 hours are not: a unit begins where the smaller one, rounded, fills it.
  const found = UNITS.find(([, length], index) => {
    const smaller = UNITS[index + 1]?.[1] ?? 1000;
    return Math.round(span / smaller) * smaller >= length;
  });
  if (found === undefined) return instant < now ? dates.justNow : dates.inAMoment;
  const [unit, length] = found;
  const count = Math.max(1, Math.round(span / length));
  return dates.distance(instant < now ? -count : count, unit);
}
