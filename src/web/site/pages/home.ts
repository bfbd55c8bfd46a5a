/** The pages of the installation: the servers that are listed, what this is, privacy and terms. */
import type { Words } from '../../../wording/index.js';
import { plain, type Line, type Text } from '../../../wording/parts.js';
import { privacyLines } from '../../../wording/privacy.js';
import { drawLine } from '../../html.js';
import { Html, html, say, type HtmlValue } from '../../markup.js';
import type { ServerContext, SiteContext } from '../context.js';
import { pageHtml } from '../layout.js';
import { found, type SitePage } from '../page.js';
import { queryText } from './query.js';

const paragraphs = (texts: readonly Text[]): readonly Html[] =>
  texts.map((text) => html`<p>${say(text)}</p>`);

/** What the first page lists. */
export interface HomeModel {
  readonly servers: readonly Pick<ServerContext, 'root' | 'name'>[];
  /** The address of the last one, where more follow. */
  readonly next: string | null;
}

/** The servers that are listed, and what this is. */
export function homePage({ words, publicUrl, now }: SiteContext, { servers, next }: HomeModel): SitePage {
  const { home, frame } = words.pages;
  const rows = servers.map(({ root, name }) => html`<li><a href="${root}">${say(name)}</a></li>`);
  const more: HtmlValue =
    next === null
      ? null
      : html`<p class="pages"><a rel="next" href="/${queryText({ past: next })}">${say(frame.older)}</a></p>`;
  const main = html`<div class="hero">
      <div>
        <h1>${say(home.title)}</h1>
        <p class="lede">${say(home.lede)}</p>
      </div>
    </div>
    <section class="key" id="servers">
      <h2>${say(home.servers)}</h2>
      ${
        rows.length === 0
          ? html`<p>${say(home.none)}</p>`
          : html`<ul class="servers">
              ${rows}
            </ul>`
      }${more}
    </section>
    <section class="side" id="what">
      <h2>${say(home.what)}</h2>
      ${paragraphs(home.about)}
    </section>`;
  const body = pageHtml({
    words,
    now,
    title: home.title,
    description: home.lede,
    server: null,
    canonical: `${publicUrl}/`,
    indexed: true,
    main,
  });
  return found(body, true);
}

/** Items follow one another in one list. */
function linesHtml(lines: readonly Line[]): readonly Html[] {
  return lines.map((line) => new Html(drawLine(line)));
}

function legalPage(
  { words, publicUrl, now }: SiteContext,
  path: string,
  title: Text,
  content: HtmlValue,
): SitePage {
  const main = html`<div class="hero">
      <div><h1>${say(title)}</h1></div>
    </div>
    <section class="key legal">${content}</section>`;
  const canonical = `${publicUrl}${path}`;
  const body = pageHtml({ words, now, title, server: null, canonical, indexed: true, main });
  return found(body, true);
}

function privacyHtml(words: Words): readonly Html[] {
  const [head = plain([]), ...lines] = privacyLines(words);
  const items = lines.filter(({ style }) => style === 'item');
  const others = lines.filter(({ style }) => style !== 'item');
  const { legal } = words.pages;
  return [
    html`<h2>${say(legal.readers)}</h2>`,
    ...paragraphs([legal.readersText]),
    html`<h2>${say(head.text)}</h2>`,
    html`<ul class="bullets">
      ${linesHtml(items)}
    </ul>`,
    ...linesHtml(others),
  ];
}

/** What is kept about people, from the same texts as `/privacy` in Discord. */
export const privacyPage = (site: SiteContext): SitePage =>
  legalPage(site, '/privacy', site.words.pages.legal.privacy, privacyHtml(site.words));

/** The terms. */
export const termsPage = (site: SiteContext): SitePage =>
  legalPage(site, '/terms', site.words.pages.legal.terms, paragraphs(site.words.pages.legal.termsText));
