/** The text in the words that the rules know, with offsets that lead back to the original. */
import type { Lexicon } from './lexicon/lexicon.js';
import { ABBREVIATIONS } from './rules/zones.js';
import { mergeNumbers } from './numbers.js';
import { disambiguate } from './disambiguate.js';
import type { Steps } from './steps.js';
import { tokensOf, type Token, type Word } from './tokens.js';

/** The text in the words of the rules, one space between two; offsets lead back to what was written. */
export interface NormalizedText {
  readonly text: string;
  /** What was written, as it was. */
  readonly written: string;
  /** BCP 47, of the lexicon it was read with. */
  readonly language: string;
  readonly words: readonly Word[];
  /** Where each word begins in `text`. */
  readonly at: readonly number[];
  /** Which word begins at an offset of `text`. */
  readonly index: ReadonlyMap<number, number>;
}

interface LexiconPhrase {
  readonly rest: readonly string[];
  readonly word: string;
}

const PHRASES = new WeakMap<Lexicon, ReadonlyMap<string, readonly LexiconPhrase[]>>();

/** The phrases by their first word, the longest first. */
function phrasesByFirstWord(lexicon: Lexicon): ReadonlyMap<string, readonly LexiconPhrase[]> {
  const known = PHRASES.get(lexicon);
  if (known !== undefined) return known;
  const made = new Map<string, LexiconPhrase[]>();
  for (const [phrase, word] of Object.entries(lexicon.phrases)) {
    const [first = '', ...rest] = phrase.split(' ');
    made.set(first, [...(made.get(first) ?? []), { rest, word }]);
  }
  for (const all of made.values()) all.sort((a, b) => b.rest.length - a.rest.length);
  PHRASES.set(lexicon, made);
  return made;
}

/** Words that a rule knows by their shape. */
const KNOWN_BY_SHAPE = new RegExp(
  `^(?:<t:.*|t-\\d+|[qh][1-4](?: \\d{4})?|fy \\d{4}|[ap]m|oclock|(?:utc|gmt)[+-].*|[+-]\\d.*|[a-z]+/.*|${ABBREVIATIONS})$`,
);

const lookUp = (words: Readonly<Record<string, string>>, word: string): string | undefined =>
  Object.hasOwn(words, word) ? words[word] : undefined;

function phraseAt(
  lexicon: Lexicon,
  tokens: readonly Token[],
  index: number,
  steps: Steps,
): LexiconPhrase | undefined {
  const all = phrasesByFirstWord(lexicon).get(tokens[index]?.text ?? '') ?? [];
  steps.take(all.length);
  return all.find(({ rest }) => rest.every((word, ahead) => tokens[index + 1 + ahead]?.text === word));
}

function wordOf(lexicon: Lexicon, token: Token): Word {
  const { start, end, text } = token;
  if (/^\d/.test(text)) return { word: text, start, end, known: true, digits: true };
  const number = lexicon.numbers.get(text);
  if (number !== undefined) return { word: `#${number}`, start, end, known: true, digits: false };
  const word = lookUp(lexicon.words, text) ?? lookUp(lexicon.words, text.replace(/'s$/, ''));
  const shaped = KNOWN_BY_SHAPE.test(text);
  const meant = word ?? (shaped ? undefined : lexicon.guess?.(text));
  return { word: meant ?? text, start, end, known: meant !== undefined || shaped, digits: false };
}

/** What is said in one word and means several ("Freitagabend"): all of them stand where it does. */
const splitWords = (word: Word): readonly Word[] =>
  word.word.includes(' ') ? word.word.split(' ').map((part) => ({ ...word, word: part })) : [word];

function wordsOf(lexicon: Lexicon, tokens: readonly Token[], steps: Steps): readonly Word[] {
  const words: Word[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || !steps.take(token.text.length)) break;
    const phrase = phraseAt(lexicon, tokens, index, steps);
    if (phrase === undefined) words.push(wordOf(lexicon, token));
    else {
      index += phrase.rest.length;
      const end = tokens[index]?.end ?? token.end;
      words.push({ word: phrase.word, start: token.start, end, known: true, digits: false });
    }
  }
  return words.flatMap(splitWords);
}

/** A hyphen inside a compound ("30-day", "to-morrow") is none; one between two dates or numbers is a range. */
function withoutHyphens(lexicon: Lexicon, tokens: readonly Token[]): readonly Token[] {
  const dated = (token: Token | undefined) =>
    token !== undefined &&
    (/^(?:\d|[ap]m$)/.test(token.text) || DATE_WORD.test(lookUp(lexicon.words, token.text) ?? ''));
  return tokens.filter((token, index) => {
    if (token.text !== '-') return true;
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    const inside = before?.end === token.start && token.end === after?.start;
    return !inside || (dated(before) && dated(after));
  });
}

const DATE_WORD =
  /^(?:noon|midnight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** The text as the rules read it. `lexicon` is that of its language. Linear in the length of the text. */
export function normalize(text: string, lexicon: Lexicon, steps: Steps): NormalizedText {
  steps.take(text.length);
  const written = tokensOf(text);
  const tokens = withoutHyphens(lexicon, lexicon.rewriteTokens?.(written) ?? written);
  const known = mergeNumbers(wordsOf(lexicon, tokens, steps));
  const words = disambiguate(known, lexicon.language).filter(({ word }) => word !== '');
  const at: number[] = [];
  const index = new Map<number, number>();
  let length = 0;
  for (const [position, { word }] of words.entries()) {
    at.push(length);
    index.set(length, position);
    length += word.length + 1;
  }
  const { language } = lexicon;
  return { text: words.map(({ word }) => word).join(' '), written: text, language, words, at, index };
}
