/** A feed as JSON Feed 1.1. */
import type { RecordInstant } from '../../../domain/instant.js';
import type { Feed } from './feed.js';

const iso = (instant: RecordInstant) => new Date(instant).toISOString();

/** The feed as JSON. */
export function jsonFeed({ title, language, author, page, self, items }: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    language,
    home_page_url: page,
    feed_url: self,
    authors: [{ name: author }],
    items: items.map((item) => ({
      id: item.id,
      url: item.url,
      title: item.title,
      content_html: item.content,
      ...(item.author === null ? {} : { authors: [{ name: item.author }] }),
      date_published: iso(item.published),
      date_modified: iso(item.updated),
    })),
  });
}
