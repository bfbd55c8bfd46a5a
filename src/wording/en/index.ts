/** Everything the bot says in English. One file a room; other languages have the same shape. */
import { api } from './api.js';
import { beat } from './beat.js';
import { board } from './board.js';
import { buttons } from './buttons.js';
import { cli } from './cli.js';
import { countdown } from './countdown.js';
import { data } from './data.js';
import { dates } from './dates.js';
import { delivery } from './delivery.js';
import { done } from './done.js';
import { drafts } from './drafts.js';
import { failures } from './failures.js';
import { figures } from './figures.js';
import { forms } from './forms.js';
import { gateway } from './gateway.js';
import { headlines } from './headlines.js';
import { help } from './help.js';
import { imports } from './imports.js';
import { issuers } from './issuers.js';
import { menus } from './menus.js';
import { milestones } from './milestones.js';
import { names } from './names.js';
import { operator } from './operator.js';
import { notices } from './notices.js';
import { outcomes } from './outcomes.js';
import { overviews } from './overviews.js';
import { pages } from './pages/index.js';
import { choices, days, hours, listed } from './plural.js';
import { permissions } from './permissions.js';
import { posts } from './posts.js';
import { privacy } from './privacy.js';
import { proposals } from './proposals.js';
import { readings } from './readings.js';
import { breaksHistory, correctionBreaks, refusals } from './refusals.js';
import { scheduledEvents } from './scheduled-events.js';
import { schedules } from './schedules.js';
import { screens } from './screens.js';
import { review } from './review.js';
import { stage } from './stage.js';
import { settings } from './settings.js';
import { setup } from './setup.js';
import { sources } from './sources.js';
import { ultimatum } from './ultimatum.js';
import { verbs } from './verbs.js';
import { t } from '../text.js';

export const english = {
  language: 'en',
  lists: { and: listed, or: choices },
  counts: { days, hours },
  /** Between two sentences. */
  space: t` `,
  api,
  beat,
  gateway,
  board,
  buttons,
  cli,
  breaksHistory,
  correctionBreaks,
  countdown,
  data,
  dates,
  delivery,
  done,
  drafts,
  failures,
  figures,
  forms,
  headlines,
  help,
  imports,
  issuers,
  menus,
  milestones,
  names,
  notices,
  operator,
  outcomes,
  overviews,
  pages,
  permissions,
  posts,
  privacy,
  proposals,
  readings,
  refusals,
  scheduledEvents,
  schedules,
  screens,
  review,
  settings,
  setup,
  sources,
  stage,
  ultimatum,
  verbs,
} as const;
