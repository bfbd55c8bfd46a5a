import { parseFields, runsOf, strideOf, type Field, type Fields } from './fields.js';

const WEEKDAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTH_NAMES = [
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
/** More times a day than these are told as minutes and hours. */
const MOST_TIMES = 6;

function join(parts: readonly string[], word = 'and'): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${word} ${last}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

function ordinal(value: number): string {
  const teen = value % 100 >= 11 && value % 100 <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th');
  return `${value}${ending}`;
}

/** Runs of three and more as "9 to 17". */
function spans(values: readonly number[], name: (value: number) => string): string {
  const parts = runsOf(values).flatMap(([from, to]) => {
    if (to - from >= 2) return [`${name(from)} to ${name(to)}`];
    return from === to ? [name(from)] : [name(from), name(to)];
  });
  return join(parts);
}

/** "every 6 hours", where the times of the day are an even beat from midnight on. */
function beat({ minutes, hours }: Fields): string | null {
  const everyHour = hours.values.length === 24;
  const [minute] = minutes.values;
  const single = minutes.values.length === 1;
  if (single && minute === 0 && everyHour) return 'every hour';
  const halves = minutes.values.length > 1 && everyHour ? strideOf(minutes, 0, 59) : null;
  if (halves !== null && 60 % halves === 0) return `every ${halves} minutes`;
  const step = single && minute === 0 ? strideOf(hours, 0, 23) : null;
  return step !== null && 24 % step === 0 ? `every ${step} hours` : null;
}

function times({ minutes, hours }: Fields): string {
  if (minutes.values.length * hours.values.length <= MOST_TIMES) {
    const all = hours.values.flatMap((hour) => minutes.values.map((minute) => `${pad(hour)}:${pad(minute)}`));
    return `at ${join(all)}`;
  }
  const past = `at ${spans(minutes.values, (minute) => `:${pad(minute)}`)}`;
  return hours.values.length === 24
    ? `${past} of every hour`
    : `${past} of the hours ${spans(hours.values, (hour) => pad(hour))}`;
}

function weekdayNames(field: Field): string {
  const monday = [...field.values].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7));
  if (monday.join() === '1,2,3,4,5') return 'weekday';
  return join(monday.map((value) => WEEKDAY_NAMES[value] ?? ''));
}

function days({ days: dates, weekdays, months }: Fields): string {
  const which = months.any ? '' : ` in ${spans(months.values, (month) => MONTH_NAMES[month - 1] ?? '')}`;
  const month = months.any ? ' of every month' : which;
  const byDate = `on the ${spans(dates.values, ordinal)}${month}`;
  const byWeekday = `every ${weekdayNames(weekdays)}${which}`;
  if (!dates.any && !weekdays.any) return `${byDate} and ${byWeekday}`;
  if (!dates.any) return byDate;
  return weekdays.any ? `every day${which}` : byWeekday;
}

/** What a cron expression says, in English: "every day at 09:00". The expression itself where it is none. */
export function describeSchedule(cron: string): string {
  const fields = parseFields(cron);
  if (fields === null) return cron;
  const even = beat(fields);
  const { days: dates, weekdays, months } = fields;
  if (even === null) return `${days(fields)} ${times(fields)}`;
  return dates.any && weekdays.any && months.any ? even : `${even}, ${days(fields)}`;
}
