/** The sources of an ultimatum. */
import { sourceRows } from '../../../wording/pages/sources.js';
import { html, say, type Html } from '../../markup.js';
import type { ServerContext } from '../context.js';
import type { UltimatumModel } from '../model/ultimatum.js';

/** Each source once, with its quote, its kind and a copy in the archive. */
export function sourcesSection({ words }: ServerContext, { about }: UltimatumModel): Html {
  const { sources, noSources, entry: entryText } = words.pages.ultimatum;
  const rows = sourceRows(words, about).map(
    ({ quote, source, stated, entry }, index) =>
      html`<li id="s${index + 1}">
        <span class="n">${index + 1}</span>
        <div>
          ${quote === null ? null : html`<blockquote>${say(quote)}</blockquote>`}
          <p>${say(source)}</p>
          <p class="small">${say(stated)} · <a href="#e${entry}">${say(entryText(entry))}</a></p>
        </div>
      </li> `,
  );
  return html`<section class="side" id="sources">
    <h2>${say(sources)}</h2>
    ${
      rows.length === 0
        ? html`<p>${say(noSources)}</p>`
        : html`<ol class="sources">
            ${rows}
          </ol>`
    }
  </section> `;
}
