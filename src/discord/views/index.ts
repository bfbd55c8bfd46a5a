export { subjectOf, type About, type Posted } from './about.js';
export { boardView } from './board.js';
export { cardPost } from './card.js';
export { comingUp, isTomorrow, type Coming } from './coming.js';
export { digestPost, type Digest, type Numbered } from './digest.js';
export { LEDGER_CHOICES, LEDGER_PAGE, ledgerView } from './ledger.js';
export { mayPing, renderDelivery, type RenderData } from './render.js';
export { safe } from './text.js';
export { entryText } from './entry.js';
export { previewView, type Act, type Preview, type Question } from './preview.js';
export { showView, type AsOf, type Show } from './show.js';
export { logView, parseSubject } from './log.js';
export {
  isListState,
  LIST_PAGE,
  LIST_STATES,
  listView,
  suggestionText,
  type List,
  type ListState,
} from './list.js';
export { closedView, savedView, type Saved } from './saved.js';
