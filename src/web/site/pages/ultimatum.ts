/** The page of an ultimatum. */
import type { Ultimatum } from '../../../domain/ultimatum.js';
import { ultimatumId } from '../../../domain/ultimatum-id.js';
import type { Text } from '../../../wording/parts.js';
import {
  asOfTexts,
  deadlineFacts,
  descriptionText,
  kickerText,
  linkFacts,
  pageTitle,
  termFacts,
  verdictText,
  type Fact,
} from '../../../wording/pages/ultimatum.js';
import { tombstoneText } from '../../../wording/tombstone.js';
import { typed } from '../../../wording/typed.js';
import { html, say, type Html, type HtmlValue } from '../../markup.js';
import type { ServerContext } from '../context.js';
import { pageHtml } from '../layout.js';
import type { UltimatumModel } from '../model/ultimatum.js';
import { pathOf } from '../paths.js';
import { HTML_TYPE, type SitePage } from '../page.js';
import { citeSection } from './cite.js';
import { followSection } from './follow.js';
import { deadlinesSection } from './deadlines.js';
import { correctionsSection, logSection } from './log.js';
import { nameLink } from './names.js';
import { outcomeSection } from './outcome.js';
import { sourcesSection } from './sources.js';

const LONG_TITLE = 45;

const factRow = ({ label, text, note }: Fact): Html =>
  html`<div>
    <dt>${say(label)}</dt>
    <dd>${say(text)}${note === undefined ? null : html`<small>${say(note)}</small>`}</dd>
  </div>`;

function row(label: Text, value: HtmlValue): Html {
  return html`<div>
    <dt>${say(label)}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** Issuers and targets, each leading to what they have running and had. */
function partyRows(context: ServerContext, { issuers, targets }: Ultimatum): readonly Html[] {
  const { facts } = context.words.pages.ultimatum;
  const linked = (kind: 'issuer' | 'target', names: readonly string[]) =>
    names.map((name, index) => html`${index === 0 ? null : ', '}${nameLink(context, kind, name)}`);
  const many = targets.length > 3;
  return [
    row(issuers.length > 1 ? facts.issuers : facts.issuer, linked('issuer', issuers)),
    row(
      targets.length > 1 ? facts.targets : facts.target,
      many
        ? html`<a href="#targets">${say(facts.allTargets(targets.length))}</a>`
        : linked('target', targets),
    ),
  ];
}

/** Which one it is; and before that, of a page as known on a day, which day that is. */
function kicker(context: ServerContext, { about, asOf }: UltimatumModel): Html {
  const own = html`<p class="kicker">${say(kickerText(context.words, about))}</p>`;
  if (asOf === null) return own;
  const { today } = context.words.pages.ultimatum;
  const texts = asOfTexts(context.words, about, asOf).map((text) => html`${say(text)} `);
  return html`<p class="kicker asof">${texts}<a href="${pathOf(context, about.number)}">${say(today)}</a></p>
    ${own}`;
}

function termRows(context: ServerContext, { about }: UltimatumModel): readonly HtmlValue[] {
  const { words } = context;
  const { terms } = words.pages.ultimatum;
  const { tags } = about.ultimatum;
  const links = linkFacts(words, about);
  return [
    ...termFacts(words, about).map(factRow),
    tags.length === 0
      ? null
      : row(
          terms.tags,
          tags.map((tag, index) => html`${index === 0 ? null : ', '}${nameLink(context, 'tag', tag)}`),
        ),
    links.length === 0
      ? null
      : row(
          terms.links,
          html`<ul>
            ${links.map(({ to, text }) => html`<li><a href="${pathOf(context, to)}">${say(text)}</a></li>`)}
          </ul>`,
        ),
  ];
}

function hero(context: ServerContext, model: UltimatumModel): Html {
  const { words } = context;
  const { about } = model;
  const title = pageTitle(words, about.ultimatum);
  const long = title.reduce((length, part) => length + ('text' in part ? part.text.length : 0), 0);
  const { disputed } = words.pages.ultimatum;
  return html`<div class="hero">
<div>
${kicker(context, model)}
<h1${long > LONG_TITLE ? html` class="long"` : null}>${say(title)}</h1>
<p class="verdict">${say(verdictText(words, about))}${about.ultimatum.disputed ? html` <a class="flag" href="#outcome">${say(disputed)}</a>` : null}</p>
<dl class="terms">${termRows(context, model)}</dl>
</div>
<dl class="facts">${[...deadlineFacts(words, about).map(factRow), ...partyRows(context, about.ultimatum)]}</dl>
</div>`;
}

function targetsSection(context: ServerContext, { about }: UltimatumModel): HtmlValue {
  const { targets } = about.ultimatum;
  if (targets.length <= 3) return null;
  const names = targets.map((name) => html`<li>${nameLink(context, 'target', name)}</li>`);
  return html`<section class="side" id="targets">
    <h2>${say(context.words.pages.ultimatum.targetsHead)} <span class="count">${targets.length}</span></h2>
    <ul class="names">
      ${names}
    </ul>
  </section>`;
}

/** The page of an ultimatum that may be seen, with what previews read of it. */
export function ultimatumPage(context: ServerContext, model: UltimatumModel, head: HtmlValue): SitePage {
  const { words, page, publicUrl } = context;
  const { about, at } = model;
  if (about.ultimatum.hidden !== null) return tombstonePage(context, model);
  const indexed = page.listed && at === null;
  const body = pageHtml({
    words,
    now: about.now,
    title: [...pageTitle(words, about.ultimatum), { kind: 'text', text: ` (${ultimatumId(about.number)})` }],
    description: descriptionText(words, about),
    server: context,
    canonical: `${publicUrl}${pathOf(context, about.number)}`,
    indexed,
    head,
    main: [
      hero(context, model),
      deadlinesSection(context, model),
      outcomeSection(context, model),
      targetsSection(context, model),
      sourcesSection(context, model),
      logSection(context, model),
      correctionsSection(context, model),
      citeSection(context, model),
      followSection(context, { base: pathOf(context, about.number), query: '', many: false }),
    ],
  });
  return { status: 200, type: HTML_TYPE, body, indexed };
}

/** That something was hidden, and why; nothing else of it. */
function tombstonePage(context: ServerContext, { about }: UltimatumModel): SitePage {
  const { words, now } = context;
  const { hiddenOn } = words.pages.ultimatum;
  const body = pageHtml({
    words,
    now,
    title: [typed(ultimatumId(about.number), 20)],
    server: context,
    indexed: false,
    main: html`<div class="hero">
      <div>
        <h1>${ultimatumId(about.number)}</h1>
        <p class="lede">${say(tombstoneText(words, about))}. ${say(hiddenOn)}</p>
      </div>
    </div>`,
  });
  return { status: 404, type: HTML_TYPE, body, indexed: false };
}
