import type { DateOrder } from '../anchor.js';
import { ENGLISH } from './english.js';
import type { Lexicon } from './lexicon.js';

const LEXICONS: readonly Lexicon[] = [ENGLISH];

/** The language of a text: by its words, then by the locale (BCP 47), then English. */
export function lexiconOf(text: string, locale: string | undefined): Lexicon {
  if (LEXICONS.length === 1) return ENGLISH;
  const words = text.toLowerCase().match(/[\p{L}'’]+/gu) ?? [];
  const wanted = locale?.slice(0, 2).toLowerCase();
  let best = ENGLISH;
  let most = 0;
  for (const lexicon of LEXICONS) {
    const known = words.filter((word) => lexicon.marks.has(word)).length;
    const score = known * 2 + (lexicon.language === wanted ? 1 : 0) + (lexicon === ENGLISH ? 0.5 : 0);
    if (score > most) [best, most] = [lexicon, score];
  }
  return best;
}

/** In which order 08/09 is written; null in English where nobody said whose. */
export function orderOf(lexicon: Lexicon, locale: string | undefined): DateOrder {
  if (lexicon !== ENGLISH) return 'day-month';
  if (locale === undefined || locale.toLowerCase() === 'en') return null;
  return /^en-us$/i.test(locale) ? 'month-day' : 'day-month';
}
