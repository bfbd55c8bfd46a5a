/** The clause around a place of a text, as patterns look at it. */
import type { NormalizedText } from './normalized-text.js';

/** So much of a text is looked at on each side, in UTF-16 units. */
const REACH = 120;

/** The end of a sentence; a dot behind one capital letter ("U.S."), or behind one or two digits, is none. */
const STOP = /(?:[!?;\n]|(?<!(?<!\p{L})\p{Lu}|(?<!\d)\d{1,2})\.)(?=\s|$)/gu;

const flat = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[’ʼ]/g, "'")
    .replaceAll(/[«»\s-]+/g, ' ')
    .replaceAll(/ +(?=[,:])/g, '');

/** The steps of looking at a clause: its length is bounded, so it takes as long as a few rules that are tried. */
export const CLAUSE_STEPS = 20;

/**
 * What stands around `[start, end)` in its sentence, in lower case and with single spaces, hyphens being spaces. The
 * span itself stands between `«` and `»`: "the deadline is extended by «75 days»".
 */
export function clauseAround(text: string, [start, end]: readonly [number, number]): string {
  const before = text.slice(Math.max(0, start - REACH), start);
  const cut = Math.max(0, ...[...before.matchAll(STOP)].map((match) => match.index + 1));
  const behind = text.slice(end, end + REACH);
  const stop = behind.search(STOP);
  const inside = flat(text.slice(start, end).slice(0, REACH)).trim();
  const after = flat(stop === -1 ? behind : behind.slice(0, stop));
  return `${flat(before.slice(cut)).trimStart()}«${inside}»${after}`;
}

/** Where some of the words stand in the text: UTF-16 units, the end exclusive; null where there are none. */
export function spanOf(
  { start, end }: { readonly start: number; readonly end: number },
  { words }: Pick<NormalizedText, 'words'>,
): readonly [number, number] | null {
  const [first, last] = [words[start], words[end - 1]];
  return first === undefined || last === undefined ? null : [first.start, last.end];
}
