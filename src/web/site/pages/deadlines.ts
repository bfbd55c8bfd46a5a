/** The table of deadlines, the centre of an ultimatum's page. */
import {
  deadlineRows,
  overallRow,
  undatedRow,
  type DeadlineMark,
  type DeadlineRow,
} from '../../../wording/pages/deadlines.js';
import { plainText } from '../../../wording/plain-text.js';
import type { Text } from '../../../wording/parts.js';
import { html, say, type Html, type HtmlValue } from '../../markup.js';
import type { ServerContext } from '../context.js';
import { dateElement } from '../dates.js';
import { timelineFigure } from '../figure/timeline.js';
import { localDate } from '../../../domain/when.js';
import type { UltimatumModel } from '../model/ultimatum.js';
import { asOfForm } from './as-of.js';

const MARKS: Readonly<Record<DeadlineMark, string>> = { replaced: '', passed: ' full', running: ' run' };

const smalls = (texts: readonly Text[]): readonly Html[] =>
  texts.map((text) => html`<small>${say(text)}</small>`);

function rowHtml({ words }: ServerContext, row: DeadlineRow): Html {
  const { columns } = words.pages.ultimatum;
  const { version, date, place, spoken, notes, stated, became, days, mark } = row;
  const [first = [], ...others] = became;
  return html`<tr role="row" id="d${version.number}">
    <td role="cell" class="n">${version.number}</td>
    <th scope="row" role="rowheader">
      <b>${dateElement(version.reading, date)}</b><small>${say(place)}</small>
    </th>
    <td role="cell"><span class="q">${say(spoken)}</span>${smalls(notes)}</td>
    <td role="cell" data-l="${plainText(columns.stated)}">${say(stated)}</td>
    <td role="cell">
      <span class="mark${MARKS[mark]}" aria-hidden="true"></span>${say(first)}${smalls(others)}
    </td>
    <td role="cell" class="num" data-l="${plainText(columns.days)}">${days === null ? null : say(days)}</td>
  </tr> `;
}

function undatedHtml({ words }: ServerContext, number: number, text: Text): Html {
  const { noDate } = words.pages.ultimatum;
  return html`<tr role="row">
    <td role="cell" class="n">${number}</td>
    <th scope="row" role="rowheader"><b>${say(noDate)}</b></th>
    <td role="cell" colspan="4"><span class="q">${say(text)}</span></td>
  </tr> `;
}

function footHtml(context: ServerContext, { about }: UltimatumModel): HtmlValue {
  const overall = overallRow(context.words, about.ultimatum);
  if (overall === null) return null;
  return html`<tfoot role="rowgroup">
    <tr role="row">
      <td role="cell" class="wide"></td>
      <th role="rowheader" scope="row" colspan="4">${say(overall.text)}</th>
      <td role="cell" class="num wide">${say(overall.days)}</td>
    </tr>
  </tfoot>`;
}

function tableHtml(context: ServerContext, model: UltimatumModel): Html {
  const { columns } = context.words.pages.ultimatum;
  const { ultimatum } = model.about;
  const rows = deadlineRows(context.words, model.about).map((row) => rowHtml(context, row));
  const undated = undatedRow(context.words, ultimatum);
  const head = (text: Text, kind = '') =>
    html`<th role="columnheader" scope="col" ${kind === '' ? null : html` class="${kind}"`}>
      ${say(text)}
    </th>`;
  return html`<table class="dates stack numbered" role="table" aria-labelledby="h-dates">
    <thead role="rowgroup">
      <tr role="row">
        ${head(columns.number)}${head(columns.deadline)}${head(columns.words)}${head(columns.stated)}${head(columns.became)}${head(columns.days, 'num')}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows}${undated === null ? null : undatedHtml(context, ultimatum.versions.length + 1, undated)}
    </tbody>
    ${footHtml(context, model)}
  </table>`;
}

function atForm(context: ServerContext, { about, at }: UltimatumModel): Html {
  const { words, now } = context;
  const { stated, zone } = about.ultimatum;
  const today = localDate(now, zone);
  return asOfForm(words, { value: at ?? today, from: localDate(stated.start, zone), today });
}

/** Each deadline ever set, and what became of it. */
export function deadlinesSection(context: ServerContext, model: UltimatumModel): Html {
  const { deadlines, noDeadline } = context.words.pages.ultimatum;
  const { versions, undated } = model.about.ultimatum;
  const none = versions.length === 0 && undated === null;
  return html`<section class="key" id="deadlines" aria-labelledby="h-dates">
    <div class="head">
      <h2 id="h-dates">${say(deadlines)}</h2>
      ${atForm(context, model)}
    </div>
    ${none ? html`<p>${say(noDeadline)}</p>` : [tableHtml(context, model), timelineFigure(context.words, model.about)]}
  </section> `;
}
