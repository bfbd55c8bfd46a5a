/** Schedules for the autocomplete. */
import { plainText } from '../../src/wording/plain-text.js';
import type { Suggestion } from '../../src/discord/option.js';
import { parseSchedule } from '../../src/domain/cron/index.js';
import type { Words } from '../../src/wording/index.js';
import { scheduleText } from '../../src/wording/schedule.js';

/** Every day at 09:00, weekdays at 09:00 and 18:00, Mondays at 09:00, every 6 hours. */
const USUAL = ['0 9 * * *', '0 9 * * 1-5', '0 18 * * 1-5', '0 9 * * 1', '0 */6 * * *'];

const LONGEST_NAME = 100;

/**
 * A schedule by its description where that reads back as the same schedule, else by what was typed: some phones send
 * the name in place of the value.
 */
function suggestion(words: Words, cron: string, typed: string): Suggestion {
  const name = plainText(scheduleText(words, cron));
  const back = parseSchedule(name);
  const same = back.ok && back.value === cron && name.length <= LONGEST_NAME;
  return { name: same ? name : typed.slice(0, LONGEST_NAME), value: cron };
}

/** What is typed, if it is a schedule, and the usual schedules that begin so. */
export function suggestEvery(words: Words, given: string): readonly Suggestion[] {
  const typed = given.trim();
  const read = parseSchedule(typed);
  const begun = USUAL.map((cron) => suggestion(words, cron, cron)).filter(({ name, value }) => {
    const begins = name.toLowerCase().startsWith(typed.toLowerCase());
    return begins && !(read.ok && read.value === value);
  });
  return read.ok ? [suggestion(words, read.value, typed), ...begun] : begun;
}
