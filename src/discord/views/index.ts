/** The door of the views. */

export { boardView } from './board.js';
export { entryLines } from './entry.js';
export { issuerView, leaderboardView } from './figures.js';
export { LEDGER_PAGE, ledgerView } from './ledger.js';
export { LIST_PAGE, listView } from './list.js';
export { logView } from './log.js';
export { cardView, digestView, postView, type Posted } from './post.js';
export { previewView, type Act, type Ask, type Preview } from './preview.js';
export { closedView, savedView } from './saved.js';
export { showView } from './show.js';
export { parseShowSubject, parseSubject } from './subject.js';
