/** A feed before it is written: the same for Atom and JSON Feed. */
import type { RecordInstant } from '../../../domain/instant.js';
import type { About } from '../../../wording/about.js';
import { feedEntry } from '../../../wording/pages/feed.js';
import { pageTitle } from '../../../wording/pages/ultimatum.js';
import type { Text } from '../../../wording/parts.js';
import { plainText } from '../../../wording/plain-text.js';
import { typed } from '../../../wording/typed.js';
import { html, say } from '../../markup.js';
import type { ServerContext } from '../context.js';
import { entriesOf, type FeedScope, type LoggedEntry } from '../model/feed.js';
import { publicAuthors } from '../model/people.js';
import { entryHtml } from '../pages/log.js';
import { pathOf } from '../paths.js';

/** One entry, with a key that never changes. */
interface FeedItem {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /** HTML. */
  readonly content: string;
  /** Who recorded it, where they chose a name for the pages. */
  readonly author: string | null;
  /** When it was recorded, ms UTC. */
  readonly published: RecordInstant;
  /** When it, or a correction of it, was recorded. */
  readonly updated: RecordInstant;
}

export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly author: string;
  /** The page that it is about, and its own address. */
  readonly page: string;
  readonly self: string;
  readonly updated: RecordInstant;
  readonly items: readonly FeedItem[];
}

/** A key of the scheme `tag:`: the host, the day of the recording, and the place in the record. */
function tagOf({ publicUrl, page }: ServerContext, day: RecordInstant, place: string): string {
  const date = new Date(day).toISOString().slice(0, 10);
  return `tag:${new URL(publicUrl).hostname},${date}:${encodeURIComponent(page.address)}/${place}`;
}

function itemOf(
  context: ServerContext,
  { number, ultimatum, entry }: LoggedEntry,
  people: About['people'],
): FeedItem {
  const { words, publicUrl, now } = context;
  const about = { number, ultimatum, people, now };
  const { title, row } = feedEntry(words, about, entry);
  const url = `${publicUrl}${pathOf(context, number)}/${entry.seq}`;
  const corrections = ultimatum.corrections.filter(({ seq }) => row.correctedBy.includes(seq));
  const content = html`${entryHtml(context, row, `${publicUrl}${pathOf(context, number)}/`)}
    <p>${say(words.pages.follow.stated(row.stated))}</p>`;
  const author = entry.by === null ? undefined : people.get(entry.by)?.name;
  return {
    id: tagOf(context, entry.recorded, `U-${number}/${entry.seq}`),
    url,
    title: plainText(title),
    content: content.markup,
    author: author ?? null,
    published: entry.recorded,
    updated: Math.max(entry.recorded, ...corrections.map(({ recorded }) => recorded)),
  };
}

function subjectOf(context: ServerContext, scope: FeedScope, entries: readonly LoggedEntry[]): Text {
  const [first] = entries;
  if (scope.kind === 'ultimatum' && first !== undefined) return pageTitle(context.words, first.ultimatum);
  const names = scope.kind === 'server' ? Object.values(scope.narrowing) : [];
  const said = names.map((name): Text => [typed(name, 100)]);
  return said.length === 0 ? context.name : context.words.lists.and(said);
}

/** The newest entries of a scope; `self` is the path that it was asked for by. Null where there is nothing. */
export async function feedOf(context: ServerContext, scope: FeedScope, self: string): Promise<Feed | null> {
  const entries = await entriesOf(context, scope);
  if (entries === null) return null;
  const { words, publicUrl, root, name } = context;
  const people = await publicAuthors(
    context,
    entries.map(({ entry }) => entry),
  );
  const items = entries.map((entry) => itemOf(context, entry, people));
  const path = scope.kind === 'ultimatum' ? pathOf(context, scope.number) : root;
  return {
    id: tagOf(context, 0, self.slice(root.length + 1)),
    title: plainText(words.pages.follow.log(subjectOf(context, scope, entries))),
    language: words.language,
    author: plainText(name),
    page: `${publicUrl}${path}`,
    self: `${publicUrl}${self}`,
    updated: Math.max(0, ...items.map(({ updated }) => updated)),
    items,
  };
}
