/** Several reminders of one day in one post. */
import type { ReminderOffset } from '../domain/guild.js';
import type { Version } from '../domain/ultimatum.js';
import { subject } from './subject.js';
import { partiesText, type Numbered } from './about.js';
import { longDay, namedInstant, relative, shownEnd, weekday } from './dates.js';
import { demandSentence, zonesText } from './digest.js';
import type { Words } from './index.js';
import { head, plain, small, strong, type Line, type Text } from './parts.js';
import type { TextBudget } from './text-budget.js';

/** A reminder in a list of reminders. */
export interface ListedReminder extends Numbered {
  readonly version: Version;
  readonly offset: ReminderOffset;
}

/** Whether this reminder goes out one day before its deadline. */
export function isTomorrow({ offset }: Pick<ListedReminder, 'offset'>): boolean {
  return offset.unit === 'days' && offset.count === 1;
}

/** `Tomorrow`, `In 7 days`, `In 6 hours`. */
function whenText({ overviews }: Words, reminder: ListedReminder): Text {
  const { unit, count } = reminder.offset;
  const { tomorrow, inDays, inHours } = overviews.reminders;
  if (isTomorrow(reminder)) return tomorrow;
  return unit === 'days' ? inDays(count) : inHours(count);
}

function reminderLine(words: Words, reminder: ListedReminder, on: number, budget: TextBudget): Line {
  const { number, ultimatum, version } = reminder;
  const { reading } = version;
  return plain(
    words.overviews.reminders.line(
      strong(whenText(words, reminder)),
      weekday(words, namedInstant(reading), reading.zone, on),
      relative(words, shownEnd(reading), on),
      partiesText(words, ultimatum, budget),
      demandSentence(ultimatum, budget),
      subject(number),
    ),
  );
}

export interface ReminderListOptions {
  /** The instant they are due (ms UTC), and the zone of the channel whose day it is. */
  readonly on: number;
  readonly zone: string;
  /** At most this many are named. */
  readonly lines: number;
  readonly budget: TextBudget;
}

/**
 * One post in the place of many: the reminders of a day under a heading, at most `lines` of them, then how many more
 * there are.
 */
export function reminderListLines(
  words: Words,
  reminders: readonly ListedReminder[],
  { on, zone, lines, budget }: ReminderListOptions,
): readonly Line[] {
  const more = reminders.length - lines;
  return [
    head(words.overviews.reminders.head(longDay(words, on, zone), reminders.length)),
    ...reminders.slice(0, lines).map((reminder) => reminderLine(words, reminder, on, budget)),
    ...(more > 0 ? [plain(words.names.andMore(more))] : []),
    small(zonesText(words, reminders, [zone])),
  ];
}
