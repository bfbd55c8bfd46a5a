/** SVG from numbers and set texts. The only place where texts are escaped for it. */
import { widthOf, type Glyph, type Glyphs } from './glyphs.js';
import { COLORS, HEIGHT, WIDTH } from './layout.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that XML does not take, in any spelling: control characters, halves of pairs, and two that are none. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text for an element or a quoted attribute of XML. */
function escapeXml(text: string): string {
  return text.replaceAll(NOT_XML, '').replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}

/** One decimal is enough for a pixel. */
export const px = (value: number): string => String(Math.round(value * 10) / 10);

export interface TextPlace {
  readonly x: number;
  /** The line that the letters stand on. */
  readonly y: number;
  readonly size: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Whether what lies below is kept off the letters; only of a text that starts at `x`. */
  readonly clear?: boolean;
}

const [ISOLATE, END] = ['\u2068', '\u2069'];

function spansOf(glyphs: Glyphs): readonly (readonly Glyph[])[] {
  const spans: Glyph[][] = [];
  for (const glyph of glyphs) {
    const span = spans.at(-1);
    const before = span?.[0];
    const same =
      before?.family === glyph.family &&
      before.weight === glyph.weight &&
      before.fill === glyph.fill &&
      before.typed === glyph.typed;
    if (span !== undefined && same) span.push(glyph);
    else spans.push([glyph]);
  }
  return spans;
}

/** How far letters reach above and below their line, at a size of 1; and what is left free beside them, px. */
const [ASCENT, DESCENT, BESIDE] = [0.8, 0.24, 3];

/** Blank ground beneath a text: an outline around each letter would take several times as long to draw. */
function blank(width: number, { x, y, size }: TextPlace): string {
  const [across, down] = [px(width + 2 * BESIDE), px((ASCENT + DESCENT) * size)];
  return `<rect x="${px(x - BESIDE)}" y="${px(y - ASCENT * size)}" width="${across}" height="${down}" fill="${COLORS.ground}"/>`;
}

/** A set text. Each typed text is isolated, so that one from right to left leaves the words around it in their order. */
export function textSvg(glyphs: Glyphs, place: TextPlace): string {
  const { x, y, size, anchor = 'start', clear = false } = place;
  const spans = spansOf(glyphs);
  const drawn = spans.map((span, index) => {
    const [first] = span;
    if (first === undefined) return '';
    const { family, weight, fill, typed } = first;
    const begins = typed !== 0 && spans[index - 1]?.[0]?.typed !== typed ? ISOLATE : '';
    const ends = typed !== 0 && spans[index + 1]?.[0]?.typed !== typed ? END : '';
    const text = escapeXml(`${begins}${span.map((glyph) => glyph.text).join('')}${ends}`);
    return `<tspan font-family="${escapeXml(family)}" font-weight="${weight}" fill="${fill}">${text}</tspan>`;
  });
  const text = `<text x="${px(x)}" y="${px(y)}" font-size="${px(size)}" text-anchor="${anchor}">${drawn.join('')}</text>`;
  return clear ? blank(widthOf(glyphs, size), place) + text : text;
}

/** A line from point to point: `M73 336L73 364`. */
export function pathSvg(points: readonly (readonly [x: number, y: number])[], look: string): string {
  const steps = points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${px(x)} ${px(y)}`);
  return `<path d="${steps.join('')}" fill="none" ${look}/>`;
}

/** The whole picture on its ground, with its title and itself in words for those who don't see it. */
export function frameSvg(
  { title, description }: { readonly title: string; readonly description: string },
  content: readonly string[],
): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="t d">`,
    `<title id="t">${escapeXml(title)}</title><desc id="d">${escapeXml(description)}</desc>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${COLORS.ground}"/><rect width="${WIDTH}" height="10" fill="${COLORS.ink}"/>`,
    ...content,
    '</svg>',
  ].join('');
}
