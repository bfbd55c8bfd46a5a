/** Fits texts: as large as their room lets them be, and cut only where nothing smaller helps. */
import type { Glyphs, Typesetter } from './glyphs.js';
import { LEFT, RIGHT } from './layout.js';
import { textSvg } from './svg.js';

/** Some lines of text, and where the next one may stand. */
export interface DrawnBlock {
  readonly svg: string;
  readonly end: number;
}

/** A step on the way from large to small. */
export interface TextSize {
  readonly size: number;
  readonly lines: number;
  readonly glyphs: Glyphs;
}

/** A wrapped text has all of its letters where nothing was cut; only spaces go at the ends of lines. */
const lettersOf = (glyphs: Glyphs): string => glyphs.map(({ text }) => (text === ' ' ? '' : text)).join('');

/** From margin to margin: the first step that fits whole, else the last one, cut. */
export function fitted(type: Typesetter, steps: Iterable<TextSize>, top: number, gap: number): DrawnBlock {
  let [size, drawn]: [number, readonly Glyphs[]] = [0, []];
  for (const step of steps) {
    [size, drawn] = [step.size, type.wrap(step.glyphs, step.size, RIGHT - LEFT, step.lines)];
    if (lettersOf(drawn.flat()) === lettersOf(step.glyphs)) break;
  }
  const height = size * 1.16;
  const svg = drawn.map((line, index) =>
    textSvg(line, { x: LEFT, y: top + size * 0.86 + index * height, size }),
  );
  return { svg: svg.join(''), end: top + (drawn.length - 1) * height + size + gap };
}

/** The same text in these sizes, each in so many lines. */
export function* sized(
  glyphs: Glyphs,
  ...sizes: readonly (readonly [size: number, lines: number])[]
): Iterable<TextSize> {
  for (const [size, lines] of sizes) yield { size, lines, glyphs };
}
