/** The page of an issuer, a target or a tag: what they have running and had. */
import { findName } from '../../../domain/names.js';
import { typed } from '../../../wording/typed.js';
import { html, say, type HtmlValue } from '../../markup.js';
import type { ServerContext } from '../context.js';
import { pageHtml } from '../layout.js';
import { cursorIn, loadLists, type Section, type ServerLists } from '../model/lists.js';
import { found, type SitePage } from '../page.js';
import { followSection } from './follow.js';
import { listSections } from './lists.js';
import { namePath, type NameKind } from '../paths.js';
import { queryText } from './query.js';

const LONGEST = 300;

/** The name as the record writes it, and its other names; null where nothing was recorded under it. */
async function nameIn({ store, page: { guild } }: ServerContext, kind: NameKind, given: string) {
  if (kind !== 'issuer') {
    const name = findName(await store.names(guild, kind, given, 25), given);
    return name === null ? null : { name, aliases: [] };
  }
  const issuers = await store.issuers(guild);
  return issuers.find(({ name, aliases }) => findName([name, ...aliases], given) !== null) ?? null;
}

const totalOf = ({ running, undated, passed, paused, closed }: ServerLists): number =>
  [running, undated, passed, paused, closed].reduce((sum, { total }) => sum + total, 0);

/** What a name's page was asked for. */
interface NameQuery {
  readonly kind: NameKind;
  readonly given: string;
  readonly only: Section | null;
  readonly past: string | undefined;
}

/** Null where the record holds nothing under the name that may be seen. */
export async function namePage(
  context: ServerContext,
  { kind, given, only, past }: NameQuery,
): Promise<SitePage | null> {
  const { words, page, publicUrl, now } = context;
  const known = await nameIn(context, kind, given);
  if (known === null) return null;
  const lists = await loadLists(context, { [kind]: known.name }, only, cursorIn(past));
  const total = totalOf(lists);
  if (total === 0) return null;
  const path = namePath(context, kind, known.name);
  const { server } = words.pages;
  const aliases = known.aliases.map((name) => [typed(name, LONGEST)]);
  const also: HtmlValue =
    aliases.length === 0 ? null : html` ${say(server.alsoKnown(words.lists.and(aliases)))}`;
  const indexed = page.listed && only === null;
  const main = [
    html`<div class="hero">
      <div>
        <p class="kicker">${say(server.kinds[kind])}</p>
        <h1>${say([typed(known.name, LONGEST)])}</h1>
        <p class="lede">${only === null ? say(server.ofName(total)) : null}${also}</p>
      </div>
    </div>`,
    listSections(context, lists, (state, cursor) => `${path}${queryText({ state, past: cursor })}`),
    followSection(context, { base: context.root, query: queryText({ [kind]: known.name }), many: true }),
    html`<p class="small note">
      ${say(server.selection)} <a href="${context.root}/rules">${say(words.pages.rules.title)}</a>
    </p>`,
  ];
  const body = pageHtml({
    words,
    now,
    title: [typed(known.name, LONGEST)],
    server: context,
    canonical: `${publicUrl}${path}`,
    indexed,
    main,
  });
  return found(body, indexed);
}
