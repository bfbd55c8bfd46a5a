/** Rules for instants as machines write them: ISO 8601 and Discord's timestamps. */
import type { Anchor } from '../anchor.js';
import { fault, rule, type Rule } from '../atom.js';
import { calendarDay, instantOf, plusMonths, weekdayOf, type Day } from '../calendar.js';
import { noSuchDay } from './month-days.js';
import { WEEKDAY, weekdayNumber } from './words.js';

/** The day that "this time tomorrow", "the same time next week" name. */
function dayThen({ today }: Anchor, name: string): Day {
  if (name === 'tomorrow') return today + 1;
  if (name === 'overmorrow') return today + 2;
  if (name.endsWith('week')) return today + 7;
  if (name.endsWith('month')) return plusMonths(today, 1);
  if (name.endsWith('year')) return plusMonths(today, 12);
  return today + ((weekdayNumber(name) - weekdayOf(today) + 7) % 7 || 7);
}

/** The hour of the statement on another day; the end of that day where nobody noted the hour. */
function sameTime(anchor: Anchor, name: string): number {
  const day = dayThen(anchor, name);
  return anchor.clock ? instantOf(day, anchor.seconds, anchor.zone) : instantOf(day + 1, 0, anchor.zone);
}

/** Instants as machines write them: ISO 8601 with a time, and Discord's own timestamps. */
export const STAMPS: readonly Rule[] = [
  rule(
    `(?:this|(?:the )?same) time(?: on)? (tomorrow|overmorrow|next (?:week|month|year)|${WEEKDAY})`,
    ([, name = '']) => ({
      kind: 'instant',
      resolve: (anchor) => sameTime(anchor, name),
    }),
  ),
  rule('<t:(\\d{1,12})(?::[a-z])?>', ([, seconds]) => ({
    kind: 'instant',
    resolve: () => Number(seconds) * 1000,
  })),
  rule(
    '(\\d{4})-(\\d{2})-(\\d{2})t(\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?(z|[+-]\\d{2}:?\\d{2})?',
    (match) => {
      const [whole, y, m, d, hour, minute, second, offset] = match;
      const day = calendarDay(Number(y), Number(m), Number(d));
      if (day === null) {
        const missing = noSuchDay(Number(d), Number(m), Number(y));
        return fault((given) => missing ?? { kind: 'not-a-date', given });
      }
      if (Number(hour) > 24 || Number(minute) > 59 || Number(second ?? 0) > 59)
        return fault((given) => ({ kind: 'not-a-time', given }));
      const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second ?? 0);
      if (offset === undefined)
        return { kind: 'instant', resolve: ({ zone }) => instantOf(day, seconds, zone) };
      const at = Date.parse((whole ?? '').toUpperCase());
      return { kind: 'instant', resolve: () => (Number.isNaN(at) ? null : at) };
    },
  ),
];
