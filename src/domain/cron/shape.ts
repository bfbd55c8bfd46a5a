/** What a cron expression says, as codes: the catalogue puts it into words. */
import { parseFields, runsOf, strideOf, type CronField, type CronFields } from './fields.js';

/** Values that follow each other; one of them where both ends are the same. */
export interface ValueRun {
  readonly from: number;
  readonly to: number;
}

interface DayTime {
  readonly hour: number;
  readonly minute: number;
}

/** The times of a day that fires. */
export type ScheduleTimes =
  | { readonly kind: 'every-hour' }
  | { readonly kind: 'every-minutes'; readonly count: number }
  | { readonly kind: 'every-hours'; readonly count: number }
  | { readonly kind: 'at'; readonly times: readonly DayTime[] }
  /** Too many to list: minutes of hours; `hours` is null for all of them. */
  | {
      readonly kind: 'minutes-of-hours';
      readonly minutes: readonly ValueRun[];
      readonly hours: readonly ValueRun[] | null;
    };

/** The days that fire. A null restricts nothing; where dates and weekdays are both given, either will do. */
export interface ScheduleDays {
  readonly dates: readonly ValueRun[] | null;
  /** Sunday is 0; Monday comes first. `workdays` is Monday to Friday. */
  readonly weekdays: readonly number[] | 'workdays' | null;
  readonly months: readonly ValueRun[] | null;
}

export interface ScheduleShape {
  readonly times: ScheduleTimes;
  readonly days: ScheduleDays;
}

/** More times a day than these are told as minutes and hours. */
const MOST_TIMES = 6;

const runs = ({ values }: CronField): readonly ValueRun[] =>
  runsOf(values).map(([from, to]) => ({ from, to }));

/** An even beat from midnight on; null where the times are none. */
function beatOf({ minutes, hours }: CronFields): ScheduleTimes | null {
  const everyHour = hours.values.length === 24;
  const [minute] = minutes.values;
  const single = minutes.values.length === 1;
  if (single && minute === 0 && everyHour) return { kind: 'every-hour' };
  const stride = minutes.values.length > 1 && everyHour ? strideOf(minutes, 0, 59) : null;
  if (stride !== null && 60 % stride === 0) return { kind: 'every-minutes', count: stride };
  const step = single && minute === 0 ? strideOf(hours, 0, 23) : null;
  return step !== null && 24 % step === 0 ? { kind: 'every-hours', count: step } : null;
}

function timesOf({ minutes, hours }: CronFields): ScheduleTimes {
  if (minutes.values.length * hours.values.length <= MOST_TIMES) {
    const times = hours.values.flatMap((hour) => minutes.values.map((minute) => ({ hour, minute })));
    return { kind: 'at', times };
  }
  return {
    kind: 'minutes-of-hours',
    minutes: runs(minutes),
    hours: hours.values.length === 24 ? null : runs(hours),
  };
}

function weekdaysOf({ values }: CronField): readonly number[] | 'workdays' {
  const mondayFirst = [...values].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7));
  return mondayFirst.join() === '1,2,3,4,5' ? 'workdays' : mondayFirst;
}

/** The times and days of five cron fields; null where they can't be read. */
export function shapeOf(cron: string): ScheduleShape | null {
  const fields = parseFields(cron);
  if (fields === null) return null;
  const { days, weekdays, months } = fields;
  return {
    times: beatOf(fields) ?? timesOf(fields),
    days: {
      dates: days.any ? null : runs(days),
      weekdays: weekdays.any ? null : weekdaysOf(weekdays),
      months: months.any ? null : runs(months),
    },
  };
}
