/** Everything the bot says in English. One file a room; other languages have the same shape. */
import { board } from './board.js';
import { help } from './help.js';
import { milestones } from './milestones.js';
import { choices, days, hours, listed } from './plural.js';
import { privacy } from './privacy.js';
import { settings } from './settings.js';
import { t } from '../text.js';
import { done } from './done.js';
import { failures } from './failures.js';
import { refusals } from './refusals.js';
import { verbs } from './verbs.js';

export const english = {
  language: 'en',
  lists: { and: listed, or: choices },
  counts: { days, hours },
  /** Between two sentences. */
  space: t` `,
  board,
  help,
  milestones,
  privacy,
  settings,
  done,
  failures,
  refusals,
  verbs,
} as const;
