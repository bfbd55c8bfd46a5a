/** Everything the bot says in English. One file a room; other languages have the same shape. */
import { t } from '../text.js';
import { board } from './board.js';
import { delivery } from './delivery.js';
import { done } from './done.js';
import { drafts } from './drafts.js';
import { failures } from './failures.js';
import { forms } from './forms.js';
import { countdown } from './countdown.js';
import { data } from './data.js';
import { dates } from './dates.js';
import { help } from './help.js';
import { menus } from './menus.js';
import { issuers } from './issuers.js';
import { milestones } from './milestones.js';
import { cli } from './cli.js';
import { operator } from './operator.js';
import { notices } from './notices.js';
import { choices, days, hours, listed } from './plural.js';
import { privacy } from './privacy.js';
import { readings } from './readings.js';
import { correctionBreaks, refusals } from './refusals.js';
import { schedules } from './schedules.js';
import { settings } from './settings.js';
import { setup } from './setup.js';
import { ultimatum } from './ultimatum.js';
import { verbs } from './verbs.js';

export const english = {
  language: 'en',
  lists: { and: listed, or: choices },
  counts: { days, hours },
  /** Between two sentences. */
  space: t` `,
  board,
  correctionBreaks,
  delivery,
  done,
  drafts,
  failures,
  forms,
  countdown,
  data,
  dates,
  help,
  menus,
  issuers,
  milestones,
  notices,
  privacy,
  readings,
  refusals,
  schedules,
  settings,
  setup,
  ultimatum,
  verbs,
  cli,
  operator,
} as const;
