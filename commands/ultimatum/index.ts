/** `/ultimatum`, and everything pressed under its posts. */
import type { Handler, SlashCommand } from '../../src/discord/command.js';
import type { DraftVerb } from '../../src/domain/verbs.js';
import { details, disputeButton, log, post, recordOutcome, update } from './buttons.js';
import { correct } from './correct.js';
import { dispute } from './dispute.js';
import { draftFlow } from '../../src/drafting/draft-flow.js';
import { undoFlow } from '../../src/drafting/undo-flow.js';
import { hide } from './hide.js';
import { link } from './link.js';
import { allButton, list, listButton, listFlow } from './list.js';
import { move } from './move.js';
import { outcome } from './outcome.js';
import { record } from './record.js';
import { replace } from './replace.js';
import { resume } from './resume.js';
import { reversed } from './reversed.js';
import { show, showPage, showPicture } from './show.js';
import { source } from './source.js';
import { suspend } from './suspend.js';
import { terms } from './terms.js';
import { updateFlow } from '../../src/drafting/update.js';
import { withdraw } from './withdraw.js';

/** A verb that can be drafted and has no subcommand does not compile. */
const VERB_COMMANDS: Readonly<Record<DraftVerb, SlashCommand>> = {
  record,
  move,
  outcome,
  suspend,
  resume,
  withdraw,
  replace,
  terms,
  correct,
  source,
  dispute,
  'close-dispute': dispute,
  reverse: reversed,
  link,
  hide,
};

/** `/ultimatum` and everything pressed under what it posts. */
export const ultimatumHandlers: readonly Handler[] = [
  // Two verbs may share one subcommand.
  ...new Set(Object.values(VERB_COMMANDS)),
  show,
  list,
  draftFlow,
  undoFlow,
  updateFlow,
  listFlow,
  details,
  showPage,
  showPicture,
  log,
  post,
  update,
  recordOutcome,
  disputeButton,
  allButton,
  listButton,
];
