/** The picture of a timeline as SVG and PNG: nothing overflows, everything typed is text, the same bytes each time. */
import { Resvg } from '@resvg/resvg-js';
import { SaxesParser } from 'saxes';
import { afterAll, describe, expect, it } from 'vitest';
import type { About } from '../../src/wording/about.js';
import { english, type Words } from '../../src/wording/index.js';
import { said } from '../../src/wording/parts.js';
import { loadFonts } from '../../src/picture/fonts.js';
import { Pictures } from '../../src/picture/pictures.js';
import { Renderer, rendererThread } from '../../src/picture/renderer.js';
import { pseudoLocale } from '../support/pseudo-locale.js';
import { CASES, HOSTILE } from './cases.js';

const errors: object[] = [];
const pictures = new Pictures({ font: null, log: { error: (about) => errors.push(about) } });
afterAll(() => pictures.close());

const subject = (about: About, words: Words = english) => ({ words, about, server: [said('Newsroom')] });
const caseOf = (name: string): About => {
  const about = CASES[name];
  if (about === undefined) throw new Error(`No case ${name}`);
  return about;
};
const svgOf = (name: string) => pictures.svg(subject(caseOf(name)));
const names = Object.keys(CASES);

interface Parsed {
  readonly elements: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
  readonly texts: readonly string[];
}

/** Read by an XML parser, which throws where it is not well-formed. */
function parsed(xml: string): Parsed {
  const found = { elements: new Set<string>(), attributes: new Set<string>(), texts: [] as string[] };
  const parser = new SaxesParser();
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    found.elements.add(name);
    for (const key of Object.keys(attributes)) found.attributes.add(key);
    if (name !== 'tspan') text = '';
  });
  parser.on('text', (piece) => (text += piece));
  parser.on('closetag', ({ name }) => {
    if (name !== 'tspan') found.texts.push(text.replaceAll(/[\u2068\u2069]/g, ''));
  });
  parser.write(xml).close();
  return found;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const fonts = loadFonts(null);
const rendered = (svg: string) =>
  new Resvg(svg, { font: { fontFiles: [...fonts.files], loadSystemFonts: false } }).render();
const drawing = (...content: string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">${content.join('')}</svg>`;
const ELEMENTS = ['svg', 'title', 'desc', 'rect', 'text', 'tspan', 'path', 'circle'];

describe('the picture of a timeline', () => {
  it('says who, what, each deadline with its move, the demand, the sources and the day', () => {
    const { texts } = parsed(svgOf('founding'));
    expect(texts).toEqual(
      expect.arrayContaining([
        'U-12 · Newsroom, a record of stated ultimatums',
        'Disputed',
        'Donald Trump to Russia',
        'Not met, partly carried out (after 1 move)',
        'stated 14 Jul · "50 days"',
        'Tue 2 Sep 2025',
        '24 days earlier · stated 28 Jul',
        '7 to 9 Aug 2025',
        'narrowed · stated 29 Jul',
        'Fri 8 Aug 2025: passed',
        'Demand: agree to a ceasefire in Ukraine',
        'Otherwise: "severe tariffs"',
        'Sources: cnn.com, bbc.co.uk and 2 more',
        'As recorded on Tue 12 Aug 2025',
      ]),
    );
  });

  it.each(names)('is well-formed and of plain shapes only: %s', (name) => {
    const { elements, attributes } = parsed(svgOf(name));
    expect(ELEMENTS).toEqual(expect.arrayContaining([...elements]));
    for (const attribute of attributes) expect(attribute).not.toMatch(/^(on|style|href|xlink)/);
  });

  it('shows hostile text as text', () => {
    const shown = HOSTILE.replace('\u202E', '');
    const { texts, elements } = parsed(svgOf('hostile'));
    expect(elements).not.toContain('script');
    expect(texts).toContain(`Demand: ${shown}`);
    expect(texts.filter((text) => text.includes('<script>')).length).toBeGreaterThan(3);
  });

  it('counts names that have no room, and cuts a long one', () => {
    expect(parsed(svgOf('many-targets')).texts).toContain('Donald Trump to 57 targets');
    const { texts } = parsed(svgOf('long'));
    expect(texts).toContain('The Ministry of Foreign Aff… and 1 more to');
    expect(texts).toContain('Organisation of Very Long N… and 2 more');
  });

  it('says that there is no date, in the words as spoken', () => {
    expect(parsed(svgOf('no-date')).texts).toContain('No date: "very soon"');
    expect(parsed(svgOf('no-deadline')).texts).toContain('No deadline was stated.');
  });

  it('shows all of 12 moves, and of 30 the first and the last ones', () => {
    const moves = (name: string) => parsed(svgOf(name)).texts.filter((text) => text.endsWith(' days later'));
    expect(moves('twelve-moves')).toHaveLength(12);
    expect(moves('thirty-moves')).toHaveLength(11);
    expect(parsed(svgOf('thirty-moves')).texts).toContain('… 19 more …');
  });

  it('sets Arabic in a font that has it, and says where letters are missing', () => {
    expect(svgOf('right-to-left')).toContain('<tspan font-family="Noto Sans Arabic" font-weight="700"');
    expect(parsed(svgOf('unknown')).texts.map((text) => text.trim())).toContain('[…] to […] Japan');
  });

  it('tells the whole story to those who do not see it', () => {
    const { texts } = parsed(svgOf('founding'));
    const story = texts.find((text) => text.startsWith('U-12: Donald Trump to Russia.'));
    expect(story).toContain('As recorded on Tue 12 Aug 2025.');
    expect(story).toContain('Moved 24 days earlier on 28 Jul.');
    expect(parsed(svgOf('unknown')).texts.join(' ')).toContain('中华人民共和国');
  });

  it('is the same all day, and another one on the next', () => {
    const about = caseOf('moved');
    const later = (hours: number) => pictures.svg(subject({ ...about, now: about.now + hours * 3_600_000 }));
    expect(later(3)).toBe(later(0));
    expect(later(24)).not.toBe(later(0));
  });
});

describe('the picture as PNG', () => {
  it.each([
    ['English', english],
    ['the pseudo-locale', pseudoLocale()],
  ])('keeps its margins free in every case, in %s', (_language, words) => {
    for (const name of names) {
      const { width, height, pixels } = rendered(pictures.svg(subject(caseOf(name), words)));
      expect([width, height]).toEqual([1200, 630]);
      const marked = (x: number, y: number) => pixels[4 * (y * width + x)] !== 255;
      const sides = [10, 40, 55, 1145, 1160, 1190];
      const rows = Array.from({ length: height - 12 }, (_, index) => index + 12);
      const columns = Array.from({ length: width }, (_, index) => index);
      expect([name, ...sides.filter((x) => rows.some((y) => marked(x, y)))]).toEqual([name]);
      expect([name, ...columns.filter((x) => marked(x, 620))]).toEqual([name]);
    }
  });

  it('has the same bytes each time, drawn anew', async () => {
    const other = new Pictures({ font: null, log: { error: () => undefined } });
    const again = await other.png(subject(caseOf('founding')));
    await other.close();
    expect(again?.subarray(0, 8)).toEqual(PNG);
    expect(again).toEqual(await pictures.png(subject(caseOf('founding'))));
  });

  it('shows each pixel as it was drawn, also where a palette has no room for all colours', async () => {
    const shown = (png: Uint8Array) => {
      const data = Buffer.from(png).toString('base64');
      return rendered(drawing(`<image width="1200" height="630" href="data:image/png;base64,${data}"/>`))
        .pixels;
    };
    const colorful = drawing(
      '<linearGradient id="g"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient>',
      '<rect width="1200" height="630" fill="#fff"/><rect width="900" height="630" fill="url(#g)"/>',
    );
    const seen = drawing('<rect width="90" height="90" fill="#00f" fill-opacity="0.5"/>');
    const renderer = new Renderer(() => rendererThread(fonts));
    for (const svg of [svgOf('founding'), svgOf('paused'), colorful, seen])
      expect(shown(await renderer.render(svg)).equals(rendered(svg).pixels)).toBe(true);
    await renderer.close();
  });

  it('is drawn once for many who ask at the same time, and kept', async () => {
    const asked = await Promise.all(
      Array.from({ length: 20 }, () => pictures.png(subject(caseOf('paused')))),
    );
    expect(new Set(asked).size).toBe(1);
    expect(await pictures.png(subject(caseOf('paused')))).toBe(asked[0]);
  });

  it('reports no error', () => expect(errors).toEqual([]));
});
