/** The clause around a place of a text, as patterns look at it. */
import type { NormalizedText } from './normalized-text.js';

/** A piece of a text: UTF-16 units, the end exclusive. */
export type Span = readonly [start: number, end: number];

/** What stands before and behind a span in its sentence. */
export interface Sentence {
  readonly before: string;
  readonly after: string;
}

/** So much of a text is looked at on each side, in UTF-16 units. */
const REACH = 120;

/** A dot behind these ends no sentence. */
const SHORT = [
  'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mr|Mrs|Ms|Dr|Gen|Gov|Sen|Rep|Lt|Col|Sgt|Capt|St|No|Inc|Corp|Co|Ltd|vs',
  'a\\.m|p\\.m|[Zz]\\. ?B|bzw|[Rr]d|рр?|гг?|год|ст|н|хв|мин|грн|руб|проц|ул|им|т\\. ?[ед]',
].join('|');

/** The end of a sentence; a dot behind one capital letter ("U.S."), a short form, or one or two digits, is none. */
const STOP = new RegExp(
  `(?:[!?;\\n]|(?<!(?<!\\p{L})(?:\\p{Lu}|${SHORT})|(?<!\\d)\\d{1,2})\\.)(?=\\s|$)`,
  'gu',
);

/** So much of a sentence is looked at on each side, in UTF-16 units. */
const SENTENCE_REACH = 300;

function sentenceAround(text: string, [start, end]: Span): Sentence {
  const before = text.slice(Math.max(0, start - SENTENCE_REACH), start);
  const cut = Math.max(0, ...[...before.matchAll(STOP)].map((match) => match.index + 1));
  const after = text.slice(end, end + SENTENCE_REACH);
  const stop = after.search(STOP);
  return { before: before.slice(cut), after: stop === -1 ? after : after.slice(0, stop) };
}

const flat = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[’ʼ]/g, "'")
    .replaceAll(/[«»\s-]+/g, ' ')
    .replaceAll(/ +(?=[,:])/g, '');

/** The steps of looking at a clause: its length is bounded, so it takes as long as a few rules that are tried. */
export const CLAUSE_STEPS = 20;

function clauseAround(text: string, [start, end]: Span): string {
  const before = text.slice(Math.max(0, start - REACH), start);
  const cut = Math.max(0, ...[...before.matchAll(STOP)].map((match) => match.index + 1));
  const behind = text.slice(end, end + REACH);
  const stop = behind.search(STOP);
  const inside = flat(text.slice(start, end).slice(0, REACH)).trim();
  const after = flat(stop === -1 ? behind : behind.slice(0, stop));
  return `${flat(before.slice(cut)).trimStart()}«${inside}»${after}`;
}

/** The sentences and clauses of one text. Many patterns ask for the same ones: each is cut out once. */
export class Clauses {
  readonly #sentences = new Map<string, Sentence>();
  readonly #clauses = new Map<string, string>();

  constructor(readonly text: string) {}

  /** What stands before and behind a span in its sentence, as it was written. */
  sentenceAround(span: Span): Sentence {
    const key = span.join();
    const known = this.#sentences.get(key) ?? sentenceAround(this.text, span);
    this.#sentences.set(key, known);
    return known;
  }

  /**
   * What stands around a span in its sentence, in lower case and with single spaces, hyphens being spaces. The span itself
   * stands between `«` and `»`: "the deadline is extended by «75 days»".
   */
  clauseAround(span: Span): string {
    const key = span.join();
    const known = this.#clauses.get(key) ?? clauseAround(this.text, span);
    this.#clauses.set(key, known);
    return known;
  }
}

/** Where some of the words stand in the text: UTF-16 units, the end exclusive; null where there are none. */
export function spanOf(
  { start, end }: { readonly start: number; readonly end: number },
  { words }: Pick<NormalizedText, 'words'>,
): readonly [number, number] | null {
  const [first, last] = [words[start], words[end - 1]];
  return first === undefined || last === undefined ? null : [first.start, last.end];
}

/**
 * What stands between two groups of words, whichever comes first; null where one has no words, or where they are farther
 * apart than `reach` UTF-16 units.
 */
export function textBetween(
  one: { readonly start: number; readonly end: number },
  other: { readonly start: number; readonly end: number },
  { text, normalized }: { readonly text: string; readonly normalized: Pick<NormalizedText, 'words'> },
  reach: number,
): string | null {
  const [first, last] = one.start < other.start ? [one, other] : [other, one];
  const [before, behind] = [spanOf(first, normalized), spanOf(last, normalized)];
  if (before === null || behind === null || behind[0] - before[1] > reach) return null;
  return text.slice(before[1], behind[0]);
}
