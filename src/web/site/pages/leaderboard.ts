/** Every issuer of a record side by side, by how many ultimatums are recorded. */
import type { Leaderboard, Tally } from '../../../domain/figures/tally.js';
import { shareText } from '../../../wording/figures.js';
import { plainText } from '../../../wording/plain-text.js';
import { html, say, type Html } from '../../markup.js';
import type { ServerContext } from '../context.js';
import { pageHtml } from '../layout.js';
import { found, type SitePage } from '../page.js';
import { notesHtml } from './figures.js';
import { nameLink } from './names.js';

/** Those with fewer ultimatums are in the data only. */
const MOST_ISSUERS = 200;

function tallyRow({ words }: ServerContext, name: Html, tally: Tally): Html {
  const { columns } = words.figures.leaderboard;
  const shares = (['met', 'moved', 'carriedOut'] as const).map(
    (share) =>
      html`<td role="cell" data-l="${plainText(columns[share])}">${say(shareText(words, tally[share]))}</td>`,
  );
  const { cases, notReviewed } = tally;
  return html`<tr role="row">
    <th role="rowheader" scope="row">${name}</th>
    <td role="cell" class="num" data-l="${plainText(columns.cases)}">${cases}</td>
    <td role="cell" class="num" data-l="${plainText(columns.notReviewed)}">${notReviewed}</td>
    ${shares}
  </tr>`;
}

function tableHtml(context: ServerContext, { issuers, all }: Leaderboard): Html {
  const { leaderboard } = context.words.figures;
  const { columns } = leaderboard;
  const heads = (['issuer', 'cases', 'notReviewed', 'met', 'moved', 'carriedOut'] as const).map(
    (column) => html`<th role="columnheader" scope="col">${say(columns[column])}</th>`,
  );
  const rows = issuers
    .slice(0, MOST_ISSUERS)
    .map((issuer) => tallyRow(context, nameLink(context, 'issuer', issuer.name), issuer));
  return html`<table class="list stack" role="table" aria-labelledby="h-issuers">
    <thead role="rowgroup">
      <tr role="row">
        ${heads}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${tallyRow(context, html`<b>${say(leaderboard.all)}</b>`, all)}${rows}
    </tbody>
  </table>`;
}

/** The page of all issuers. */
export function leaderboardPage(context: ServerContext, board: Leaderboard): SitePage {
  const { words, page, publicUrl, root, now } = context;
  const { figures, pages } = words;
  const { leaderboard } = figures;
  const { unsourced, hidden } = board.leftOut;
  const main = [
    html`<div class="hero">
      <div><h1 class="long">${say(leaderboard.title)}</h1></div>
    </div>`,
    html`<section class="key" id="issuers" aria-labelledby="h-issuers">
      <h2 id="h-issuers">${say(pages.server.issuers)}</h2>
      <p class="small">
        ${say(leaderboard.order)} ${say(figures.leftOut(unsourced))}
        ${hidden === 0 ? null : say(figures.hidden(hidden))}
      </p>
      ${board.all.cases === 0 ? html`<p>${say(leaderboard.empty)}</p>` : tableHtml(context, board)}${notesHtml(context)}
      <p class="small noprint">
        <a href="${root}/issuers.json">${say(pages.follow.data)}</a>${say(pages.follow.or)}<a
          href="${root}/issuers.csv"
          >${say(pages.follow.csv)}</a
        >
      </p>
    </section>`,
  ];
  const body = pageHtml({
    words,
    now,
    title: leaderboard.title,
    server: context,
    canonical: `${publicUrl}${root}/issuers`,
    indexed: page.listed,
    main,
  });
  return found(body, page.listed);
}
