/** What is answered where there is no page to answer with. */
import type { Words } from '../../wording/index.js';
import { finish, type Finished } from './cache.js';
import { busyPage, failedPage, missingPage } from './pages/missing.js';

/** The same three for people and for programs. */
export interface SiteNotices {
  /** There is no such page, or nobody may see it. */
  readonly missing: Finished;
  /** It could not be made. */
  readonly failed: Finished;
  /** Too much was asked for at once. */
  readonly busy: Finished;
}

/** Those for people. */
export const pageNotices = (words: Words): SiteNotices => ({
  missing: finish(missingPage(words)),
  failed: finish(failedPage(words)),
  busy: finish(busyPage(words)),
});
