/** The tables of lists: one for each kind of list, all from the same rows. */
import type { RecordInstant } from '../../../domain/instant.js';
import type { Numbered } from '../../../wording/about.js';
import { listedRow, movedRow, type ListedRow, type MovedRow } from '../../../wording/pages/list.js';
import type { Text } from '../../../wording/parts.js';
import { plainText } from '../../../wording/plain-text.js';
import { html, say, type Html, type HtmlValue } from '../../markup.js';
import type { ServerContext } from '../context.js';
import { dateElement } from '../dates.js';
import { pathOf } from '../paths.js';

interface ListColumn {
  readonly label: Text;
  readonly kind?: string;
}

/** A table whose rows become blocks on a narrow screen; the roles keep it a table there. */
function table(labelledBy: string, columns: readonly ListColumn[], rows: readonly Html[]): Html {
  const heads = columns.map(
    ({ label, kind }) =>
      html`<th role="columnheader" scope="col" ${kind === undefined ? null : html` class="${kind}"`}>
        ${say(label)}
      </th>`,
  );
  return html`<table class="list stack" role="table" aria-labelledby="${labelledBy}">
    <thead role="rowgroup">
      <tr role="row">
        ${heads}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows}
    </tbody>
  </table>`;
}

function titleHtml(context: ServerContext, row: ListedRow): Html {
  const { disputed } = context.words.pages.ultimatum;
  return html`<h3><a href="${pathOf(context, row.number)}">${say(row.parties)}</a></h3>
    ${say(row.demand)} <span class="small no">${say(row.subject)}</span>${
      row.disputed ? html` <span class="flag">${say(disputed)}</span>` : null
    }`;
}

/** The words name no single day. */
const isFuzzy = ({ version }: ListedRow): boolean =>
  version !== null && (version.reading.precision === 'month' || version.reading.precision === 'window');

function dateHtml({ version, date, place }: ListedRow, fuzzy: boolean): HtmlValue {
  if (version === null || date === null) return null;
  const mark = fuzzy ? html`<span class="mark fuzzy" aria-hidden="true"></span>` : null;
  return html`<b>${dateElement(version.reading, date)}</b>${
      place === null ? null : html`<small>${mark}${say(place)}</small>`
    }`;
}

const rowsOf = (context: ServerContext, items: readonly Numbered[], now: RecordInstant) =>
  items.map((numbered) => listedRow(context.words, numbered, now));

/** What runs, the soonest deadline first; without a date the words stand in its place. */
export function runningTable(context: ServerContext, id: string, items: readonly Numbered[]): Html {
  const { columns, noDate } = context.words.pages.server;
  const rows = rowsOf(context, items, context.now).map(
    (row) =>
      html`<tr role="row">
        <th role="rowheader" scope="row">${dateHtml(row, isFuzzy(row)) ?? html`<b>${say(noDate)}</b>`}</th>
        <td role="cell" class="away">${row.away === null ? null : say(row.away)}</td>
        <td role="cell" class="what">${titleHtml(context, row)}<small>${say(row.note)}</small></td>
      </tr>`,
  );
  const heads = [
    { label: columns.deadline },
    { label: columns.away, kind: 'away' },
    { label: columns.ultimatum },
  ];
  return table(id, heads, rows);
}

/** What was moved lately, with both deadlines. */
export function movedTable(context: ServerContext, id: string, items: readonly Numbered[]): HtmlValue {
  const { columns } = context.words.pages.server;
  const moved = items
    .map((numbered) => movedRow(context.words, numbered, context.now))
    .filter((row): row is MovedRow => row !== null);
  if (moved.length === 0) return null;
  const rows = moved.map(
    (row) =>
      html`<tr role="row">
        <th role="rowheader" scope="row">${titleHtml(context, row)}<small>${say(row.what)}</small></th>
        <td role="cell" data-l="${plainText(columns.was)}">
          <span class="day">${say(row.was)}</span><small>${say(row.wasPlace)}</small>
        </td>
        <td role="cell" data-l="${plainText(columns.now)}">${dateHtml(row, false)}</td>
        <td role="cell" class="num" data-l="${plainText(columns.days)}">${say(row.days)}</td>
      </tr>`,
  );
  const heads = [
    { label: columns.ultimatum },
    { label: columns.was },
    { label: columns.now },
    { label: columns.days, kind: 'num' },
  ];
  return table(id, heads, rows);
}

/** What has passed and waits for a review, or is paused. */
export function waitingTable(
  context: ServerContext,
  id: string,
  items: readonly Numbered[],
  passed: boolean,
): Html {
  const { columns } = context.words.pages.server;
  const label = passed ? columns.passed : columns.last;
  const rows = rowsOf(context, items, context.now).map(
    (row) =>
      html`<tr role="row">
        <th role="rowheader" scope="row">${titleHtml(context, row)}</th>
        <td role="cell" data-l="${plainText(label)}">
          ${dateHtml(row, false)}${passed && row.away !== null ? html`<small>${say(row.away)}</small>` : null}
        </td>
        <td role="cell">${say(row.moves)}</td>
        <td role="cell" class="num" data-l="${plainText(columns.slip)}">${say(row.slip)}</td>
      </tr>`,
  );
  const heads = [
    { label: columns.ultimatum },
    { label },
    { label: columns.moves },
    { label: columns.slip, kind: 'num' },
  ];
  return table(id, heads, rows);
}

/** What is closed, the newest first, with its outcome. */
export function closedTable(context: ServerContext, id: string, items: readonly Numbered[]): Html {
  const { columns } = context.words.pages.server;
  const rows = rowsOf(context, items, context.now).map(
    (row) =>
      html`<tr role="row">
        <th role="rowheader" scope="row">${titleHtml(context, row)}</th>
        <td role="cell" class="out">
          <b>${say(row.headline)}</b>${row.after === null ? null : html` ${say(row.after)}`}
        </td>
        <td role="cell" data-l="${plainText(columns.last)}">
          ${row.version === null || row.date === null ? say(context.words.pages.server.none) : dateElement(row.version.reading, row.date)}
        </td>
        <td role="cell" class="num" data-l="${plainText(columns.slip)}">${say(row.slip)}</td>
      </tr>`,
  );
  const heads = [
    { label: columns.ultimatum },
    { label: columns.outcome },
    { label: columns.last },
    { label: columns.slip, kind: 'num' },
  ];
  return table(id, heads, rows);
}
