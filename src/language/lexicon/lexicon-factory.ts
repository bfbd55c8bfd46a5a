/** Makes the lexicon of a language other than English. */
import { ENGLISH } from './english.js';
import { ABBREVIATIONS } from '../rules/zones.js';
import type { Lexicon } from './lexicon.js';

/** Written alike everywhere. */
const COMMON = { pm: 'pm', am: 'am', z: 'z', 'work·day': 'workday', ...same('q1 q2 q3 q4 h1 h2') };

function same(words: string): Record<string, string> {
  return Object.fromEntries(words.split(' ').map((word) => [word, word]));
}

/** No word of it is one of English, so that every word of a phrase tells the language. */
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** "ET", "EST" and "CET" are words of French, and tell nothing. */
const ZONE = new RegExp(`^(?:${ABBREVIATIONS})$`);

/** English words that another language has too, with another meaning ("on", "die", "est"): no rule may see them. */
const MASKED = Object.fromEntries(Object.keys(ENGLISH.words).map((word) => [word, `_${word}`]));

/** The lexicon of a language that is not English. `marks`: words of it that say nothing of time, but tell it from others. */
export function makeLexicon(parts: Omit<Lexicon, 'marks'> & { readonly marks: string }): Lexicon {
  const { words, phrases, numbers, marks } = parts;
  const said = Object.keys(phrases).filter((phrase) => !phrase.includes(' ') || CYRILLIC.test(phrase));
  return {
    ...parts,
    words: { ...MASKED, ...COMMON, ...words },
    marks: new Set(
      [
        ...Object.keys(words),
        ...numbers.keys(),
        ...said.flatMap((phrase) => phrase.split(' ')),
        ...marks.split(' '),
      ].filter((word) => !ZONE.test(word)),
    ),
  };
}
