/** What is answered where there is no page: always the same, whatever the reason. */
import type { Words } from '../../../wording/index.js';
import type { Text } from '../../../wording/parts.js';
import { html, say } from '../../markup.js';
import { pageHtml } from '../layout.js';
import { HTML_TYPE, type SitePage } from '../page.js';

function notice(words: Words, title: Text, text: Text, status: 404 | 503): SitePage {
  const main = html`<div class="hero">
    <div>
      <h1>${say(title)}</h1>
      <p class="lede">${say(text)}</p>
    </div>
  </div>`;
  const body = pageHtml({ words, now: 0, title, server: null, indexed: false, main });
  return { status, type: HTML_TYPE, body, indexed: false };
}

/** There is no such page, or nobody may see it. */
export const missingPage = (words: Words): SitePage =>
  notice(words, words.pages.missing.title, words.pages.missing.text, 404);

/** Too much was asked for at once. */
export const busyPage = (words: Words): SitePage =>
  notice(words, words.pages.missing.busy, words.pages.missing.busyText, 503);

/** The page could not be made now. */
export const failedPage = (words: Words): SitePage =>
  notice(words, words.pages.missing.failed, words.pages.missing.failedText, 503);
