/** The log of an ultimatum with both times of each entry, and its corrections. */
import { correctionRows, logRow, type LogRow } from '../../../wording/pages/log.js';
import { plainText } from '../../../wording/plain-text.js';
import { html, say, type Html, type HtmlValue } from '../../markup.js';
import type { ServerContext } from '../context.js';
import { pathOf } from '../paths.js';
import type { UltimatumModel } from '../model/ultimatum.js';

/** What an entry says, with what backs it. `corrections` is what leads to the entries that correct it, up to their number. */
export function entryHtml({ words }: ServerContext, row: LogRow, corrections: string): Html {
  const { correctedBy, entry } = words.pages.ultimatum;
  const { first, others, statements, removed } = row;
  const corrected = row.correctedBy.map(
    (seq) => html`<p class="small"><a href="${corrections}${seq}">${say(correctedBy(entry(seq)))}</a></p>`,
  );
  return html`<b>${say(first)}</b>${others.map((text) => html`<p>${say(text)}</p>`)}${
      statements.length === 0
        ? null
        : html`<ul class="small">
            ${statements.map((text) => html`<li>${say(text)}</li>`)}
          </ul>`
    }${removed === null ? corrected : html`<p class="small">${say(removed)}</p>`}`;
}

/** The whole log, oldest first. */
export function logSection(context: ServerContext, { about }: UltimatumModel): Html {
  const { words } = context;
  const { log, logNote, logColumns, columns } = words.pages.ultimatum;
  const number = pathOf(context, about.number);
  const rows = about.ultimatum.entries.map((entry) => {
    const row = logRow(words, about, entry);
    return html`<tr role="row" id="e${row.seq}">
      <td role="cell"><a href="${number}/${row.seq}">${row.seq}</a></td>
      <td role="cell">${entryHtml(context, row, '#e')}</td>
      <td role="cell" data-l="${plainText(logColumns.stated)}">${say(row.stated)}</td>
      <td role="cell" data-l="${plainText(logColumns.recorded)}">
        ${say(row.recorded)}<small>${say(row.by)}</small>
      </td>
    </tr> `;
  });
  const head = [columns.number, logColumns.what, logColumns.stated, logColumns.recorded];
  return html`<section class="side" id="log">
    <h2 id="h-log">${say(log)}</h2>
    <p class="small">${say(logNote)}</p>
    <table class="log stack numbered" role="table" aria-labelledby="h-log">
      <thead role="rowgroup">
        <tr role="row">
          ${head.map((text) => html`<th role="columnheader" scope="col">${say(text)}</th>`)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows}
      </tbody>
    </table>
  </section> `;
}

/** What was corrected, from what, and why. */
export function correctionsSection({ words }: ServerContext, { about }: UltimatumModel): HtmlValue {
  const { corrections, correctionsNote } = words.pages.ultimatum;
  const rows = correctionRows(words, about);
  if (rows.length === 0) return null;
  return html`<section class="side" id="corrections">
    <h2>${say(corrections)}</h2>
    <p class="small">${say(correctionsNote)}</p>
    <ul class="changes">
      ${rows.map(
        ({ seq, title, changes, reason }) =>
          html`<li>
            <h3><a href="#e${seq}">${say(title)}</a></h3>
            ${changes.map((text) => html`<p>${say(text)}</p>`)}
            <p class="small">${say(reason)}</p>
          </li> `,
      )}
    </ul>
  </section> `;
}
