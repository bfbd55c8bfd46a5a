import { DAY, HOUR, MINUTE } from './durations.js';

const UNITS: readonly (readonly [string, number])[] = [
  ['year', 365 * DAY],
  ['month', 30 * DAY],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
];

/** "in 2 days", "3 hours ago", rounded as Discord rounds its own: how far `instant` is from `now`, both ms UTC. */
export function away(instant: number, now: number): string {
  const span = Math.abs(instant - now);
  // 23.6 hours are a day, 13 hours are not: a unit begins where the smaller one, rounded, fills it.
  const found = UNITS.find(([, length], index) => {
    const smaller = UNITS[index + 1]?.[1] ?? 1000;
    return Math.round(span / smaller) * smaller >= length;
  });
  if (found === undefined) return instant < now ? 'just now' : 'in a moment';
  const [unit, length] = found;
  const count = Math.max(1, Math.round(span / length));
  const words = `${count} ${unit}${count === 1 ? '' : 's'}`;
  return instant < now ? `${words} ago` : `in ${words}`;
}
