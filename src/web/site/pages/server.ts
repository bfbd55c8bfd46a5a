/** The page of a server's record: what runs, was moved, has passed and is closed, and the search. */
import { dayAndYear } from '../../../wording/dates.js';
import type { Text } from '../../../wording/parts.js';
import { html, say, type Html, type HtmlValue } from '../../markup.js';
import type { ServerContext } from '../context.js';
import { pageHtml } from '../layout.js';
import type { Narrowing, Section, ServerLists } from '../model/lists.js';
import { found, type SitePage } from '../page.js';
import { asOfNote } from './as-of.js';
import { findForm, type FindChoices } from './find.js';
import { followSection } from './follow.js';
import { listSections } from './lists.js';
import { nameLink } from './names.js';
import { queryText } from './query.js';

/** What a server's page shows. */
export interface ServerModel {
  readonly narrowing: Narrowing;
  readonly only: Section | null;
  /** `YYYY-MM-DD`; null for today. */
  readonly at: string | null;
  /** The last instant of that day, ms UTC. */
  readonly instant: number | null;
  readonly lists: ServerLists;
  readonly counts: ServerCounts;
  readonly choices: FindChoices;
}

/** How many there are in each state. */
export interface ServerCounts {
  readonly dated: number;
  readonly undated: number;
  readonly passed: number;
  readonly paused: number;
  readonly closed: number;
  /** When the first was recorded, record's ms UTC; null where none was. */
  readonly since: number | null;
}

const isNarrowed = ({ narrowing, only }: ServerModel): boolean =>
  only !== null || Object.values(narrowing).some((value) => value !== undefined);

function factRow(label: Text, text: Text, to: string | null, note: Text | null): Html {
  const value = to === null ? say(text) : html`<a href="${to}">${say(text)}</a>`;
  return html`<div>
    <dt>${say(label)}</dt>
    <dd>${value}${note === null ? null : html`<small>${say(note)}</small>`}</dd>
  </div>`;
}

function countRows({ words }: ServerContext, { counts, lists }: ServerModel): readonly HtmlValue[] {
  const { facts } = words.pages.server;
  const { dated, undated, passed, paused, closed } = counts;
  const number = (count: number): Text => [{ kind: 'text', text: String(count) }];
  return [
    factRow(
      facts.running,
      dated === 0 ? facts.none : facts.dated(dated),
      dated === 0 ? null : '#running',
      undated === 0 ? null : facts.undated(undated),
    ),
    lists.moved.length === 0
      ? null
      : factRow(facts.moved, number(lists.moved.length), '#moved', facts.lately),
    passed === 0 ? null : factRow(facts.passed, facts.notReviewed(passed), '#passed', null),
    paused === 0 ? null : factRow(facts.paused, number(paused), '#paused', null),
    factRow(facts.closed, closed === 0 ? facts.none : number(closed), closed === 0 ? null : '#closed', null),
  ];
}

function hero(context: ServerContext, model: ServerModel): Html {
  const { words, settings, name, root } = context;
  const { server } = words.pages;
  const { counts, instant } = model;
  const total = counts.dated + counts.undated + counts.passed + counts.paused + counts.closed;
  const since =
    counts.since === null || total === 0
      ? server.empty
      : server.recorded(total, dayAndYear(words, counts.since, settings.zone));
  return html`<div class="hero">
    <div>
      ${asOfNote(context, instant, root)}
      <h1>${say(name)}</h1>
      <p class="lede">${say(server.lede)} ${say(since)}</p>
    </div>
    <dl class="facts">${countRows(context, model)}</dl>
  </div>`;
}

function namesSection({ words, root }: ServerContext, { choices }: ServerModel): HtmlValue {
  if (choices.issuers.length === 0) return null;
  const rows = choices.issuers.map(
    ({ name, count }) =>
      html`<li>${nameLink({ root }, 'issuer', name)} <span class="count">${count}</span></li>`,
  );
  return html`<section id="names" aria-labelledby="h-names">
    <h2 id="h-names">${say(words.pages.server.issuers)}</h2>
    <ul class="names">
      ${rows}
    </ul>
  </section>`;
}

/** What feeds and data can be narrowed to as well. */
const followQuery = ({ issuer, target, tag }: Narrowing): string => queryText({ issuer, target, tag });

/** The page of a server's record. */
export function serverPage(context: ServerContext, model: ServerModel, head: HtmlValue): SitePage {
  const { words, page, publicUrl, root, now, name } = context;
  const narrowed = isNarrowed(model);
  const indexed = page.listed && !narrowed && model.at === null;
  const to = (section: Section, past: string) =>
    `${root}${queryText({ ...model.narrowing, state: section, at: model.at ?? undefined, past })}`;
  // As known on a day, that day is now: nothing is said of what was not known yet.
  const then = { ...context, now: model.instant ?? now };
  const sections = listSections(then, model.lists, to);
  const nothing = narrowed && Array.isArray(sections) && sections.every((section) => section === null);
  const body = pageHtml({
    words,
    now: then.now,
    title: name,
    description: words.pages.server.lede,
    server: context,
    current: 'record',
    canonical: `${publicUrl}${root}`,
    indexed,
    head,
    main: [
      hero(context, model),
      findForm(context, model),
      nothing
        ? html`<section class="key"><p>${say(words.pages.server.nothingFound)}</p></section>`
        : sections,
      narrowed ? null : namesSection(context, model),
      followSection(context, { base: root, query: followQuery(model.narrowing), many: true }),
    ],
  });
  return found(body, indexed);
}
