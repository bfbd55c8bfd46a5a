/** The page of an issuer, a target or a tag: what they have running and had. */
import { findName } from '../../../domain/names.js';
import type { RecordInstant } from '../../../domain/instant.js';
import { addTotals, type Total } from '../../../domain/total.js';
import { localDate } from '../../../domain/when.js';
import { figuresOf } from '../../../domain/figures/record.js';
import { typed } from '../../../wording/typed.js';
import { html, say, type HtmlValue } from '../../markup.js';
import type { ServerContext } from '../context.js';
import { pageHtml } from '../layout.js';
import { listsAt, type ListQuery } from '../model/as-of.js';
import { endOf } from '../model/ultimatum.js';
import { cursorIn, loadLists, type Section, type ServerLists } from '../model/lists.js';
import { found, type SitePage } from '../page.js';
import { asOfForm, asOfNote } from './as-of.js';
import { figuresSection } from './figures.js';
import { followSection } from './follow.js';
import { listSections } from './lists.js';
import { namePath, type NameKind } from '../paths.js';
import { figuresHead } from '../preview/figures.js';
import { queryText } from './query.js';

const LONGEST = 300;

/** An issuer as the record writes it, and its other names; null where nothing was recorded under it. */
export async function issuerIn({ store, page: { guild } }: ServerContext, given: string) {
  const issuers = await store.issuers(guild);
  return issuers.find(({ name, aliases }) => findName([name, ...aliases], given) !== null) ?? null;
}

async function nameIn(context: ServerContext, kind: NameKind, given: string) {
  const { store, page } = context;
  if (kind !== 'issuer') {
    const name = findName(await store.names(page.guild, kind, given, 25), given);
    return name === null ? null : { name, aliases: [] };
  }
  return issuerIn(context, given);
}

const totalOf = ({ running, undated, passed, paused, closed }: ServerLists): Total =>
  [running, undated, passed, paused, closed].map(({ total }) => total).reduce(addTotals);

/** The figures of an issuer, and what previews show of them. */
async function figuresOfIssuer(
  context: ServerContext,
  name: string,
  path: string,
): Promise<{ readonly section: HtmlValue; readonly head: HtmlValue }> {
  const { store, page, now } = context;
  const record = figuresOf(await store.issuerCases(page.guild, name), now);
  const { all } = await store.leaderboard(page.guild, now);
  const files = { json: `${path}/figures.json`, csv: `${path}/figures.csv` };
  return {
    section: figuresSection(context, record, all, files),
    head: figuresHead(context, { name, record }),
  };
}

/** What a name's page was asked for. */
interface NameQuery {
  readonly kind: NameKind;
  readonly given: string;
  readonly only: Section | null;
  readonly past: string | undefined;
  /** `YYYY-MM-DD`; null for today. */
  readonly at: string | null;
}

/** Everything under the name, as known at `instant`; null for now. */
async function listsOf(
  context: ServerContext,
  query: ListQuery,
  instant: RecordInstant | null,
): Promise<ServerLists> {
  const { narrowing, only, past } = query;
  if (instant === null) return loadLists(context, narrowing, only, past);
  return (await listsAt(context, query, instant)).lists;
}

/** Null where the record holds nothing under the name that may be seen. */
export async function namePage(
  context: ServerContext,
  { kind, given, only, past, at }: NameQuery,
): Promise<SitePage | null> {
  const { words, page, publicUrl, now, settings } = context;
  const known = await nameIn(context, kind, given);
  if (known === null) return null;
  const query = { narrowing: { [kind]: known.name }, only, past: cursorIn(past) };
  const instant = at === null ? null : Math.min(now, endOf(at, settings.zone));
  const lists = await listsOf(context, query, instant);
  const total = totalOf(lists);
  if (total.count === 0) return null;
  // As known on a day, that day is now.
  const then = { ...context, now: instant ?? now };
  const path = namePath(context, kind, known.name);
  const { server } = words.pages;
  const aliases = known.aliases.map((name) => [typed(name, LONGEST)]);
  const also: HtmlValue =
    aliases.length === 0 ? null : html` ${say(server.alsoKnown(words.lists.and(aliases)))}`;
  const indexed = page.listed && only === null && at === null;
  const hasFigures = kind === 'issuer' && only === null && at === null;
  const figures = hasFigures ? await figuresOfIssuer(context, known.name, path) : null;
  const today = localDate(now, settings.zone);
  const main = [
    html`<div class="hero">
      <div>
        ${asOfNote(context, instant, path)}
        <p class="kicker">${say(server.kinds[kind])}</p>
        <h1>${say([typed(known.name, LONGEST)])}</h1>
        <p class="lede">${only === null ? say(server.ofName(total)) : null}${also}</p>
      </div>
      ${asOfForm(words, { value: at ?? today, from: null, today })}
    </div>`,
    figures?.section ?? null,
    listSections(
      then,
      lists,
      (state, cursor) => `${path}${queryText({ state, past: cursor, at: at ?? undefined })}`,
    ),
    followSection(context, { base: context.root, query: queryText({ [kind]: known.name }), many: true }),
    figures !== null
      ? null
      : html`<p class="small note">
          ${say(server.selection)} <a href="${context.root}/rules">${say(words.pages.rules.title)}</a>
        </p>`,
  ];
  const body = pageHtml({
    words,
    now: then.now,
    title: [typed(known.name, LONGEST)],
    server: context,
    canonical: `${publicUrl}${path}`,
    indexed,
    head: figures?.head ?? null,
    main,
  });
  return found(body, indexed);
}
