/** The picture of an issuer's figures: what it says with few and many cases, and that nothing leaves it. */
import { Resvg } from '@resvg/resvg-js';
import { mkdirSync, writeFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import { afterAll, describe, expect, it } from 'vitest';
import { figuresOf } from '../../src/domain/figures/record.js';
import { loadFonts } from '../../src/picture/fonts.js';
import { Pictures } from '../../src/picture/pictures.js';
import { projectPath } from '../../src/paths.js';
import { english, type Words } from '../../src/wording/index.js';
import { said } from '../../src/wording/parts.js';
import { pseudoLocale } from '../support/pseudo-locale.js';
import { HOSTILE } from './cases.js';
import { casesOf, NOW } from './figure-cases.js';

const COUNTS = [0, 1, 4, 5, 40] as const;

const errors: object[] = [];
const pictures = new Pictures({ font: null, log: { error: (about) => errors.push(about) } });
afterAll(() => pictures.close());

const subject = (count: number, name = 'Donald Trump', words: Words = english) => ({
  words,
  name,
  record: figuresOf(casesOf(count), NOW),
  server: [said('Newsroom')],
  now: NOW,
  zone: 'America/New_York',
});

/** The texts of a picture, read by an XML parser, which throws where it is not well-formed. */
function textsOf(xml: string): readonly string[] {
  const parser = new SaxesParser();
  const texts: string[] = [];
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    if (name !== 'tspan') text = '';
  });
  parser.on('text', (piece) => (text += piece));
  parser.on('closetag', ({ name }) => {
    if (name !== 'tspan') texts.push(text.replaceAll(/[\u2068\u2069]/g, ''));
  });
  parser.write(xml).close();
  return texts;
}

const shown = (count: number) => textsOf(pictures.svg(subject(count)));
const fontFiles = [...loadFonts(null).files];
const boxOf = (svg: string) => new Resvg(svg, { font: { fontFiles, loadSystemFonts: false } }).innerBBox();

describe('the picture of an issuer', () => {
  it('shows each share with its cases and its interval, and the curve with its days', () => {
    const texts = shown(40);
    expect(texts).toEqual(
      expect.arrayContaining([
        'Newsroom, a record of stated ultimatums',
        'Figures of Donald Trump',
        '40 ultimatums counted, 4 of them joint, 32 closed, 8 running.',
        'Met in full, by the deadline in force',
        '4 of 32',
        '13%, interval 5 to 28%',
        'Share without it, by days',
        '100%',
        'Method 2. Ranks nobody and forecasts nothing.',
        'As recorded on Sun 29 Nov 2026',
      ]),
    );
    expect(pictures.svg(subject(40))).toContain('<circle');
  });

  it.each([1, 4])('shows counts and no share or curve of %i', (count) => {
    const svg = pictures.svg(subject(count));
    expect(textsOf(svg)).toContain('too few for a share');
    expect(svg).not.toContain('<circle');
    expect(textsOf(svg).filter((text) => /^\d+%/.test(text))).toEqual([]);
  });

  it('says that nothing is counted where nothing is', () => {
    const texts = shown(0);
    expect(texts.join('\n')).toContain('0 ultimatums counted.');
    expect(texts).not.toContain('Moved at least once');
  });

  it.each(COUNTS)('of %i is drawn within its margins, for long and foreign names and words too', (count) => {
    const longest = 'Організація Об’єднаних Націй '.repeat(10);
    for (const one of [
      subject(count),
      subject(count, longest),
      subject(count, 'المملكة العربية السعودية'),
      subject(count, HOSTILE),
      subject(count, longest, pseudoLocale()),
    ]) {
      const content = pictures
        .svg(one)
        .replace(/<rect width="1200" height="630"[^>]*>/, '')
        .replace(/<rect width="1200" height="10"[^>]*>/, '');
      const box = boxOf(content);
      expect(box).toBeDefined();
      expect([box?.x ?? 0, box?.y ?? 0].every((edge) => edge >= 20)).toBe(true);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(1180);
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(620);
    }
  });

  it('carries hostile names as text', () => {
    const svg = pictures.svg(subject(5, '</text><script>alert(1)</script>&"'));
    expect(svg).not.toContain('<script>');
    expect(textsOf(svg)).toContain('Figures of </text><script>alert(1)</script>&"');
  });

  it.each(COUNTS)('of %i is a PNG, kept until its figures or the day change', async (count) => {
    const first = await pictures.png(subject(count));
    expect(first?.readUInt32BE(16)).toBe(1200);
    expect(await pictures.png({ ...subject(count), now: NOW + 60_000 })).toBe(first);
    const folder = projectPath('artefacts', 'pictures');
    mkdirSync(folder, { recursive: true });
    if (first !== null) writeFileSync(`${folder}/figures-${count}.png`, first);
    expect(errors).toEqual([]);
  });
});
