import type { Suggestion } from '../../src/discord/option.js';
import { describeSchedule, parseSchedule } from '../../src/domain/cron/index.js';

const USUAL = ['every day at 09:00', 'weekdays 09:00', 'weekdays 18:00', 'Mondays 09:00', 'every 6 hours'];

/** The reading of what is typed, in words that are read the same; some phones send the words in place of the value. */
function reading(typed: string): readonly Suggestion[] {
  const cron = parseSchedule(typed);
  if (!cron.ok) return [];
  const words = describeSchedule(cron.value);
  const back = parseSchedule(words);
  const same = back.ok && back.value === cron.value && words.length <= 100;
  return [{ name: same ? words : typed.slice(0, 100), value: cron.value }];
}

/** Schedules for the autocomplete: what is typed, and the usual ones that begin so. */
export function suggestEvery(typed: string): readonly Suggestion[] {
  const read = reading(typed.trim());
  const begun = USUAL.filter((one) => one.toLowerCase().startsWith(typed.trim().toLowerCase()));
  const usual = begun.flatMap(reading).filter(({ value }) => value !== read[0]?.value);
  return [...read, ...usual];
}
