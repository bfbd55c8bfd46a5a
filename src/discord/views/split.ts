/** Splits texts that are longer than a screen, between words and never within an escape. */
import { strike, type Line, type Part } from '../../wording/parts.js';
import { drawText } from '../draw.js';

/** The longest beginning of a text whose drawing fits, at a space where there is one in its second half. */
function fittingLength(points: readonly string[], kind: 'text' | 'said', limit: number): number {
  let fitting = Math.min(points.length, limit);
  const drawn = (length: number) => drawText([{ kind, text: points.slice(0, length).join('') }]).length;
  while (fitting > 0 && drawn(fitting) > limit)
    fitting -= Math.max(1, Math.ceil((drawn(fitting) - limit) / 2));
  if (fitting >= points.length) return points.length;
  const space = points.slice(0, fitting).lastIndexOf(' ');
  return space > fitting / 2 ? space : Math.max(1, fitting);
}

function splitPart(part: Part, limit: number): readonly [Part, Part | null] {
  if (part.kind !== 'text' && part.kind !== 'said') return [part, null];
  const points = Array.from(part.text);
  const length = fittingLength(points, part.kind, limit);
  if (length >= points.length) return [part, null];
  const rest = points.slice(length).join('').trimStart();
  return [
    { kind: part.kind, text: points.slice(0, length).join('') },
    rest === '' ? null : { kind: part.kind, text: rest },
  ];
}

/** The marks around a text that is struck through. */
const STRIKE_MARKS = drawText([strike([])]).length;

/** What is struck through and too long for one line, as several parts that each fit one. */
function splitStrike(part: Part, limit: number): readonly Part[] {
  if (part.kind !== 'strike' || drawText([part]).length <= limit) return [part];
  const lines = splitLine({ style: 'plain', text: part.text }, limit - STRIKE_MARKS);
  return lines.map(({ text }) => strike(text));
}

/** A line as lines that each draw to at most about `limit` characters. */
export function splitLine({ style, text }: Line, limit: number): readonly Line[] {
  const lines: Line[] = [];
  let current: Part[] = [];
  let left = limit;
  const waiting = text.flatMap((part) => splitStrike(part, limit));
  for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
    const length = drawText([part]).length;
    const cuttable = part.kind === 'text' || part.kind === 'said';
    if (length > left && current.length > 0 && (!cuttable || left < limit / 4)) {
      lines.push({ style, text: current });
      current = [];
      left = limit;
    }
    const [fitting, rest] = length > left ? splitPart(part, left) : [part, null];
    current.push(fitting);
    left -= drawText([fitting]).length;
    if (rest !== null) {
      lines.push({ style, text: current });
      current = [];
      left = limit;
      waiting.unshift(rest);
    }
  }
  return current.length === 0 ? lines : [...lines, { style, text: current }];
}
