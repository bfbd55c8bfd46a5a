/** Whether a sentence in another language than English tells of the past, by the verbs of the clause that holds a date. */
import { FRENCH_TENSE } from './french-tense.js';
import { GERMAN_TENSE } from './german-tense.js';
import type { TenseWords } from './patterns.js';
import type { SentenceWord, Surroundings } from './sentence.js';
import { RUSSIAN_TENSE, UKRAINIAN_TENSE } from './slavic-tense.js';
import { SPANISH_TENSE } from './spanish-tense.js';

/** By the language (BCP 47). */
const TENSES: Readonly<Record<string, TenseWords>> = {
  de: GERMAN_TENSE,
  fr: FRENCH_TENSE,
  es: SPANISH_TENSE,
  uk: UKRAINIAN_TENSE,
  ru: RUSSIAN_TENSE,
};

export const tenseWordsOf = (language: string): TenseWords | null => TENSES[language] ?? null;

const BOUNDARY = /^[,;:!?()"“”„«»—–]$/;
/** So many words before a date at the beginning of a sentence are only what leads to it: "Am Montag früh, …". */
const LEADING = 3;

/** Belongs to the count before it: "une heure plus tard". */
const LATER = /^(?:plus tard|später|darauf|después|más tarde|пізніше|потому|позже|спустя)(?= |$)/;

/** A name in capitals says nothing: "Київ" is no verb. */
const plain = ({ word, capital }: SentenceWord): string => (capital ? `^${word}` : word);

/** What is only supposed has not happened. */
const CONDITION = /^(?:wenn|falls|sofern|si|s'ils?|si|якщо|если)$/;

/** The words of the clause, the date standing as `§`; null where it is only a condition. */
function clauseOf({ before, after }: Surroundings, links: RegExp): string | null {
  const isEnd = ({ word }: SentenceWord) => BOUNDARY.test(word) || links.test(word);
  const start = before.findLastIndex(isEnd) + 1;
  if (CONDITION.test(before[start - 1]?.word ?? '')) return null;
  const opens = start === 0 && before.length <= LEADING;
  const later = LATER.exec(after.map(({ word }) => word).join(' '))?.[0].split(' ').length ?? 0;
  const from = opens && after[later]?.word === ',' ? later + 1 : later;
  const stop = after.slice(from).findIndex(isEnd);
  const behind = stop === -1 ? after.slice(from) : after.slice(from, from + stop);
  return [...before.slice(start).map(plain), '§', ...behind.map(plain)].join(' ');
}

/** The tense of the clause that holds a date, as it is written; null where no verb tells. */
export function foreignTense(around: Surroundings, words: TenseWords, date: string): 'past' | 'ahead' | null {
  const clause = clauseOf(around, words.links);
  if (clause === null) return 'ahead';
  if (words.ended.test(clause)) return 'past';
  if (words.moved.test(clause))
    return words.to.test(clause.replace('§', `§${date.toLowerCase()}`)) ? 'ahead' : 'past';
  if (words.ahead.test(clause)) return 'ahead';
  return words.past.test(clause) ? 'past' : null;
}
