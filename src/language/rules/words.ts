/** Pieces of patterns over the plain words. */

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
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

export const MONTH = `(${MONTHS.join('|')})`;
export const WEEKDAY = `(${WEEKDAYS.join('|')})`;
export const UNIT =
  '(second|minute|hour|day|workday|week|fortnight|month|quarter(?! (?:past|to|before|until) (?:\\d|noon|midnight))(?! (?:of|full|empty|done|complete)(?: |$))(?! (?:an? )?(?:second|minute|hour|day|week|month|year))|year|decade)';
/** A year is no time of day ("2000 GMT") and no count ("2000 troops"). */
export const YEAR = '((?:19|20|21)\\d{2})(?! (?:hour|day|gmt|utc|z|troops|people|soldiers)\\b)';
export const NEXT = '(this|next|current|coming|following|this coming|this next)';

export const monthOf = (name: string | undefined): number => MONTHS.indexOf(name ?? '') + 1;
/** 1 (Monday) to 7. */
export const weekdayNumber = (name: string | undefined): number => WEEKDAYS.indexOf(name ?? '') + 1;
/** A pattern without its captures. */
export const bare = (pattern: string): string => pattern.replaceAll(/\((?!\?)/g, '(?:');
