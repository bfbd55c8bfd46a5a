/** What a server records and what it leaves out, the method, the corrections of the last year, and who keeps it. */
import { METHOD } from '../../../domain/method.js';
import { verdictTable, type VerdictRow } from '../../../wording/pages/method.js';
import { correctionLink } from '../../../wording/pages/corrections.js';
import type { Text } from '../../../wording/parts.js';
import { typed } from '../../../wording/typed.js';
import { html, say, type Html } from '../../markup.js';
import type { ServerContext } from '../context.js';
import { pageHtml } from '../layout.js';
import type { RecordedCorrection } from '../model/corrections.js';
import { found, type SitePage } from '../page.js';
import { pathOf } from '../paths.js';

const LONGEST = 1000;

const paragraphs = (texts: readonly Text[]): readonly Html[] =>
  texts.map((text) => html`<p>${say(text)}</p>`);

function section(id: string, title: Text, content: readonly Html[]): Html {
  return html`<section class="side" id="${id}">
    <h2>${say(title)}</h2>
    ${content}
  </section>`;
}

function rowHtml({ label, cells }: VerdictRow): Html {
  return html`<tr role="row">
    <th role="rowheader" scope="row">${say(label)}</th>
    ${cells.map((cell) => html`<td role="cell" data-l="">${say(cell)}</td>`)}
  </tr>`;
}

function tableHtml({ words }: ServerContext): Html {
  const { rules } = words.pages;
  const { columns, rows } = verdictTable(words);
  return html`<table class="matrix" role="table">
    <caption>
      ${say(rules.table)}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${[rules.compliance, ...columns].map((text) => html`<th role="columnheader" scope="col">${say(text)}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(rowHtml)}
    </tbody>
  </table>`;
}

function correctionsHtml(context: ServerContext, corrections: readonly RecordedCorrection[]): Html {
  const { words, publicUrl } = context;
  if (corrections.length === 0) return html`<p>${say(words.pages.rules.noCorrections)}</p>`;
  const rows = corrections.map((one) => {
    const url = `${publicUrl}${pathOf(context, one.number)}/${one.seq}`;
    return html`<li>${say(correctionLink(words, one, url))}</li>`;
  });
  return html`<ul class="links">
    ${rows}
  </ul>`;
}

/** The rules page of a server. */
export function rulesPage(context: ServerContext, corrections: readonly RecordedCorrection[]): SitePage {
  const { words, page, publicUrl, root, now, settings, name } = context;
  const { rules } = words.pages;
  const { inclusionRule, licence, contact } = settings;
  const own = (text: string): Text => [typed(text, LONGEST)];
  const main = [
    html`<div class="hero">
      <div><h1 class="long">${say(rules.title)}</h1></div>
    </div>`,
    html`<div class="first">
      ${section('inclusion', rules.inclusion, paragraphs([inclusionRule === null ? rules.noInclusion : own(inclusionRule)]))}
    </div>`,
    section('method', rules.method(METHOD), [
      ...paragraphs(rules.methodText),
      tableHtml(context),
      ...paragraphs([rules.order]),
      html`<h3>${say(rules.changes)}</h3>`,
      ...paragraphs([rules.changesText]),
    ]),
    section('corrections', rules.corrections, [correctionsHtml(context, corrections)]),
    section(
      'keeper',
      rules.keeper,
      paragraphs([rules.keeperText(name), contact === null ? rules.noContact : rules.contact(own(contact))]),
    ),
    section('licence', rules.licence, paragraphs([licence === null ? rules.noLicence : own(licence)])),
  ];
  const body = pageHtml({
    words,
    now,
    title: rules.title,
    server: context,
    current: 'rules',
    canonical: `${publicUrl}${root}/rules`,
    indexed: page.listed,
    main,
  });
  return found(body, page.listed);
}
