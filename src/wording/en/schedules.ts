/** Schedules in English. What it says can be typed again as a schedule, wherever that is possible. */
import type { Text } from '../parts.js';
import { t, textOf } from '../text.js';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const two = (value: number): string => String(value).padStart(2, '0');

function ordinal(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
}

export const schedules = {
  everyHour: t`every hour`,
  everyMinutes: (count: number): Text => t`every ${count} minutes`,
  everyHours: (count: number): Text => t`every ${count} hours`,
  /** `times` is a list of `time`. */
  at: (times: Text): Text => t`at ${times}`,
  time: (hour: number, minute: number): Text => textOf(`${two(hour)}:${two(minute)}`),
  minute: (minute: number): Text => textOf(`:${two(minute)}`),
  hour: (hour: number): Text => textOf(two(hour)),
  minutesOfEveryHour: (minutes: Text): Text => t`at ${minutes} of every hour`,
  minutesOfHours: (minutes: Text, hours: Text): Text => t`at ${minutes} of the hours ${hours}`,
  range: (from: Text, to: Text): Text => t`${from} to ${to}`,
  date: (date: number): Text => textOf(ordinal(date)),
  /** Sunday is 0. */
  weekday: (weekday: number): Text => textOf(WEEKDAYS[weekday] ?? ''),
  workday: t`weekday`,
  /** January is 1. */
  month: (month: number): Text => textOf(MONTHS[month - 1] ?? ''),
  everyDay: t`every day`,
  onDates: (dates: Text): Text => t`on the ${dates} of every month`,
  onDatesIn: (dates: Text, months: Text): Text => t`on the ${dates} in ${months}`,
  everyWeekday: (weekdays: Text): Text => t`every ${weekdays}`,
  inMonths: (days: Text, months: Text): Text => t`${days} in ${months}`,
  /** Either will do. */
  either: (dates: Text, weekdays: Text): Text => t`${dates} and ${weekdays}`,
  timed: (days: Text, times: Text): Text => t`${days} ${times}`,
  beatOn: (beat: Text, days: Text): Text => t`${beat}, ${days}`,
  inPlace: (schedule: Text, place: Text): Text => t`${schedule} in ${place}`,
};
