/** A page as the world knew it on a day: which day that is, and the form that asks for another one. */
import { longDay } from '../../../wording/dates.js';
import type { Words } from '../../../wording/index.js';
import type { RecordInstant } from '../../../domain/instant.js';
import { html, say, type Html, type HtmlValue } from '../../markup.js';
import type { ServerContext } from '../context.js';

/** Over the heading of a page with lists: the day, and a link to the page of today; null for that page itself. */
export function asOfNote(
  { words, settings }: ServerContext,
  instant: RecordInstant | null,
  today: string,
): HtmlValue {
  if (instant === null) return null;
  const { server } = words.pages;
  return html`<p class="kicker asof">
    ${say(server.asOf(longDay(words, instant, settings.zone)))}
    <a href="${today}">${say(server.today)}</a>
  </p>`;
}

/** Days are `YYYY-MM-DD`. */
interface AskedDay {
  readonly value: string;
  /** The first day that can be asked for; null for any. */
  readonly from: string | null;
  readonly today: string;
}

/** Asks for the same page as known on another day. */
export function asOfForm({ pages }: Words, { value, from, today }: AskedDay): Html {
  const { at, show } = pages.ultimatum;
  return html`<form class="noprint" method="get">
    <label
      >${say(at)}
      <input
        type="date"
        name="at"
        value="${value}"
        ${from === null ? null : html` min="${from}"`}
        max="${today}" /></label
    ><button>${say(show)}</button>
  </form>`;
}
