/** The card of an ultimatum alone, for a frame on another site, and how other sites learn of it (oEmbed). */
import { longDay } from '../../../wording/dates.js';
import { deadlineRows } from '../../../wording/pages/deadlines.js';
import { pageTitle, termFacts, verdictText } from '../../../wording/pages/ultimatum.js';
import { plainText } from '../../../wording/plain-text.js';
import { html, say, type Html } from '../../markup.js';
import { STYLE } from '../assets.js';
import type { ServerContext } from '../context.js';
import { dateElement } from '../dates.js';
import type { UltimatumModel } from '../model/ultimatum.js';
import { found, type SitePage } from '../page.js';
import { pathOf } from '../paths.js';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Rows of the newest deadlines. */
const MOST_DEADLINES = 6;

function cardHtml(context: ServerContext, { about }: UltimatumModel): Html {
  const { words, name, publicUrl } = context;
  const { ultimatum: texts, preview } = words.pages;
  const marks = { replaced: '', passed: ' full', running: ' run' };
  const rows = deadlineRows(words, about)
    .slice(-MOST_DEADLINES)
    .map(
      ({ version, date, became, mark }) =>
        html`<li>
          <span
            ><span class="mark${marks[mark]}" aria-hidden="true"></span
            >${dateElement(version.reading, date)}</span
          >
          <span>${became.slice(0, 1).map(say)}</span>
        </li>`,
    );
  const flag = about.ultimatum.disputed ? html` <span class="flag">${say(texts.disputed)}</span>` : null;
  const terms = termFacts(words, about).map(
    ({ label, text }) =>
      html`<div>
        <dt>${say(label)}</dt>
        <dd>${say(text)}</dd>
      </div>`,
  );
  return html`<article class="card">
    <p class="small">U-${about.number} · ${say(name)}</p>
    <h1>${say(pageTitle(words, about.ultimatum))}</h1>
    <p class="verdict">${say(verdictText(words, about))}${flag}</p>
    <dl class="terms">${terms}</dl>
    ${
      rows.length === 0
        ? null
        : html`<ol>
            ${rows}
          </ol>`
    }
    <footer>
      <span>${say(preview.asRecorded(longDay(words, about.now, about.ultimatum.zone)))}</span>
      <a href="${publicUrl}${pathOf(context, about.number)}" target="_top" rel="noopener">${preview.open}</a>
    </footer>
  </article>`;
}

/** The card alone; null where the ultimatum is hidden. */
export function embedPage(
  context: ServerContext,
  model: UltimatumModel,
  theme: Theme | null,
): SitePage | null {
  const { words } = context;
  if (model.about.ultimatum.hidden !== null) return null;
  const title = plainText(pageTitle(words, model.about.ultimatum));
  const body = html`<!doctype html>
    <html lang="${words.language}" ${theme === null ? null : html` data-theme="${theme}"`}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href="${STYLE.path}" />
      </head>
      <body class="embed">
        <main>${cardHtml(context, model)}</main>
      </body>
    </html> `.markup;
  return { ...found(body, false), framed: true };
}

const WIDTH = 560;
const HEIGHT = 420;
const NARROWEST = 360;

/** The oEmbed answer for an ultimatum; null where it is hidden. `widest` is the room that the other site has, px. */
export function oembedPage(
  context: ServerContext,
  { about }: UltimatumModel,
  widest: number | null,
): SitePage | null {
  const { words, name, publicUrl, root, page } = context;
  if (about.ultimatum.hidden !== null) return null;
  const width = Math.max(NARROWEST, Math.min(WIDTH, widest ?? WIDTH));
  const title = plainText(pageTitle(words, about.ultimatum));
  const src = `${publicUrl}/embed/${encodeURIComponent(page.address)}/U-${about.number}`;
  const frame = html`<iframe
    src="${src}"
    width="${width}"
    height="${HEIGHT}"
    title="${title}"
    loading="lazy"
  ></iframe>`;
  const answer = {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: plainText(name),
    provider_url: `${publicUrl}${root}`,
    cache_age: 60,
    width,
    height: HEIGHT,
    html: frame.markup,
  };
  return {
    status: 200,
    type: 'application/json; charset=utf-8',
    body: JSON.stringify(answer),
    indexed: false,
    open: true,
  };
}
