/** A feed as Atom 1.0 (RFC 4287). */
import type { RecordInstant } from '../../../domain/instant.js';
import { html, type Html } from '../../markup.js';
import type { Feed } from './feed.js';

/** What XML 1.0 has no place for, escaped or not. */
const NOT_XML = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu;

const iso = (instant: RecordInstant) => new Date(instant).toISOString();

/** `<`, `>`, `&` and quotation marks are escaped by the template. */
function entryXml(item: Feed['items'][number]): Html {
  return html`<entry>
    <id>${item.id}</id>
    <title>${item.title}</title>
    <link rel="alternate" type="text/html" href="${item.url}" />
    <published>${iso(item.published)}</published>
    <updated>${iso(item.updated)}</updated>
    ${item.author === null ? null : html`<author><name>${item.author}</name></author>`}
    <content type="html">${item.content}</content>
  </entry>`;
}

/** The feed as XML. */
export function atomXml(feed: Feed): string {
  const body = html`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
    <id>${feed.id}</id>
    <title>${feed.title}</title>
    <updated>${iso(feed.updated)}</updated>
    <author><name>${feed.author}</name></author>
    <link rel="self" type="application/atom+xml" href="${feed.self}" />
    <link rel="alternate" type="text/html" href="${feed.page}" />
    ${feed.items.map(entryXml)}
  </feed>`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body.markup.replaceAll(NOT_XML, '')}\n`;
}
