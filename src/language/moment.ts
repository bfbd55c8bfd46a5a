import { DateTime } from 'luxon';
import { at, dayOf, type When } from '../domain/when.js';
import { takeTime } from './clock.js';
import { findDate } from './dates.js';
import { plainWords } from './words.js';
import { takeZone } from './zones.js';

export type Moment =
  | { readonly kind: 'read'; readonly when: When; readonly clock: boolean }
  | { readonly kind: 'unreadable'; readonly reason: string };

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}[t ]\d{2}:\d{2}/;

/**
 * When something was said or done: a day in `zone`, or an instant where the words have a time. Weekdays and dates
 * without a year are the last ones not after `now` (ms UTC).
 */
export function readMoment(
  words: string,
  { now, zone }: { readonly now: number; readonly zone: string },
): Moment {
  const text = plainWords(words);
  if (text === '' || text === 'now') return { kind: 'read', when: at(now), clock: true };
  if (ISO_INSTANT.test(text)) {
    const iso = DateTime.fromISO(words.trim().replace(' ', 'T'), { zone });
    if (iso.isValid) return { kind: 'read', when: at(iso.toMillis()), clock: true };
  }
  const stated = takeZone(text);
  const { time, rest } = takeTime(stated?.rest ?? text);
  const said = DateTime.fromMillis(now, { zone: stated?.zone ?? zone });
  const day = dayBehind(rest, said);
  if (day === null) return { kind: 'unreadable', reason: 'No day was recognised in these words.' };
  if (time === null) return { kind: 'read', when: dayOf(day.toMillis(), day.zoneName ?? zone), clock: false };
  const { hour, minute, second } = time;
  const moment = day.startOf('day').set({ hour: hour % 24, minute, second });
  return {
    kind: 'read',
    when: at((hour === 24 ? moment.plus({ days: 1 }) : moment).toMillis()),
    clock: true,
  };
}

const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

function dayBehind(text: string, now: DateTime): DateTime | null {
  if (text === '' || /\btoday\b/.test(text)) return now;
  if (/\bday before yesterday\b/.test(text)) return now.minus({ days: 2 });
  if (/\byesterday\b/.test(text)) return now.minus({ days: 1 });
  const ago = /\b(\d{1,3}) (day|week|month)s? ago\b/.exec(text);
  if (ago?.[1] !== undefined) return now.minus({ [`${ago[2]}s`]: Number(ago[1]) });
  const weekday = WEEK.findIndex((name) => text.includes(name));
  const dated = /\d/.test(text) ? dateBehind(text, now) : null;
  if (dated !== null || weekday < 0) return dated;
  return now.minus({ days: (now.weekday - 1 - weekday + 7) % 7 });
}

/** A date without a year is read from a year back, so that it lands on the last one. */
function dateBehind(text: string, now: DateTime): DateTime | null {
  const from = now.minus({ years: 1 }).plus({ days: 1 });
  const found = findDate(text, { said: from, clock: false })?.found;
  if (found?.kind === 'choice') return found.of.map((one) => one.first).find((one) => one <= now) ?? null;
  return found?.last ?? null;
}
