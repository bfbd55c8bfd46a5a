/** HTML by template: every text that is put into one is escaped, and anything but text or HTML does not compile. */
import type { Text } from '../wording/parts.js';
import { drawText, escapeHtml } from './html.js';

/** Finished HTML. */
export class Html {
  constructor(readonly markup: string) {}

  toString(): string {
    return this.markup;
  }
}

/** What may stand in a template; null and false are left out, lists follow one another. */
export type HtmlValue = Html | string | number | null | false | readonly HtmlValue[];

const isList = (value: HtmlValue): value is readonly HtmlValue[] => Array.isArray(value);

function markupOf(value: HtmlValue): string {
  if (value === null || value === false) return '';
  if (value instanceof Html) return value.markup;
  if (isList(value)) return value.map(markupOf).join('');
  return escapeHtml(String(value));
}

/** The markup of each template without the indentation of its source. */
const PIECES = new WeakMap<TemplateStringsArray, readonly string[]>();

function piecesOf(markup: TemplateStringsArray): readonly string[] {
  const known = PIECES.get(markup);
  if (known !== undefined) return known;
  const pieces = markup.map((piece) => piece.replaceAll(/\s*\n\s*/g, '\n'));
  PIECES.set(markup, pieces);
  return pieces;
}

/** A template: html`<p class="${name}">${text}</p>`. Attributes stand between double quotation marks. */
export function html(markup: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let out = '';
  for (const [index, piece] of piecesOf(markup).entries()) out += piece + markupOf(values[index] ?? null);
  return new Html(out);
}

/** A text of the catalogue, drawn. */
export const say = (text: Text): Html => new Html(drawText(text));

/** JSON without the characters that mean something to an HTML parser. */
export const scriptSafe = (json: string): string =>
  json.replaceAll(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A script element that holds data and never runs; nothing in the JSON can end the element. */
export const dataScript = (attributes: Html, json: string): Html =>
  new Html(`<script ${attributes.markup}>${scriptSafe(json)}</script>`);
