/** The figures of an issuer on its page: each share with its interval, the counts beside it, and the curves. */
import type { RecordFigures } from '../../../domain/figures/record.js';
import type { SurvivalCurve, SurvivalStep } from '../../../domain/figures/survival.js';
import type { Tally } from '../../../domain/figures/tally.js';
import {
  countedText,
  figureBlocks,
  figureNotes,
  shareRest,
  shareText,
  stepCells,
  type FigureBlock,
  type FigureRow,
} from '../../../wording/figures.js';
import type { Text } from '../../../wording/parts.js';
import { html, say, type Html, type HtmlValue } from '../../markup.js';
import type { ServerContext } from '../context.js';
import { curveFigure } from '../figure/curve.js';
import { intervalFigure } from '../figure/interval.js';

/** A table of more steps than this is in the data only. */
const MOST_STEPS = 60;

function shareHtml({ words }: ServerContext, row: FigureRow, all: Tally): HtmlValue {
  const { label, proportion, compared } = row;
  if (proportion === null) return null;
  const { figures } = words;
  const whole = compared === null ? null : all[compared];
  const rest = shareRest(words, proportion);
  const caption =
    whole === null
      ? null
      : html`<figcaption>${say(figures.allIssuers(shareText(words, whole)))}</figcaption>`;
  return html`<figure>
    <h4>${say(label)}</h4>
    <p class="big">
      ${say(figures.counts(proportion.count, proportion.n))}${rest === null ? null : html` <span class="small">${say(rest)}</span>`}
    </p>
    ${intervalFigure(proportion, whole)}${caption}
  </figure>`;
}

function countsHtml(rows: readonly FigureRow[]): HtmlValue {
  if (rows.length === 0) return null;
  return html`<dl class="counts">
    ${rows.map(
      ({ label, value }) =>
        html`<div>
          <dt>${say(label)}</dt>
          <dd>${say(value)}</dd>
        </div>`,
    )}
  </dl>`;
}

function blockHtml(context: ServerContext, block: FigureBlock, all: Tally, more: HtmlValue): Html {
  const shares = block.rows.filter(({ proportion }) => proportion !== null);
  const counts = block.rows.filter(({ proportion }) => proportion === null);
  return html`<section class="figures" aria-labelledby="h-${block.id}">
    <h3 id="h-${block.id}">${say(block.title)}</h3>
    <p class="small">${say(block.rule)}</p>
    ${shares.length === 0 ? null : html`<div class="multi">${shares.map((row) => shareHtml(context, row, all))}</div>`}${countsHtml(
      counts,
    )}${more}${block.beside === null ? null : html`<p class="small">${say(block.beside)}</p>`}
  </section>`;
}

function stepRow(context: ServerContext, step: SurvivalStep): Html {
  return html`<tr>
    ${stepCells(context.words, step).map((cell) => html`<td>${say(cell)}</td>`)}
  </tr>`;
}

function curveHtml(context: ServerContext, label: Text, curve: SurvivalCurve): HtmlValue {
  const { time } = context.words.figures;
  if (curve.events === 0) return null;
  const columns = [time.columns.days, time.columns.atRisk, time.columns.share, time.columns.interval];
  return html`<figure>
    <h4>${say(label)}</h4>
    <p class="small">${say(time.curve)}</p>
    ${curveFigure(curve)}
    <details>
      <summary>${say(time.table)}</summary>
      <table class="steps">
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col">${say(column)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${curve.steps.slice(0, MOST_STEPS).map((step) => stepRow(context, step))}
        </tbody>
      </table>
    </details>
  </figure>`;
}

function curvesHtml(context: ServerContext, { firstMove, outcome }: RecordFigures): Html {
  const { time } = context.words.figures;
  return html`<div class="multi wide">
    ${curveHtml(context, time.firstMove, firstMove)}${curveHtml(context, time.outcome, outcome)}
  </div>`;
}

/** What stands below every table of figures. */
export function notesHtml({ words, settings, root }: ServerContext): Html {
  const notes = figureNotes(words, settings.inclusionRule).map((note) => html`<p>${say(note)}</p>`);
  return html`<div class="small note">
    ${notes}
    <p><a href="${root}/rules">${say(words.pages.rules.title)}</a></p>
  </div>`;
}

/** The figures of one issuer beside those of the whole record; `files` are the paths of the same as data. */
export function figuresSection(
  context: ServerContext,
  record: RecordFigures,
  all: Tally,
  files: { readonly json: string; readonly csv: string },
): Html {
  const { words, root } = context;
  const { figures, pages } = words;
  const blocks = figureBlocks(words, record).map((block) =>
    blockHtml(context, block, all, block.id === 'time' ? curvesHtml(context, record) : null),
  );
  const legend =
    record.cases === 0
      ? null
      : html`<span aria-hidden="true">●</span> ${say(figures.legend.own)}
          <span aria-hidden="true">○</span> ${say(figures.legend.all)}. `;
  return html`<section class="key" id="figures" aria-labelledby="h-figures">
    <h2 id="h-figures">${say(figures.heading)}</h2>
    <p>${say(countedText(words, record))}</p>
    <p class="small">${legend}${say(figures.leftOut(record.leftOut.unsourced))}</p>
    ${record.cases === 0 ? null : blocks}${notesHtml(context)}
    <p class="small noprint">
      <a href="${root}/issuers">${say(figures.leaderboard.title)}</a> ·
      <a href="${files.json}">${say(pages.follow.data)}</a>${say(pages.follow.or)}<a href="${files.csv}"
        >${say(pages.follow.csv)}</a
      >
    </p>
  </section>`;
}
