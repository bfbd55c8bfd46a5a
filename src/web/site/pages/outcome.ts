/** The outcome on its two axes, what was undone later, and what is disputed. */
import { annotationsOf, outcomesOf, type OutcomeTexts } from '../../../wording/pages/outcome.js';
import { link } from '../../../wording/parts.js';
import { html, say, type Html, type HtmlValue } from '../../markup.js';
import type { ServerContext } from '../context.js';
import { METHOD } from '../../../domain/method.js';
import type { UltimatumModel } from '../model/ultimatum.js';

function outcomeHtml({ heading, headline, axes, notes }: OutcomeTexts): Html {
  const head = heading === null ? null : html`<h3>${say(heading)}: ${say(headline)}</h3>`;
  return html`${head}
    <dl class="axes">
      ${axes.map(
        ({ label, value, what }) =>
          html`<div>
            <dt>${say(label)}</dt>
            <dd><b>${say(value)}</b>${say(what)}</dd>
          </div>`,
      )}
    </dl>
    ${notes.map((note) => html`<p class="note">${say(note)}</p>`)}`;
}

/** Left out where nothing is on record, and nothing waits for a review. */
export function outcomeSection(context: ServerContext, { about }: UltimatumModel): HtmlValue {
  const { words, publicUrl, root } = context;
  const texts = words.pages.ultimatum;
  const outcomes = outcomesOf(words, about);
  const annotations = annotationsOf(words, about);
  const waits = about.ultimatum.state === 'passed';
  if (outcomes.length === 0 && annotations.length === 0 && !waits) return null;
  const method = link(`${publicUrl}${root}/rules#method`, words.pages.frame.method(METHOD), '');
  return html`<section class="side" id="outcome">
    <h2>${say(texts.outcome)}</h2>
    ${waits ? html`<p>${say(texts.notReviewed)}</p>` : null}${outcomes.map(outcomeHtml)}
    ${annotations.map((text) => html`<p class="note">${say(text)}</p>`)}
    ${outcomes.length === 0 ? null : html`<p class="small">${say(texts.computed(method))}</p>`}
  </section> `;
}
