/** A schedule in words, from its five cron fields. */
import { shapeOf, type ScheduleDays, type ScheduleTimes, type ValueRun } from '../domain/cron/index.js';
import type { Words } from './index.js';
import { code, type Text } from './parts.js';

/** `9 to 17` for three and more in a row. */
function runsText(
  { schedules, lists }: Words,
  runs: readonly ValueRun[],
  name: (value: number) => Text,
): Text {
  const texts = runs.flatMap(({ from, to }) => {
    if (to - from >= 2) return [schedules.range(name(from), name(to))];
    return from === to ? [name(from)] : [name(from), name(to)];
  });
  return lists.and(texts);
}

function timesText(words: Words, times: ScheduleTimes): Text {
  const { schedules, lists } = words;
  switch (times.kind) {
    case 'every-hour':
      return schedules.everyHour;
    case 'every-minutes':
      return schedules.everyMinutes(times.count);
    case 'every-hours':
      return schedules.everyHours(times.count);
    case 'at':
      return schedules.at(lists.and(times.times.map(({ hour, minute }) => schedules.time(hour, minute))));
    case 'minutes-of-hours': {
      const minutes = runsText(words, times.minutes, schedules.minute);
      if (times.hours === null) return schedules.minutesOfEveryHour(minutes);
      return schedules.minutesOfHours(minutes, runsText(words, times.hours, schedules.hour));
    }
  }
}

function weekdaysText(words: Words, weekdays: readonly number[] | 'workdays', months: Text | null): Text {
  const { schedules, lists } = words;
  const names = weekdays === 'workdays' ? schedules.workday : lists.and(weekdays.map(schedules.weekday));
  const every = schedules.everyWeekday(names);
  return months === null ? every : schedules.inMonths(every, months);
}

function daysText(words: Words, { dates, weekdays, months }: ScheduleDays): Text {
  const { schedules } = words;
  const inMonths = months === null ? null : runsText(words, months, schedules.month);
  const byWeekday = weekdays === null ? null : weekdaysText(words, weekdays, inMonths);
  if (dates !== null) {
    const names = runsText(words, dates, schedules.date);
    const byDate = inMonths === null ? schedules.onDates(names) : schedules.onDatesIn(names, inMonths);
    return byWeekday === null ? byDate : schedules.either(byDate, byWeekday);
  }
  if (byWeekday !== null) return byWeekday;
  return inMonths === null ? schedules.everyDay : schedules.inMonths(schedules.everyDay, inMonths);
}

const BEATS: ReadonlySet<ScheduleTimes['kind']> = new Set(['every-hour', 'every-minutes', 'every-hours']);

/** `every day at 09:00`; the expression itself where it can't be read. */
export function scheduleText(words: Words, cron: string): Text {
  const shape = shapeOf(cron);
  if (shape === null) return [code(cron)];
  const { times, days } = shape;
  const { schedules } = words;
  const timed = timesText(words, times);
  if (!BEATS.has(times.kind)) return schedules.timed(daysText(words, days), timed);
  const daily = days.dates === null && days.weekdays === null && days.months === null;
  return daily ? timed : schedules.beatOn(timed, daysText(words, days));
}
