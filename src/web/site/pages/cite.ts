/** How to cite an ultimatum: as text, BibTeX and for a wiki, each with the day it is cited as of. */
import { localTime } from '../../../domain/zone.js';
import { ultimatumId } from '../../../domain/ultimatum-id.js';
import { stamp } from '../../../wording/dates.js';
import { pageTitle } from '../../../wording/pages/ultimatum.js';
import { plainText } from '../../../wording/plain-text.js';
import { html, say, type Html } from '../../markup.js';
import type { ServerContext } from '../context.js';
import type { UltimatumModel } from '../model/ultimatum.js';

/** What stands for a character in BibTeX. */
const BIBTEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const inBibtex = (text: string): string =>
  text.replaceAll(/[\\{}&%$#_~^]/g, (sign) => BIBTEX[sign] ?? `\\${sign}`);

/** What would end a parameter of a template, or begin another one. */
const WIKI: Readonly<Record<string, string>> = {
  '|': '{{!}}',
  '{': '&#123;',
  '}': '&#125;',
  '[': '&#91;',
  ']': '&#93;',
  '<': '&lt;',
  '>': '&gt;',
};
const inWiki = (text: string): string => text.replaceAll(/[|{}[\]<>]/g, (sign) => WIKI[sign] ?? sign);

/** The Cite box of a page. */
export function citeSection(context: ServerContext, { about, at }: UltimatumModel): Html {
  const { words, publicUrl, root, name } = context;
  const texts = words.pages.ultimatum;
  const id = ultimatumId(about.number);
  const [title, site] = [plainText(pageTitle(words, about.ultimatum)), plainText(name)];
  const day = localTime(about.now, 'UTC');
  const url = `${publicUrl}${root}/${id}?at=${at ?? day.toFormat('yyyy-MM-dd')}`;
  const entry = texts.citedEntry(id, about.ultimatum.lastSeq);
  const text = texts.citation(title, entry, site, plainText(stamp(words, about.now)), url);
  const bibtex = `@misc{${id.toLowerCase()}-${about.ultimatum.lastSeq},
  title        = {${inBibtex(title)}},
  howpublished = {${inBibtex(site)}, ${inBibtex(entry)}},
  year         = {${day.year}},
  month        = {${day.month}},
  day          = {${day.day}},
  url          = {${url}}
}`;
  const wiki = `{{cite web |title=${inWiki(title)} (${entry}) |website=${inWiki(site)} |date=${day.toFormat('yyyy-MM-dd')} |url=${url}}}`;
  const more = (label: Html, code: string) =>
    html`<details>
      <summary>${label}</summary>
      <pre tabindex="0">${code}</pre>
    </details>`;
  return html`<section class="side" id="cite">
    <h2>${say(texts.cite)}</h2>
    <pre tabindex="0">${text}</pre>
    ${more(say(texts.bibtex), bibtex)}${more(say(texts.wiki), wiki)}
  </section> `;
}
