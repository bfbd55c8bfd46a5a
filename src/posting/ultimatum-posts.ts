/** Posts about one ultimatum: its card, its entries, the reminders before a deadline, and that it has passed. */
import type { Entry, EventKind } from '../domain/entry.js';
import type { ReminderOffset } from '../domain/guild.js';
import { ultimatumId } from '../domain/ultimatum-id.js';
import type { Version } from '../domain/ultimatum.js';
import type { About } from '../wording/about.js';
import { cardText } from '../wording/card.js';
import { announcedEntry } from '../wording/entry.js';
import type { Words } from '../wording/index.js';
import { head } from '../wording/parts.js';
import { postLines, type Compose } from '../wording/post.js';
import { correctionAt, rectificationText } from '../wording/rectification.js';
import { passedText, reminderText } from '../wording/reminder.js';
import { tombstoneText } from '../wording/tombstone.js';
import { fitToLimit, type PostButton, type PostDescription } from './post-description.js';

function ultimatumPost(
  words: Words,
  { number, ultimatum }: About,
  compose: Compose,
  buttons: readonly PostButton[],
): PostDescription {
  return {
    lines: (fits) => fitToLimit((budget) => postLines(words, ultimatum, compose(budget)), fits),
    buttons,
    subject: ultimatumId(number),
    silent: false,
  };
}

/** Takes the place of the card of a hidden ultimatum; it has no buttons, because there is nothing to open. */
function tombstonePost(words: Words, about: About): PostDescription {
  const lines = [head(tombstoneText(words, about))];
  return { lines: () => lines, buttons: [], subject: ultimatumId(about.number), silent: false };
}

/** The one message about an ultimatum that is kept current; its tombstone where the ultimatum is hidden. */
export function cardPost(words: Words, about: About): PostDescription {
  if (about.ultimatum.hidden !== null) return tombstonePost(words, about);
  return ultimatumPost(words, about, (budget) => cardText(words, about, budget), ['details', 'update']);
}

const ENTRY_BUTTONS: Partial<Record<EventKind, readonly PostButton[]>> = {
  recorded: ['details', 'update'],
  outcome: ['details', 'dispute', 'meaning'],
};

/** The post of an entry; null for an entry that is not announced. */
export function entryPost(words: Words, about: About, entry: Entry): PostDescription | null {
  const compose = announcedEntry(words, about, entry);
  if (compose === null) return null;
  return ultimatumPost(words, about, compose, ENTRY_BUTTONS[entry.event.kind] ?? ['details']);
}

/** What a correction set right, for those who read what was wrong; null where the correction was taken back. */
export function correctionPost(words: Words, about: About, seq: number): PostDescription | null {
  const correction = correctionAt(about.ultimatum, seq);
  if (correction === null) return null;
  const compose: Compose = (budget) => rectificationText(words, about, correction, budget);
  return { ...ultimatumPost(words, about, compose, ['details']), silent: true };
}

/** Whether a reminder notifies nobody: it comes more than a day before the deadline. */
export function isSilent({ unit, count }: ReminderOffset): boolean {
  return unit === 'days' ? count > 1 : count > 24;
}

/** A reminder so long before a deadline. */
export function reminderPost(
  words: Words,
  about: About,
  version: Version,
  offset: ReminderOffset,
): PostDescription {
  const compose: Compose = (budget) => reminderText(words, about, version, offset, budget);
  return { ...ultimatumPost(words, about, compose, ['details']), silent: isSilent(offset) };
}

/** A deadline has passed, and its outcome is not recorded yet. */
export function passedPost(words: Words, about: About, version: Version): PostDescription {
  const compose: Compose = (budget) => passedText(words, about, version, budget);
  return ultimatumPost(words, about, compose, ['details', 'outcome']);
}
