/** How to follow and reuse what a page shows: feeds, calendar, data. */
import type { Text } from '../../../wording/parts.js';
import { html, say, type Html } from '../../markup.js';
import type { ServerContext } from '../context.js';

/** What the files are about. */
interface FollowedFiles {
  /** The path that they stand under. */
  readonly base: string;
  /** What narrows them. */
  readonly query: string;
  /** Whether they are about many ultimatums. */
  readonly many: boolean;
}

/** The links to the files, and what is in them. */
export function followSection({ words }: ServerContext, { base, query, many }: FollowedFiles): Html {
  const { follow } = words.pages;
  const to = (name: string, text: Text) => html`<a href="${base}/${name}${query}">${say(text)}</a>`;
  return html`<section class="noprint" id="follow" aria-labelledby="h-follow">
    <h2 id="h-follow">${say(follow.heading)}</h2>
    <div class="cols">
      <ul class="links">
        <li>
          ${to('log.atom', follow.atom)}${say(follow.or)}${to('log.json', follow.json)}<small
            >${say(follow.feedNote)}</small
          >
        </li>
        <li>
          ${to('deadlines.ics', follow.ics)}<small
            >${many ? say(follow.icsMany) : null}${say(follow.icsNote)}</small
          >
        </li>
      </ul>
      <ul class="links">
        <li>
          ${to('data.json', follow.data)}${say(follow.or)}${to('data.csv', follow.csv)}<small
            >${say(follow.dataNote)}${many ? say(follow.dataMany) : null}</small
          >
        </li>
      </ul>
    </div>
  </section>`;
}

/** What feed readers look for in the head of a page. */
export const feedLinks = (base: string, query: string): Html =>
  html`<link rel="alternate" type="application/atom+xml" href="${base}/log.atom${query}" />
    <link rel="alternate" type="application/feed+json" href="${base}/log.json${query}" />`;
