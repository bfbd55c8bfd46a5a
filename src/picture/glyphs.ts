/** Texts as characters with their fonts and widths: measured, cut and wrapped before they are drawn. */
import type { Part, Text } from '../wording/parts.js';
import type { Fonts, Weight } from './fonts.js';

/** How a text is set. */
export interface TextStyle {
  readonly weight: Weight;
  readonly fill: string;
}

/** What stands together: a character with its marks. */
export interface Glyph extends TextStyle {
  readonly text: string;
  readonly family: string;
  /** At a size of 1. */
  readonly width: number;
  /** Which typed text it belongs to, from 1; 0 for words of the catalogue. Each is isolated from the text around it. */
  readonly typed: number;
}

export type Glyphs = readonly Glyph[];

/** Scripts in which the fonts write well; letters of others are left out of a font that has them. */
const WRITTEN =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]+$/u;
const LETTERS = /[\p{L}\p{M}\p{N}]/u;
const IGNORED = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Co}\p{Default_Ignorable_Code_Point}]/gu;
const JOINERS = /[\u200C\u200D]/u;
/** Noto Sans and Noto Sans Arabic; others write whatever they have. */
const OWN_FAMILIES = 2;
/** In place of letters that no font has. */
const MISSING = '[…]';

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Sets texts in fonts. */
export class Typesetter {
  #typed = 0;

  constructor(private readonly fonts: Fonts) {}

  /** A text as it is drawn. Signs that no font has are left out; letters that none has are said to be missing. */
  set(text: Text, style: TextStyle): Glyphs {
    return text.flatMap((part) => this.#part(part, style));
  }

  #part(part: Part, style: TextStyle): Glyphs {
    switch (part.kind) {
      case 'strong':
        return this.set(part.text, { ...style, weight: 700 });
      case 'strike':
        return this.set(part.text, style);
      case 'link':
        return this.set(part.label, style);
      case 'address':
        return this.#run(part.url, style, 0);
      case 'mention':
        return this.#run(part.id, style, 0);
      case 'command':
        return this.#run(`/${part.name}`, style, 0);
      case 'said':
        this.#typed += 1;
        return this.#run(part.text, style, this.#typed);
      default:
        return this.#run(part.text, style, 0);
    }
  }

  #run(text: string, style: TextStyle, typed: number): Glyphs {
    const glyphs: Glyph[] = [];
    let missing = false;
    for (const { segment } of segments.segment(text)) {
      const found = this.#glyph(segment, style, typed, glyphs.at(-1)?.family);
      if (found !== null) glyphs.push(found);
      else if (LETTERS.test(segment) && !missing) glyphs.push(...this.#run(MISSING, style, typed));
      missing = found === null && (missing || LETTERS.test(segment));
    }
    return glyphs;
  }

  /** A character in the family of the one before it where that has it, else in the first that does. */
  #glyph(segment: string, style: TextStyle, typed: number, before: string | undefined): Glyph | null {
    const shape = shapeOf(this.fonts, segment, style.weight, before);
    return shape === null ? null : { ...style, ...shape, typed };
  }

  /** As much of it as fits into `room` at this size, with an ellipsis where something is cut. */
  cut(glyphs: Glyphs, size: number, room: number): Glyphs {
    if (widthOf(glyphs, size) <= room) return this.#inOneFamily(glyphs);
    const kept: Glyph[] = [];
    let width = 0;
    for (const glyph of glyphs) {
      const [dots] = this.#run('…', glyph, glyph.typed);
      if (dots === undefined || (width + glyph.width + dots.width) * size > room) break;
      width += glyph.width;
      kept.push(glyph);
    }
    while (kept.at(-1)?.text === ' ') kept.pop();
    const end = kept.at(-1) ?? glyphs[0];
    return end === undefined ? [] : this.#inOneFamily([...kept, ...this.#run('…', end, end.typed)]);
  }

  /**
   * A line in one family where that has all of it. The renderer sets a line of several families in a single one that
   * has all of its characters, in whatever weight it comes upon first.
   */
  #inOneFamily(line: Glyphs): Glyphs {
    const families = new Set(line.map(({ family }) => family));
    if (families.size < 2) return line;
    for (const family of families) {
      const set = line.map((glyph) => ({
        glyph,
        shape: shapeOf(this.fonts, glyph.text, glyph.weight, family),
      }));
      const whole = set.flatMap(({ glyph, shape }) =>
        shape?.family === family ? { ...glyph, ...shape } : [],
      );
      if (whole.length === line.length) return whole;
    }
    return line;
  }

  /** In lines no wider than `room`, at most `lines`; what is left over is cut. */
  wrap(glyphs: Glyphs, size: number, room: number, lines: number): readonly Glyphs[] {
    if (lines <= 1 || widthOf(glyphs, size) <= room) return [this.cut(glyphs, size, room)];
    const end = breakOf(glyphs, size, room);
    const rest = glyphs.slice(end);
    const start = rest.findIndex(({ text }) => text !== ' ');
    return [
      this.#inOneFamily(glyphs.slice(0, end)),
      ...this.wrap(rest.slice(Math.max(0, start)), size, room, lines - 1),
    ];
  }
}

type Shape = Pick<Glyph, 'text' | 'family' | 'width'>;

/** Shapes that were looked up before, by font, weight and characters. */
const SHAPES = new WeakMap<Fonts, Map<string, Shape | null>>();
/** About 200 bytes each. */
const MOST_SHAPES = 20_000;

function shapeOf(fonts: Fonts, segment: string, weight: Weight, before: string | undefined): Shape | null {
  const known = SHAPES.get(fonts) ?? new Map<string, Shape | null>();
  SHAPES.set(fonts, known);
  const key = `${weight} ${before ?? ''} ${segment}`;
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const found = findShape(fonts, segment, weight, before);
  if (known.size >= MOST_SHAPES) known.clear();
  known.set(key, found);
  return found;
}

function findShape(fonts: Fonts, segment: string, weight: Weight, before: string | undefined): Shape | null {
  const shown = segment.replaceAll(IGNORED, (sign) => (JOINERS.test(sign) ? sign : ''));
  const drawn = shown.replaceAll(IGNORED, '');
  if (drawn === '') return null;
  const able = WRITTEN.test(drawn) ? fonts.families : fonts.families.slice(OWN_FAMILIES);
  const families = able.toSorted((a, b) => Number(b.name === before) - Number(a.name === before));
  for (const { name, byWeight } of families) {
    const widths = Array.from(drawn, (sign) => byWeight[weight].advance(sign.codePointAt(0) ?? 0));
    const known = widths.filter((width) => width !== null);
    if (known.length === widths.length)
      return { text: shown, family: name, width: known.reduce((sum, width) => sum + width, 0) };
  }
  return null;
}

/** Where a line ends: before the last space that still fits, or within a word that is wider than the line. */
function breakOf(glyphs: Glyphs, size: number, room: number): number {
  let width = 0;
  let space = 0;
  for (const [index, glyph] of glyphs.entries()) {
    if (glyph.text === ' ') space = index;
    width += glyph.width * size;
    if (width > room) return space === 0 ? Math.max(1, index) : space;
  }
  return glyphs.length;
}

/** Pixels across at this size. Letters that join are measured apart, which is never narrower. */
export function widthOf(glyphs: Glyphs, size: number): number {
  return glyphs.reduce((sum, { width }) => sum + width, 0) * size;
}
