/** One entry of the log, in its context. */
import { ultimatumId } from '../../../domain/ultimatum-id.js';
import { logRow } from '../../../wording/pages/log.js';
import { pageTitle, verdictText } from '../../../wording/pages/ultimatum.js';
import { plainText } from '../../../wording/plain-text.js';
import { subject } from '../../../wording/subject.js';
import { html, say, type Html, type HtmlValue } from '../../markup.js';
import type { ServerContext } from '../context.js';
import { pageHtml } from '../layout.js';
import type { UltimatumModel } from '../model/ultimatum.js';
import { found, type SitePage } from '../page.js';
import { entryHtml } from './log.js';
import { pathOf } from '../paths.js';

function step(context: ServerContext, { about }: UltimatumModel, seq: number, rel: string): HtmlValue {
  if (about.ultimatum.entries.every((entry) => entry.seq !== seq)) return null;
  const { previous } = context.words.pages.ultimatum;
  return html`<a rel="${rel}" href="${pathOf(context, about.number)}/${seq}">${say(previous(seq))}</a>`;
}

function mainHtml(context: ServerContext, model: UltimatumModel, seq: number, row: Html): Html {
  const { words } = context;
  const { about } = model;
  const texts = words.pages.ultimatum;
  const whole = pathOf(context, about.number);
  return html`<div class="hero">
      <div>
        <p class="kicker"><a href="${whole}">${say(pageTitle(words, about.ultimatum))}</a></p>
        <h1 class="long">${say(texts.entryTitle(seq, subject(about.number)))}</h1>
        <p class="verdict">${say(verdictText(words, about))}</p>
      </div>
    </div>
    <section class="key entry">${row}</section>
    <nav class="pages" aria-label="${plainText(texts.entry(seq))}">
      ${step(context, model, seq - 1, 'prev')} ${step(context, model, seq + 1, 'next')}
      <a href="${whole}#e${seq}">${say(texts.whole)}</a>
    </nav>`;
}

/** The page of one entry; null where the ultimatum has no such entry, or is hidden. */
export function entryPage(context: ServerContext, model: UltimatumModel, seq: number): SitePage | null {
  const { words, page, publicUrl, now } = context;
  const { about } = model;
  const entry = about.ultimatum.entries.find((one) => one.seq === seq);
  if (entry === undefined || about.ultimatum.hidden !== null) return null;
  const row = logRow(words, about, entry);
  const { logColumns, entryTitle } = words.pages.ultimatum;
  const times = html`<dl class="terms">
    <div>
      <dt>${say(logColumns.stated)}</dt>
      <dd>${say(row.stated)}</dd>
    </div>
    <div>
      <dt>${say(logColumns.recorded)}</dt>
      <dd>${say(row.recorded)}<small>${say(row.by)}</small></dd>
    </div>
  </dl>`;
  const body = pageHtml({
    words,
    now,
    title: entryTitle(seq, subject(about.number)),
    server: context,
    canonical: `${publicUrl}${pathOf(context, about.number)}/${seq}`,
    indexed: page.listed,
    main: mainHtml(
      context,
      model,
      seq,
      html`${entryHtml(context, row, `${ultimatumId(about.number)}/`)}${times}`,
    ),
  });
  return found(body, page.listed);
}
