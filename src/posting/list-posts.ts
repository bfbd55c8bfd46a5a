/** Posts that list ultimatums: the digest of a countdown, the reminders of one day, and the nudge to curators. */
import type { Numbered } from '../wording/about.js';
import { digestLines, nudgeLines, type Digest, type DigestOptions } from '../wording/digest.js';
import type { Words } from '../wording/index.js';
import { plain, type Line } from '../wording/parts.js';
import {
  reminderListLines,
  type ListedReminder,
  type ReminderListOptions,
} from '../wording/reminder-list.js';
import { FULL, type TextBudget } from '../wording/text-budget.js';
import type { Fits, PostDescription } from './post-description.js';
import { isSilent } from './ultimatum-posts.js';
import type { RecordInstant } from '../domain/instant.js';

const MOST_LINES = 10;
const MOST_NUDGED = 5;
const WIDE: TextBudget = { ...FULL, name: 50, names: 60, text: 80 };
const MIDDLE: TextBudget = { ...FULL, name: 40, names: 50, text: 40 };
const NARROW: TextBudget = { ...FULL, name: 30, names: 30, text: 40 };

/** Shortens the texts first, then drops the threats, then lines. */
function fittingDigest(words: Words, digest: Digest, fits: Fits): readonly Line[] {
  const write = (options: DigestOptions) => digestLines(words, digest, options);
  const wide = write({ lines: MOST_LINES, budget: WIDE, threats: true });
  if (fits(wide)) return wide;
  const middle = write({ lines: MOST_LINES, budget: MIDDLE, threats: true });
  if (fits(middle)) return middle;
  const narrow = { budget: NARROW, threats: false };
  let lines = MOST_LINES;
  while (lines > 1 && !fits(write({ ...narrow, lines }))) lines -= 1;
  return write({ ...narrow, lines });
}

/** One silent post for everything that runs; null where nothing does. */
export function digestPost(words: Words, digest: Digest): PostDescription | null {
  return digest.dated + digest.undated === 0 ? null : digestAgain(words, digest);
}

/** A digest that stands in a channel: it also says that nothing runs any more, and never counts down to a dead date. */
export function digestAgain(words: Words, digest: Digest): PostDescription {
  return {
    lines: (fits) => fittingDigest(words, digest, fits),
    buttons: ['all'],
    subject: 'countdown',
    silent: true,
  };
}

const HOURS = 24;
const hoursOf = ({ offset }: ListedReminder) => offset.count * (offset.unit === 'days' ? HOURS : 1);

/** Drops a line only where even the shortest texts do not fit. */
function fittingReminders(
  words: Words,
  reminders: readonly ListedReminder[],
  day: Pick<ReminderListOptions, 'on' | 'zone'>,
  fits: Fits,
): readonly Line[] {
  const write = (lines: number, budget: TextBudget) =>
    reminderListLines(words, reminders, { ...day, lines, budget });
  for (let lines = MOST_LINES; lines > 1; lines -= 1) {
    const fitting = [WIDE, NARROW].map((budget) => write(lines, budget)).find(fits);
    if (fitting !== undefined) return fitting;
  }
  return write(1, NARROW);
}

/** The reminders of one day in one post, the nearest deadline first; null where there are none. */
export function reminderListPost(
  words: Words,
  reminders: readonly ListedReminder[],
  day: Pick<ReminderListOptions, 'on' | 'zone'>,
): PostDescription | null {
  if (reminders.length === 0) return null;
  const nearest = reminders.toSorted((a, b) => hoursOf(a) - hoursOf(b));
  return {
    lines: (fits) => fittingReminders(words, nearest, day, fits),
    buttons: ['all'],
    subject: 'reminders',
    silent: nearest.every(({ offset }) => isSilent(offset)),
  };
}

export interface Nudge {
  /** Passed and not reviewed, the longest waiting first. */
  readonly waiting: readonly Numbered[];
  readonly total: number;
}

function fittingNudge(
  words: Words,
  { waiting, total }: Nudge,
  now: RecordInstant,
  fits: Fits,
): readonly Line[] {
  let shown = waiting.slice(0, MOST_NUDGED);
  const write = () => nudgeLines(words, shown, total, now);
  while (shown.length > 1 && !fits(write())) shown = shown.slice(0, -1);
  return write();
}

/** Tells curators, in their channel only, what passed and is not reviewed; null where there is nothing. */
export function nudgePost(words: Words, nudge: Nudge, now: RecordInstant): PostDescription | null {
  if (nudge.waiting.length === 0) return null;
  return {
    lines: (fits) => fittingNudge(words, nudge, now, fits),
    buttons: ['review'],
    subject: 'review',
    silent: false,
  };
}

/** The same message once some of it was reviewed. */
export function nudgeAgain(words: Words, nudge: Nudge, now: RecordInstant): PostDescription {
  const reviewed: PostDescription = {
    lines: () => [plain(words.overviews.nudge.reviewed)],
    buttons: [],
    subject: 'review',
    silent: true,
  };
  return nudgePost(words, nudge, now) ?? reviewed;
}
