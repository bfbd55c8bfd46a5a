/** Every command, button and form that the bot answers. */
import type { Handler } from '../src/discord/command.js';
import { boardRemove, boardSet } from './board/board.js';
import { countdownAdd } from './countdown/add.js';
import { countdownPause, countdownRemove, countdownResume } from './countdown/change.js';
import { countdownEdit } from './countdown/edit.js';
import { countdownFlow } from './countdown/flow.js';
import { countdownList } from './countdown/list.js';
import { countdownLog, countdownLogFlow } from './countdown/log.js';
import { dataErase, dataEraseFlow } from './data/erase.js';
import { dataExport } from './data/export.js';
import { dataImport, dataImportFlow } from './data/import.js';
import { help, meaningButton } from './help/help.js';
import { issuer } from './issuer/issuer.js';
import { figuresFlow } from './issuer/post.js';
import { issuersAlias } from './issuers/alias.js';
import { issuersList } from './issuers/list.js';
import { issuersMerge, issuersMergeFlow } from './issuers/merge.js';
import { leaderboard } from './leaderboard/leaderboard.js';
import { menuHandlers } from './menus/index.js';
import { milestonesSet } from './milestones/set.js';
import { privacyForget, privacyForgetFlow } from './privacy/forget.js';
import { privacyPublicName } from './privacy/public-name.js';
import { privacyShow } from './privacy/show.js';
import { proposalsButton, proposals, proposalsFlow } from './proposals/proposals.js';
import { review, reviewButton, reviewFlow } from './review/review.js';
import { settingsCheck } from './settings/check.js';
import { settingsSet } from './settings/set.js';
import { settingsShow } from './settings/show.js';
import { setup, setupFlow } from './setup/setup.js';
import { ultimatumHandlers } from './ultimatum/index.js';

/** Everything the bot answers: what is registered at Discord, and what dispatch runs. */
export const handlers: readonly Handler[] = [
  ...ultimatumHandlers,
  ...menuHandlers,
  review,
  reviewFlow,
  reviewButton,
  proposals,
  proposalsFlow,
  proposalsButton,
  issuer,
  leaderboard,
  figuresFlow,
  issuersList,
  issuersAlias,
  issuersMerge,
  issuersMergeFlow,
  setup,
  setupFlow,
  countdownAdd,
  countdownEdit,
  countdownList,
  countdownPause,
  countdownResume,
  countdownRemove,
  countdownFlow,
  countdownLog,
  countdownLogFlow,
  boardSet,
  boardRemove,
  milestonesSet,
  settingsShow,
  settingsSet,
  settingsCheck,
  dataExport,
  dataImport,
  dataImportFlow,
  dataErase,
  dataEraseFlow,
  help,
  meaningButton,
  privacyPublicName,
  privacyShow,
  privacyForget,
  privacyForgetFlow,
];
