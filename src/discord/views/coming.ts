/** Several reminders of one day in one post. */
import { sameVersion, versionId, type Post } from '../../domain/post.js';
import type { Ultimatum } from '../../domain/ultimatum.js';
import type { Words } from '../../wording/index.js';
import type { Line } from '../../wording/parts.js';
import {
  reminderListLines,
  type ListedReminder,
  type ReminderListOptions,
} from '../../wording/reminder-list.js';
import { FULL, type TextBudget } from '../../wording/text-budget.js';
import type { View } from '../command.js';
import { drawLines } from '../draw.js';
import { publicButton, row } from './buttons.js';
import { fits } from './fit.js';
import { isSilent } from './milestone.js';

/** A reminder, if it still holds: the deadline runs, and is the one it belongs to. */
export function comingUp(
  ultimatum: Ultimatum,
  { number, version, rung }: Extract<Post, { readonly kind: 'milestone' }>,
): ListedReminder | null {
  const { inForce, state, hidden } = ultimatum;
  if (inForce === null || state !== 'open' || hidden !== null) return null;
  return sameVersion(versionId(inForce), version) ? { number, ultimatum, version: inForce, rung } : null;
}

const HOURS = 24;
const hoursOf = ({ rung }: ListedReminder) => rung.count * (rung.unit === 'days' ? HOURS : 1);

const MOST_LINES = 10;
const NARROW: TextBudget = { ...FULL, name: 30, text: 40 };
const LIST_BUDGETS: readonly TextBudget[] = [{ ...FULL, name: 50, text: 80 }, NARROW];

function fittingList(
  words: Words,
  reminders: readonly ListedReminder[],
  day: Pick<ReminderListOptions, 'on' | 'zone'>,
): readonly Line[] {
  const write = (lines: number, budget: TextBudget) =>
    reminderListLines(words, reminders, { ...day, lines, budget });
  for (let lines = MOST_LINES; lines > 1; lines -= 1) {
    const fitting = LIST_BUDGETS.map((budget) => write(lines, budget)).find(fits);
    if (fitting !== undefined) return fitting;
  }
  return write(1, NARROW);
}

/** More than three reminders of one day in one post, the nearest first; null where none still holds. */
export function comingPost(
  words: Words,
  reminders: readonly ListedReminder[],
  { marker, ...day }: Pick<ReminderListOptions, 'on' | 'zone'> & { readonly marker: string },
): View | null {
  if (reminders.length === 0) return null;
  const nearest = reminders.toSorted((a, b) => hoursOf(a) - hoursOf(b));
  return {
    content: drawLines(fittingList(words, nearest, day)),
    components: [row([publicButton(words, 'all', 'rungs', marker)])],
    ...(nearest.every(({ rung }) => isSilent(rung)) ? { silent: true } : {}),
  };
}
