/** Pieces of patterns over the plain words. */

/** In the order of the year: the place in the list is the number of the month. */
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
/** In the order of ISO 8601: the place in the list is the number of the day. */
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

export const MONTH = `(${MONTHS.join('|')})`;
export const WEEKDAY = `(${WEEKDAYS.join('|')})`;
/** A quarter of a year; "quarter past 3", "a quarter of", "a quarter hour" are none. */
const QUARTER = [
  'quarter(?! (?:past|to|before|until) (?:\\d|noon|midnight))',
  '(?! (?:of|full|empty|done|complete)(?: |$))',
  '(?! (?:an? )?(?:second|minute|hour|day|week|month|year))',
].join('');
export const UNIT = `(second|minute|hour|day|workday|week|fortnight|month|${QUARTER}|year|decade)`;
/** A year is no time of day ("2000 GMT") and no count ("2000 troops"). */
export const YEAR =
  '((?:19|20|21)\\d{2})(?! (?:hour|day|gmt|utc|z|bst|ist|msk|cest|eest|edt|pdt|cdt|jst|kst|hkt|sgt|pkt|aest|nzst|sast|local-time|troops|people|soldiers)\\b| (?:et|est|pt|pst|ct|cst|cet) (?:today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b)';
export const NEXT = '(this|next|current|coming|following|this coming|this next)';

export const monthOf = (name: string | undefined): number => MONTHS.indexOf(name ?? '') + 1;
/** 1 (Monday) to 7. */
export const weekdayNumber = (name: string | undefined): number => WEEKDAYS.indexOf(name ?? '') + 1;
/** A pattern without its captures. */
export const bare = (pattern: string): string => pattern.replaceAll(/\((?!\?)/g, '(?:');
