/** Chooses the lexicon of a text, and the order of its numeric dates. */
import type { DateOrder } from '../anchor.js';
import { ENGLISH } from './english.js';
import { FRENCH } from './french.js';
import { GERMAN } from './german.js';
import type { Lexicon } from './lexicon.js';
import { RUSSIAN } from './russian.js';
import { SPANISH } from './spanish.js';
import { UKRAINIAN } from './ukrainian.js';

const LEXICONS: readonly Lexicon[] = [ENGLISH, GERMAN, FRENCH, SPANISH, RUSSIAN, UKRAINIAN];
const ENGLISH_WORDS = new Set([...Object.keys(ENGLISH.words), ...ENGLISH.numbers.keys(), ...ENGLISH.marks]);

/** Which languages know a word, as their places in the list. */
const SPOKEN_IN = new Map<string, number[]>();
for (const [index, lexicon] of LEXICONS.entries()) {
  for (const word of lexicon === ENGLISH ? ENGLISH_WORDS : lexicon.marks)
    SPOKEN_IN.set(word, [...(SPOKEN_IN.get(word) ?? []), index]);
}

const WORD = /[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;
/** So much of a text tells its language. */
const MOST_TEXT = 2000;

const wordsOf = (text: string): readonly string[] =>
  (text.match(WORD) ?? []).flatMap((word) => {
    if (!/['’ʼ]/.test(word)) return [word];
    const plain = word.replaceAll(/[’ʼ]/g, "'");
    return SPOKEN_IN.has(plain) ? [plain] : plain.split("'");
  });

/** The language of a text: by its words and letters, then by the locale (BCP 47), then English. */
export function lexiconOf(text: string, locale: string | undefined): Lexicon {
  const lower = text.slice(0, MOST_TEXT).normalize('NFC').toLowerCase();
  const wanted = locale?.slice(0, 2).toLowerCase();
  const scores = LEXICONS.map(
    (lexicon) =>
      (lexicon.language === wanted ? 1 : 0) +
      (lexicon === ENGLISH ? 0.5 : 0) +
      (lexicon.letters?.test(lower) === true ? 2 : 0),
  );
  for (const word of wordsOf(lower))
    for (const index of SPOKEN_IN.get(word) ?? []) scores[index] = (scores[index] ?? 0) + 2;
  return LEXICONS[scores.indexOf(Math.max(...scores))] ?? ENGLISH;
}

/** In which order 08/09 is written; null in English where nobody said whose. */
export function orderOf(lexicon: Lexicon, locale: string | undefined): DateOrder {
  if (lexicon !== ENGLISH) return 'day-month';
  if (locale === undefined || locale.toLowerCase() === 'en') return null;
  return /^en-us$/i.test(locale) ? 'month-day' : 'day-month';
}
