/** The words of the sentence around a time expression. */
import { sentenceAround } from '../clause.js';

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

function wordsOf(text: string, opening: boolean): readonly SentenceWord[] {
  return [...text.matchAll(WORD)].map(([found], index) => ({
    word: found.toLowerCase().replaceAll(/[’ʼ]/g, "'").replace(/\.$/, ''),
    capital: /^\p{Lu}/u.test(found) && !(opening && index === 0),
  }));
}

/** The sentence that holds `[start, end)` of a text, in words. */
export function surroundings(text: string, span: readonly [number, number]): Surroundings {
  const { before, after } = sentenceAround(text, span);
  return {
    sentence: `${before} ${text.slice(...span)} ${after}`
      .replaceAll(/\s+/g, ' ')
      .toLowerCase()
      .replaceAll(/[’ʼ]/g, "'"),
    before: wordsOf(before, true).slice(-MOST_WORDS),
    after: wordsOf(after, false).slice(0, MOST_WORDS),
  };
}
