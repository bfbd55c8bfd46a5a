/** Reminders before a deadline, and the post when it has passed. */
import type { ReminderOffset } from '../domain/guild.js';
import type { Ultimatum, Version } from '../domain/ultimatum.js';
import { demandText, threatText, yearOf, type About } from './about.js';
import { deadlineText, endText, namedInstant, relative, shortDay, shownEnd, whenText } from './dates.js';
import { quotation } from './quotation.js';
import type { Words } from './index.js';
import type { Text } from './parts.js';
import { headText, type PostText } from './post.js';
import type { TextBudget } from './text-budget.js';

/** `Deadline tomorrow`, `7 days to the deadline`. */
function reminderHead({ posts }: Words, { unit, count }: ReminderOffset): Text {
  if (unit === 'days' && count === 1) return posts.reminder.tomorrow;
  return unit === 'days' ? posts.reminder.days(count) : posts.reminder.hours(count);
}

function historyTexts(
  words: Words,
  ultimatum: Ultimatum,
  version: Version,
  budget: TextBudget,
): readonly (Text | null)[] {
  const { reminder, movesSentence } = words.posts;
  const near = yearOf(ultimatum);
  const [first] = ultimatum.versions;
  const stated = whenText(words, version.stated, ultimatum.zone, near);
  const earlier = first !== undefined && first.number !== version.number ? first.reading : null;
  return [
    reminder.stated(stated, quotation(words, version.reading.words, budget.words)),
    earlier === null
      ? null
      : reminder.firstDeadline(shortDay(words, namedInstant(earlier), earlier.zone, near)),
    movesSentence(ultimatum.moves),
  ];
}

/** A reminder so long before a deadline. */
export function reminderText(
  words: Words,
  about: About,
  version: Version,
  offset: ReminderOffset,
  budget: TextBudget,
): PostText {
  const { ultimatum, now } = about;
  const { reading } = version;
  const time = [relative(words, shownEnd(reading), now)];
  return {
    head: headText(words, reminderHead(words, offset), about, budget),
    body: [
      words.posts.deadline(words.dates.countdown(deadlineText(words, reading), time)),
      demandText(words, ultimatum, budget),
      threatText(words, ultimatum.threat, budget.text),
    ],
    small: historyTexts(words, ultimatum, version, budget),
  };
}

/** The deadline is over, and nobody has said yet what became of it. */
export function passedText(words: Words, about: About, { reading }: Version, budget: TextBudget): PostText {
  const { ultimatum, now } = about;
  const { passed } = words.posts;
  const ended = endText(words, reading, 'ended', { year: true });
  return {
    head: headText(words, passed.head, about, budget),
    body: [
      words.dates.countdown(ended, [relative(words, shownEnd(reading), now)]),
      demandText(words, ultimatum, budget),
      threatText(words, ultimatum.threat, budget.text),
    ],
    small: [passed.noJudgement, passed.next],
  };
}
