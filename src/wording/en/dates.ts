/** Dates in English. A `DateTime` that is given here already has its zone and locale. */
import type { DateTime } from 'luxon';
import type { Text } from '../parts.js';
import { t, textOf } from '../text.js';
import { days } from './plural.js';

const distances = new Intl.RelativeTimeFormat('en');

const written =
  (pattern: string) =>
  (day: DateTime): Text =>
    textOf(day.toFormat(pattern));

/** How a deadline ends, for both tenses. */
const ends = {
  atTime: (time: Text, day: Text, zone: Text): Text => t`${time} on ${day}, ${zone}`,
  startOfDay: (day: Text, zone: Text): Text => t`the start of ${day}, ${zone}`,
  endOfDay: (day: Text, zone: Text): Text => t`the end of ${day}, ${zone}`,
};

export const dates = {
  /** `Tue 2 Sep 2025`. */
  longDay: written('ccc d LLL yyyy'),
  /** `Tue 2 Sep`. */
  weekday: written('ccc d LLL'),
  /** `2 Sep`. */
  day: written('d LLL'),
  /** `2 Sep 2025`. */
  dayAndYear: written('d LLL yyyy'),
  /** `2`: the first of two days in one month. */
  dayOfMonth: written('d'),
  month: written('LLL yyyy'),
  wholeMonth: written('LLLL yyyy'),
  year: written('yyyy'),
  time: written('HH:mm'),
  /** For citing, in UTC. */
  stamp: (instant: DateTime): Text => t`${textOf(instant.toFormat('d LLL yyyy HH:mm'))} UTC`,

  on: (day: Text): Text => t`on ${day}`,
  /** A month or a year. */
  during: (period: Text): Text => t`in ${period}`,
  /** Some days, of which one is meant. */
  between: (first: Text, last: Text): Text => t`between ${first} and ${last}`,
  at: (day: Text, time: Text): Text => t`${day}, ${time}`,
  timeOn: (time: Text, day: Text): Text => t`${time} on ${day}`,
  span: (from: Text, to: Text): Text => t`${from} to ${to}`,
  /** Between two dates that have a time of day. */
  timedSpan: (from: Text, to: Text): Text => t`${from}, to ${to}`,
  /** Approximate. */
  about: (date: Text): Text => t`about ${date}`,
  before: (date: Text): Text => t`before ${date}`,
  inPlace: (date: Text, place: Text): Text => t`${date} in ${place}`,
  startOfDay: (date: Text, place: Text): Text => t`${date}, from the start of the day in ${place}`,
  endOfDay: (date: Text, place: Text): Text => t`${date}, end of day in ${place}`,
  endOfWindow: (span: Text, day: Text, zone: Text): Text => t`${span}, until the end of ${day}, ${zone}`,
  orSooner: (deadline: Text): Text => t`${deadline}, or sooner`,
  countdown: (deadline: Text, time: Text): Text => t`${deadline}, ${time}`,

  utc: t`UTC`,
  unknownZone: (zone: Text): Text => t`UTC (time zone not known here: ${zone})`,
  zoneTime: (place: Text): Text => t`${place} time`,
  zonesNote: (zones: Text): Text => t`Time zone not known here: ${zones}; times are shown in UTC.`,

  runsUntil: {
    atTime: (time: Text, day: Text, zone: Text): Text => t`Until ${ends.atTime(time, day, zone)}`,
    about: (day: Text, zone: Text): Text => t`Until about ${day}, ${zone}`,
    before: (day: Text, zone: Text): Text => t`Before ${day}, ${zone}`,
    startOfDay: (day: Text, zone: Text): Text => t`Until ${ends.startOfDay(day, zone)}`,
    endOfDay: (day: Text, zone: Text): Text => t`Until ${ends.endOfDay(day, zone)}`,
  },
  ended: {
    atTime: (time: Text, day: Text, zone: Text): Text => t`It ended at ${ends.atTime(time, day, zone)}`,
    about: (day: Text, zone: Text): Text => t`It ended about ${day}, ${zone}`,
    before: (day: Text, zone: Text): Text => t`It ended before ${day}, ${zone}`,
    startOfDay: (day: Text, zone: Text): Text => t`It ended at ${ends.startOfDay(day, zone)}`,
    endOfDay: (day: Text, zone: Text): Text => t`It ended at ${ends.endOfDay(day, zone)}`,
  },

  sameDay: t`the same day`,
  earlier: (count: number): Text => t`${days(count)} earlier`,
  later: (count: number): Text => t`${days(count)} later`,

  /** `in 2 days`, `3 hours ago`. */
  distance: (count: number, unit: Intl.RelativeTimeFormatUnit): string => distances.format(count, unit),
  justNow: 'just now',
  inAMoment: 'in a moment',
};
