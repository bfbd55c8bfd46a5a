/** The frame of every page: head, navigation, footer. */
import type { RecordInstant } from '../../domain/instant.js';
import { METHOD } from '../../domain/method.js';
import type { Words } from '../../wording/index.js';
import type { Text } from '../../wording/parts.js';
import { plainText } from '../../wording/plain-text.js';
import { typed } from '../../wording/typed.js';
import { html, say, type Html, type HtmlValue } from '../markup.js';
import { ICON, SCRIPT, STYLE } from './assets.js';
import type { ServerContext } from './context.js';

export interface Layout {
  readonly words: Words;
  readonly now: RecordInstant;
  /** The page alone; the name of the site is put behind it. */
  readonly title: Text;
  readonly description?: Text;
  /** The server that the page is about; null for the pages of the installation. */
  readonly server: ServerContext | null;
  readonly current?: 'record' | 'rules';
  /** The address that the page goes by, whole. */
  readonly canonical?: string;
  readonly indexed: boolean;
  readonly head?: HtmlValue;
  readonly main: HtmlValue;
}

function titleOf({ words, title, server }: Layout): string {
  const { frame } = words.pages;
  return plainText(server === null || server.name === title ? title : frame.titled(title, server.name));
}

function headOf(layout: Layout): Html {
  const { description, canonical, indexed, head = null } = layout;
  return html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${titleOf(layout)}</title>
    ${description === undefined ? null : html`<meta name="description" content="${plainText(description)}" /> `}${indexed ? null : html`<meta name="robots" content="noindex" /> `}${canonical === undefined ? null : html`<link rel="canonical" href="${canonical}" /> `}<link
      rel="icon"
      type="image/svg+xml"
      href="${ICON.path}"
    /><link rel="stylesheet" href="${STYLE.path}" />
    <script src="${SCRIPT.path}" defer></script>
    ${head}`;
}

function navigation({ words, server, current }: Layout): HtmlValue {
  const { frame } = words.pages;
  if (server === null) return null;
  const item = (path: string, text: Text, here: boolean) =>
    html`<li>
      <a href="${server.root}${path}" ${here ? html` aria-current="page"` : null}>${say(text)}</a>
    </li>`;
  return html`<nav aria-label="${frame.navigation}">
    <ul>
      ${[
        item('', frame.record, current === 'record'),
        item('#names', frame.names, false),
        item('/rules', frame.rules, current === 'rules'),
      ]}
    </ul>
  </nav>`;
}

function brand({ words, server }: Layout): Html {
  const { frame, home } = words.pages;
  const name = server?.name ?? home.title;
  return html`<a class="brand" href="${server?.root ?? '/'}"
    >${say(name)}<span>${say(frame.tagline)}</span></a
  >`;
}

function footer({ words, server }: Layout): Html {
  const { frame } = words.pages;
  const legal = html`<a href="/privacy">${say(frame.privacy)}</a> · <a href="/terms">${say(frame.terms)}</a>`;
  if (server === null) return html`<p>${legal}</p>`;
  const { licence } = server.settings;
  const rules = `${server.root}/rules`;
  return html`<p>${say(frame.keptBy(server.name))}</p>
    <p>
      <a href="${rules}">${say(words.pages.rules.title)}</a> ·
      <a href="${rules}#method">${say(frame.method(METHOD))}</a> ·
      ${licence === null ? null : html`${say(frame.licence([typed(licence, 200)]))} · `}${legal}
    </p>`;
}

/** A whole page. */
export function pageHtml(layout: Layout): string {
  const { words, now, main } = layout;
  return html`<!doctype html>
    <html lang="${words.language}" data-now="${now}">
      <head>
        ${headOf(layout)}
      </head>
      <body>
        <a class="skip" href="#main">${say(words.pages.frame.skip)}</a>
        <header class="site"><div class="wrap">${brand(layout)}${navigation(layout)}</div></header>
        <main id="main" class="wrap">${main}</main>
        <footer><div class="wrap">${footer(layout)}</div></footer>
      </body>
    </html> `.markup;
}
