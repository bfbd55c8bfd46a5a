/** The words of the sentence around a time expression. */
import type { Clauses, Sentence, Span } from '../clause.js';

export interface SentenceWord {
  /** In lower case, with straight apostrophes. */
  readonly word: string;
  /** Written with a capital, and not the first word of its sentence. */
  readonly capital: boolean;
}

export interface Surroundings {
  /** The sentence, in lower case, with the time expression. */
  readonly sentence: string;
  /** Of the sentence, from its beginning to the time expression. */
  readonly before: readonly SentenceWord[];
  readonly after: readonly SentenceWord[];
}

const WORD = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}][\p{L}\p{N}'’ʼ.-]*|[,;:!?()"“”„«»—–]/gu;
/** More words than that on one side say nothing of it. */
const MOST_WORDS = 30;

const wordOf = (found: string, first: boolean): SentenceWord => ({
  word: found.toLowerCase().replaceAll(/[’ʼ]/g, "'").replace(/\.$/, ''),
  capital: !first && /^\p{Lu}/u.test(found),
});

/** The last words of what stands before a date. */
function wordsBefore(text: string): readonly SentenceWord[] {
  const found = text.match(WORD) ?? [];
  const skipped = Math.max(0, found.length - MOST_WORDS);
  return found.slice(skipped).map((word, index) => wordOf(word, skipped + index === 0));
}

/** The first words of what stands behind a date. */
const wordsBehind = (text: string): readonly SentenceWord[] =>
  (text.match(WORD) ?? []).slice(0, MOST_WORDS).map((word) => wordOf(word, false));

/** The sentence that holds a span, in words. */
export function surroundings(clauses: Clauses, span: Span): Surroundings {
  const { before, after } = clauses.sentenceAround(span);
  return {
    sentence: `${before} ${clauses.text.slice(...span)} ${after}`
      .replaceAll(/\s+/g, ' ')
      .toLowerCase()
      .replaceAll(/[’ʼ]/g, "'"),
    before: wordsBefore(before),
    after: wordsBehind(after),
  };
}

/** The sentence around a date, which stands as `§`, with single spaces. */
export const saidOf = ({ before, after }: Sentence): string =>
  `${before} § ${after}`.replaceAll(/\s+/g, ' ').trim();
