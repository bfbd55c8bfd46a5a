/** Reminders before a deadline, and the post when it has passed. */
import type { ReminderOffset } from '../../domain/guild.js';
import type { Version } from '../../domain/ultimatum.js';
import type { Words } from '../../wording/index.js';
import type { Compose } from '../../wording/post.js';
import { passedText, reminderText } from '../../wording/reminder.js';
import type { View } from '../command.js';
import { postView, type Posted } from './post.js';

/** Reminders more than a day before a deadline are silent. */
export function isSilent({ unit, count }: ReminderOffset): boolean {
  return unit === 'days' ? count > 1 : count > 24;
}

export function milestonePost(words: Words, posted: Posted, version: Version, offset: ReminderOffset): View {
  const compose: Compose = (budget) => reminderText(words, posted, version, offset, budget);
  const view = postView(words, posted, compose, ['details']);
  return isSilent(offset) ? { ...view, silent: true } : view;
}

export function passedPost(words: Words, posted: Posted, version: Version): View {
  return postView(words, posted, (budget) => passedText(words, posted, version, budget), [
    'details',
    'outcome',
  ]);
}
