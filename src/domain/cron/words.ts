/** Reads a schedule in words, such as "weekdays 18:00". */
import { MORNING_HOUR } from '../morning.js';
import { WEEKDAYS } from './fields.js';

const PRESETS = new Map(
  Object.entries({
    '@hourly': '0 * * * *',
    '@daily': '0 0 * * *',
    '@midnight': '0 0 * * *',
    '@weekly': '0 0 * * 0',
    '@monthly': '0 0 1 * *',
    '@yearly': '0 0 1 1 *',
    '@annually': '0 0 1 1 *',
  }),
);

const FILLERS = new Set(['every', 'each', 'on', 'at', 'the', 'and', 'of', "o'clock", '&']);
const DAYS = new Set(['day', 'days', 'daily', 'everyday']);
const MONTHLY = new Set(['month', 'monthly']);
const WEEKLY = new Set(['week', 'weekly']);
const GROUPS = new Map(
  Object.entries({
    weekday: [1, 2, 3, 4, 5],
    workday: [1, 2, 3, 4, 5],
    weekend: [0, 6],
  }),
);
const FULL_NAMES = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const SHORT_NAMES = new Map([
  ['thur', 4],
  ['thurs', 4],
]);

/** Where words name no hour: that of the daily list. */
const MORNING = { hour: MORNING_HOUR, minute: 0 };

interface Time {
  readonly hour: number;
  readonly minute: number;
}

/** What the words of a schedule name, piece by piece. */
interface Named {
  /** `t` for each time and `d` for each day, in their order. */
  order: string;
  readonly times: Time[];
  readonly weekdays: number[];
  readonly dates: number[];
  day: boolean;
  week: boolean;
  month: boolean;
}

function parseTime(word: string): Time | null {
  if (word === 'noon' || word === 'midday') return { hour: 12, minute: 0 };
  if (word === 'midnight') return { hour: 0, minute: 0 };
  const match = /^(\d{1,2})(?:[:.](\d{2}))?(am|pm|h)?$/.exec(word);
  if (match === null || (match[2] === undefined && match[3] === undefined)) return null;
  const [minute, half] = [Number(match[2] ?? 0), match[3]];
  const twelve = half === 'am' || half === 'pm';
  const given = Number(match[1]);
  if (minute > 59 || given > 23 || (twelve && (given < 1 || given > 12))) return null;
  return { hour: twelve ? (given % 12) + (half === 'pm' ? 12 : 0) : given, minute };
}

function parseWeekday(word: string): number | null {
  const singular = word.replace(/s$/, '');
  const index = [WEEKDAYS.indexOf(singular), FULL_NAMES.indexOf(singular)].find((at) => at >= 0);
  return index ?? SHORT_NAMES.get(word) ?? null;
}

function parseWeekdays(word: string): readonly number[] | null {
  const group = GROUPS.get(word.replace(/s$/, ''));
  if (group !== undefined) return group;
  const [first = '', last, ...more] = word.split('-');
  const from = parseWeekday(first);
  if (from === null || more.length > 0) return null;
  if (last === undefined) return [from];
  const to = parseWeekday(last);
  if (to === null) return null;
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, index) => (from + index) % 7);
}

function parseDate(word: string): number | null {
  const match = /^(\d{1,2})(st|nd|rd|th)$/.exec(word === 'first' ? '1st' : word);
  const date = Number(match?.[1] ?? 0);
  return date >= 1 && date <= 31 ? date : null;
}

/** An hour alone, where one of the times before it had its minutes: "at 9 and 18". */
const bareHour = ({ order }: Named, word: string): Time | null =>
  order.endsWith('t') && /^\d{1,2}$/.test(word) ? parseTime(`${word}:00`) : null;

/** Takes in one word; false where it means nothing in a schedule. */
function take(named: Named, word: string): boolean {
  const time = parseTime(word) ?? bareHour(named, word);
  const weekdays = parseWeekdays(word);
  const date = parseDate(word);
  if (time !== null) named.order += 't';
  else if (weekdays !== null || date !== null) named.order += 'd';
  if (time !== null) named.times.push(time);
  else if (weekdays !== null) named.weekdays.push(...weekdays);
  else if (date !== null) named.dates.push(date);
  else if (DAYS.has(word)) named.day = true;
  else if (WEEKLY.has(word)) named.week = true;
  else if (MONTHLY.has(word)) named.month = true;
  else return FILLERS.has(word);
  return true;
}

function list(values: readonly number[]): string {
  return [...new Set(values)].sort((a, b) => a - b).join(',');
}

/** Day and weekday fields; null where the words name two kinds of day at once, or none. */
function dayFields(named: Named): string | null {
  const { day, week, month, weekdays, dates } = named;
  if (month || dates.length > 0) {
    const clear = weekdays.length === 0 && !week && (month || !day);
    return clear ? `${dates.length > 0 ? list(dates) : '1'} * *` : null;
  }
  if (weekdays.length > 0) return day ? null : `* * ${list(weekdays)}`;
  if (week) return day ? null : '* * 1';
  return '* * *';
}

/** Minute and hour fields; null where the times are not one set of minutes in each of the hours. */
function timeFields(times: readonly Time[]): string | null {
  const minutes = new Set(times.map(({ minute }) => minute));
  const [minute] = minutes;
  if (minute === undefined || minutes.size > 1) return null;
  return `${minute} ${list(times.map(({ hour }) => hour))}`;
}

/** The fields of `every 6 hours`; null where no such step divides the day or the hour. */
function intervalFields(count: number, unit: string): string | null {
  const minutes = unit.startsWith('m') ? count : count * 60;
  if (minutes === 24 * 60) return '0 0';
  if (minutes < 60) return minutes > 0 && 60 % minutes === 0 ? `*/${minutes} *` : null;
  if (minutes % 60 !== 0 || 24 % (minutes / 60) !== 0) return null;
  return minutes === 60 ? '0 *' : `0 */${minutes / 60}`;
}

const COUNTS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const COUNT_WORD = new RegExp(`\\b(every )(${COUNTS.join('|')})\\b`, 'g');

function tidy(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/(\d)\s*([ap])\.?\s?m\b\.?/g, '$1$2m')
    .replace(/\bat (\d{1,2})(?![\d:.apsnrth])/g, 'at $1:00')
    .replace(/([a-z])\s*(?:–|-|\bto\b|\bthrough\b)\s*([a-z])/g, '$1-$2')
    .replace(/\b(hourly|every hour)\b/g, 'every 1 hours')
    .replace(/\bevery half(?: an)? hour\b/g, 'every 30 minutes')
    .replace(/\bevery minute\b/g, 'every 1 minutes')
    .replace(/\b(?:twice (?:a|per) day|twice daily|two times a day)\b/g, 'at 9:00 and 18:00')
    .replace(COUNT_WORD, (_, before: string, word: string) => `${before}${COUNTS.indexOf(word)}`)
    .replace(/,/g, ' ');
}

const INTERVAL = /\bevery (\d{1,4}) ?(hours?|hrs?|h|minutes?|mins?|m)(?![a-z])/;

/** Cron fields know no weeks and no days but those of a month: neither every second one nor the last one. */
const ALTERNATING =
  /\bevery (?:other|second|2nd|third|3rd)\b|\balternat|\b(?:fortnightly|bi-?weekly|every fortnight)\b|\bevery \d+ (?:days?|weeks?|months?)\b/;
const NTH_DAY =
  /\blast (?:\w+ )?(?:day|mon|tue|wed|thu|fri|sat|sun|week|of)|\b(?:first|second|third|fourth|1st|2nd|3rd|4th) (?:mon|tue|wed|thu|fri|sat|sun|week|working|work)/;

/**
 * Why words are no schedule: not understood, a step that divides neither an hour nor a day, times that need two schedules,
 * every second day or week, or a day counted by weekday or from the end of a month.
 */
type NoSchedule = 'unreadable' | 'uneven' | 'mixed' | 'alternating' | 'nth-day';

type Worded =
  { readonly ok: true; readonly cron: string } | { readonly ok: false; readonly reason: NoSchedule };

const no = (reason: NoSchedule): Worded => ({ ok: false, reason });

/** Times and days in turns, "Mondays 09:00 and Thursdays 10:00": each day has a time of its own. */
const IN_TURNS = /dt+d|td+t/;

function nameAll(words: readonly string[]): Named | null {
  const times: Time[] = [];
  const named = { order: '', times, weekdays: [], dates: [], day: false, week: false, month: false };
  return words.every((word) => take(named, word)) ? named : null;
}

function every(count: number, unit: string, named: Named): Worded {
  const days = dayFields(named);
  if (named.times.length > 0 || days === null) return no('unreadable');
  const fields = intervalFields(count, unit);
  return fields === null ? no('uneven') : { ok: true, cron: `${fields} ${days}` };
}

/**
 * Five cron fields for a preset (`@daily`) or plain words (`weekdays 18:00`), or why not: words that are not understood,
 * and those that no cron fields say ("Mondays 9:00 and Fridays 10:00"). Words that name no hour mean 09:00.
 */
export function wordsToCron(text: string): Worded {
  const preset = PRESETS.get(text.trim().toLowerCase());
  if (preset !== undefined) return { ok: true, cron: preset };
  const tidied = tidy(text);
  if (ALTERNATING.test(tidied)) return no('alternating');
  if (NTH_DAY.test(tidied)) return no('nth-day');
  const interval = INTERVAL.exec(tidied);
  const words = tidied
    .replace(INTERVAL, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
  const named = nameAll(words);
  if (named === null) return no('unreadable');
  if (interval !== null) return every(Number(interval[1]), interval[2] ?? '', named);
  if (words.every((word) => FILLERS.has(word))) return no('unreadable');
  const times = timeFields(named.times.length > 0 ? named.times : [MORNING]);
  const days = dayFields(named);
  if (IN_TURNS.test(named.order) || times === null) return no('mixed');
  return days === null ? no('unreadable') : { ok: true, cron: `${times} ${days}` };
}
