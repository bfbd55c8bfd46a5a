/** The lists of a server, an issuer, a target or a tag, one section each. */
import type { Text } from '../../../wording/parts.js';
import { html, say, type HtmlValue } from '../../markup.js';
import type { ServerContext } from '../context.js';
import { cursorText, type ListPage, type Section, type ServerLists } from '../model/lists.js';
import { closedTable, movedTable, runningTable, waitingTable } from './rows.js';

/** The address of a page of one section; `past` where it goes on. */
export type SectionLink = (section: Section, past: string) => string;

interface SectionOptions {
  readonly id: string;
  readonly title: Text;
  readonly count: Text | null;
  readonly key: boolean;
  readonly more: HtmlValue;
}

function section({ id, title, count, key, more }: SectionOptions, content: HtmlValue): HtmlValue {
  const counted = count === null ? null : html` <span class="count">${say(count)}</span>`;
  return html`<section id="${id}" ${key ? html` class="key"` : null} aria-labelledby="h-${id}">
    <h2 id="h-${id}">${say(title)}${counted}</h2>
    ${content}${more}
  </section>`;
}

function nextLink({ words }: ServerContext, name: Section, { next }: ListPage, to: SectionLink): HtmlValue {
  if (next === null) return null;
  return html`<p class="pages">
    <a rel="next" href="${to(name, cursorText(next))}">${say(words.pages.frame.older)}</a>
  </p>`;
}

function runningSection(context: ServerContext, lists: ServerLists, to: SectionLink): HtmlValue {
  const { running, undated } = lists;
  const texts = context.words.pages.server;
  if (running.items.length === 0 && undated.items.length === 0) return null;
  const fuzzy = running.items.some(({ ultimatum }) => {
    const precision = ultimatum.inForce?.reading.precision;
    return precision === 'month' || precision === 'window';
  });
  const note = html`<p class="small note">
    <span class="mark fuzzy" aria-hidden="true"></span>${say(texts.fuzzy)}
  </p>`;
  const without = html`<h3 id="undated" class="sub">${say(texts.undated)}</h3>
    ${runningTable(context, 'undated', undated.items)}`;
  return section(
    {
      id: 'running',
      title: texts.running,
      count: running.items.length === 0 ? null : texts.soonest(running.total),
      key: true,
      more: nextLink(context, 'running', running, to),
    },
    [
      running.items.length === 0 ? null : runningTable(context, 'h-running', running.items),
      fuzzy ? note : null,
      undated.items.length === 0 ? null : without,
    ],
  );
}

/** The sections that have something in them; the first of them stands out. */
export function listSections(context: ServerContext, lists: ServerLists, to: SectionLink): HtmlValue {
  const { moved, paused, passed, closed } = lists;
  const texts = context.words.pages.server;
  const running = runningSection(context, lists, to);
  const lately = movedTable(context, 'h-moved', moved);
  const options = (id: Section, title: Text, page: ListPage, key = false) => ({
    id,
    title,
    count: texts.results(page.total),
    key,
    more: nextLink(context, id, page, to),
  });
  return [
    running,
    lately === null
      ? null
      : section(
          { id: 'moved', title: texts.moved, count: texts.facts.lately, key: false, more: null },
          lately,
        ),
    passed.items.length === 0
      ? null
      : section(options('passed', texts.passed, passed), [
          html`<p class="small">${say(texts.passedNote)}</p>`,
          waitingTable(context, 'h-passed', passed.items, true),
        ]),
    paused.items.length === 0
      ? null
      : section(
          options('paused', texts.paused, paused),
          waitingTable(context, 'h-paused', paused.items, false),
        ),
    closed.items.length === 0
      ? null
      : section(
          { ...options('closed', texts.closed, closed, running === null), count: texts.newest(closed.total) },
          closedTable(context, 'h-closed', closed.items),
        ),
  ];
}
