/** Tells what is held, shown or done on a day from what somebody has to do by it. */
import { spanOf, type Sentence, type Span } from '../clause.js';
import { THREATENED_ON_DAY } from '../lexicon/threats.js';
import type { Phrase } from '../phrase.js';
import type { ReadInput } from '../read-input.js';
import { ASKS_OR_ENDS, LEFT } from './asks.js';
import { isForeseen, isHeldThen, withoutHarmless } from './harmless.js';
import {
  AHEAD,
  BARE_VERBS,
  BE_PRESENT,
  CLAUSE_WORDS,
  GATHERING,
  isPastForm,
  PRESENT,
} from './english-verbs.js';
import { isForeignAnnouncement } from './foreign-announcement.js';
import { saidOf, surroundings, type SentenceWord, type Surroundings } from './sentence.js';

const word = (words: readonly SentenceWord[], index: number): string => words[index]?.word ?? '';

/** Whoever speaks or is spoken to is concerned by what is said. */
const PERSONAL = /^(?:i|we|you|me|us|your|i'.*|we'.*|you'.*|let's)$/;
/** "When is Easter?" asks for a date. */
const OPENS_OTHERWISE =
  /^(?:what|who|when|where|how|why|which|does|do|did|is|are|will|can|could|would|should|has|have|if|unless|once|either)$/;
/** A rule for all whom it fits: "any ship without a permit", "those still here". */
const RULE =
  /^(?:any|every|all|each|no|none|those|anyone|everyone|anybody|everybody|whoever|nobody|failing|failure)$/;
const RELATIVE = /^(?:who|that|which|whose|without|not)$/;

const DETERMINER = /^(?:the|an?|his|her|its|their|this|that|these|those|some|two|three|\d+|\p{L}+'s?)$/u;
const PREPOSITION =
  /^(?:of|in|on|at|by|for|with|without|from|to|and|or|than|as|about|after|before|into|over|under|per)$/;
/** What may stand behind a verb. */
const BEHIND_VERB =
  /^(?:of|in|on|at|by|for|with|from|to|through|into|up|down|out|off|back|its|his|her|their|the|an?|early|late|daily|again|here|there|first|only|one|two|three|four|five|six|\d+|more|no|\p{L}+ly)$/u;
const REPORTS =
  /^(?:says|writes|adds|reads|shows|reports|tells|warns|insists|claims|argues|vows|threatens|demands)$/;

/** "Opens", "runs": a word with "s" behind a subject and before what belongs to a verb. */
function isThirdPerson(words: readonly SentenceWord[], index: number): boolean {
  const { word: found = '', capital = false } = words[index] ?? {};
  const [subject, next] = [words[index - 1], words[index + 1]];
  if (capital || !/[^s'u]s$/.test(found) || REPORTS.test(found) || subject === undefined) return false;
  // "Passed the House on Tuesday and goes to the Senate".
  if (subject.word === 'and' && index > 3 && PRESENT.has(found)) return true;
  if (DETERMINER.test(subject.word) || PREPOSITION.test(subject.word) || /^\P{L}/u.test(subject.word))
    return false;
  const follows = next === undefined || next.capital || BEHIND_VERB.test(next.word);
  const known = PRESENT.has(found) || BARE_VERBS.has(found.replace(/s$/, '').replace(/(?<=go|ch|sh)e$/, ''));
  // "India celebrates its independence": only a verb stands between a noun and an article.
  const object = next !== undefined && /^(?:its|his|her|their|the|an?)$/.test(next.word);
  return follows && (known || object || subject.capital || DETERMINER.test(word(words, 0)));
}

/** What people demand or threaten: "Boston workers leave at 5 pm". */
const ACTS =
  /^(?:leave|strike|walk|quit|resign|withdraw|surrender|stop|evacuate|pay|retaliate|fight|comply|die)$/;

const NO_VERB =
  /(?:ed|ing|ly|s)$|^(?:back|home|free|gone|dead|alive|safe|here|there|away|down|over|and|only|still|once|both|also)$/;
/** "The ministers gather in": an article and a plural tell that it is one. */
const isVerbBehindArticle = (words: readonly SentenceWord[], index: number): boolean =>
  /^(?:the|two|three|four|five)$/.test(word(words, 0)) &&
  index >= 2 &&
  /^[a-z]{3,}$/.test(word(words, index)) &&
  !words[index]?.capital &&
  !NO_VERB.test(word(words, index)) &&
  !PREPOSITION.test(word(words, index));

/** "Citizens of Norway vote": a plural, and what belongs to it. */
const isFarPlural = (words: readonly SentenceWord[], index: number): boolean =>
  GATHERING.has(word(words, index)) &&
  words
    .slice(0, index - 1)
    .some((one, at) => /[^s']s$/.test(one.word) && PREPOSITION.test(word(words, at + 1)));

/** "Voters go", "two leaders meet": a bare verb behind a plural. */
const isPlural = (words: readonly SentenceWord[], index: number): boolean =>
  (/[^s']s$/.test(word(words, index - 1)) || isFarPlural(words, index)) &&
  !ACTS.test(word(words, index)) &&
  (GATHERING.has(word(words, index)) ||
    BARE_VERBS.has(word(words, index)) ||
    PRESENT.has(word(words, index)) ||
    isVerbBehindArticle(words, index)) &&
  (words[index + 1] === undefined || BEHIND_VERB.test(word(words, index + 1)));

type VerbForm = 'future' | 'maybe' | 'be' | 'present';

function verbAt(words: readonly SentenceWord[], index: number): VerbForm | null {
  const { word: found = '', capital = false } = words[index] ?? {};
  if (/^(?:could|may|might|would)$/.test(found) && !capital) return 'maybe';
  if (AHEAD.has(found) && !capital) return 'future';
  if (BE_PRESENT.has(found)) return 'be';
  return isThirdPerson(words, index) || isPlural(words, index) ? 'present' : null;
}

const isEnd = ({ word: found }: SentenceWord): boolean => /^[,;:!?()"“”—–]$/.test(found);

/** The verb that governs the date, with what follows it; null where none with a subject does. */
function governing({ before, after }: Surroundings) {
  const start = before.findLastIndex((one) => isEnd(one) || CLAUSE_WORDS.has(one.word)) + 1;
  const clause = before.slice(start);
  // "I'm off": the subject is part of the word.
  for (let index = /'/.test(word(clause, 0)) ? 0 : 1; index < clause.length; index += 1) {
    const verb = verbAt(clause, index);
    if (verb !== null)
      return {
        verb,
        at: word(clause, index),
        rest: clause.slice(index + 1),
        subject: clause.slice(0, index),
        opens: false,
      };
  }
  const opens = before.length <= 3;
  const from = after[0]?.word === ',' ? 1 : 0;
  if (!opens) return null;
  for (let index = from + 1; index < after.length; index += 1) {
    const one = after[index];
    if (one === undefined || (isEnd(one) && index > from) || CLAUSE_WORDS.has(one.word)) return null;
    const verb = verbAt(after, index);
    if (verb !== null)
      return {
        verb,
        at: word(after, index),
        rest: after.slice(index + 1),
        subject: after.slice(from, index),
        opens,
      };
  }
  return null;
}

/** Those who foretell set no terms. */
const FORETELL =
  /\b(?:forecasters?|analysts?|economists?|experts?|scientists?|pollsters?|meteorologists?|bookmakers|stud(?:y|ies)|polls?|forecasts?|models?|estimates?)\b/i;
/** What somebody has in mind for oneself: "expects to hire". */
const INTENDS = /^(?:expects?|hopes?|plans?|aims?|intends?) to$/;
const LIKELY = /^(?:likely|expected|forecast|projected|predicted|estimated|bound|unlikely)$/;
/** A state that holds for a time: "will be closed until", "runs through". */
const LASTS = /^(?:be|stay|remain|run|last|continue|go|hold|keep|persist)$/;
const UNTIL = /^(?:until|till|through)$/;

/** "By the end of" and "at the end of" are said alike. */
const END = /\bend of\b/;

/** The date that is announced is the deadline of what follows. */
const BACK_TO = /\b(?:before|by|until) (?:then|that)\b/i;

const isMeasure = ({ rest }: { rest: readonly SentenceWord[] }): boolean => {
  const done = rest.find(({ word: found }) => found !== 'be' && found !== 'being' && !found.endsWith('ly'));
  return done !== undefined && isPastForm(done.word, false);
};

/** Whether an English sentence only announces something for the date. */
function isEnglish(phrase: Phrase, around: Surroundings, first: string, sentence: Sentence): boolean {
  const all = [...around.before, ...around.after];
  const opening = all.find(({ word: found }) => /^\p{L}/u.test(found))?.word ?? '';
  if (OPENS_OTHERWISE.test(opening)) return false;
  if (first === 'due' && isHeldThen(saidOf(sentence))) return true;
  const found = governing(around);
  if (found === null) return false;
  const said = withoutHarmless(saidOf(sentence));
  if (ASKS_OR_ENDS.test(said) || LEFT.test(said)) return false;
  const { verb, at: main, rest, subject, opens } = found;
  const until = UNTIL.test(first) || UNTIL.test(around.before.at(-1)?.word ?? '');
  if (until && verb === 'be') return true;
  if (all.some((one) => PERSONAL.test(one.word))) return false;
  if (until && (verb === 'present' || rest.some((one) => LASTS.test(one.word)))) return true;
  if (subject.some((one) => RULE.test(one.word) || RELATIVE.test(one.word))) return false;
  const foretold =
    verb === 'maybe' ||
    FORETELL.test(said) ||
    (verb === 'future' && isForeseen(rest.map((one) => one.word).join(' '))) ||
    LIKELY.test(word(rest, 0)) ||
    INTENDS.test(`${main} ${word(rest, 0)}`);
  // "It will happen today" says nothing but when.
  if (verb === 'future' && subject.every((one) => one.word === 'it')) return false;
  // "It is now Friday": the date itself is what is said.
  if (verb === 'be' && !opens && rest.every((one) => /^(?:now|still|not|then)$/.test(one.word))) return false;
  // "The range is between March and May".
  if (phrase.limits || END.test(around.sentence) || (verb === 'be' && (phrase.to ?? phrase.till) !== null))
    return foretold;
  return foretold || !((opens || phrase.count !== null) && /^(?:future|be)$/.test(verb) && isMeasure(found));
}

/**
 * Whether the sentence of a date only announces what is held, shown, expected or done then, and asks nothing of anybody:
 * "The tour begins in Oslo on Friday".
 */
export function isAnnouncement(phrase: Phrase, input: ReadInput): boolean {
  const { normalized, clauses } = input;
  const span: Span | null = spanOf(phrase, normalized);
  if (span === null || phrase.fault !== null || phrase.lower) return false;
  const around = surroundings(clauses, span);
  if (around.before.length + around.after.length < 2) return false;
  const first = normalized.words[phrase.start]?.word ?? '';
  const announced =
    normalized.language === 'en'
      ? isEnglish(phrase, around, first, clauses.sentenceAround(span))
      : isForeignAnnouncement(
          phrase,
          clauses.sentenceAround(span),
          input.text.slice(...span),
          normalized.language,
        );
  // "Kick-off is at 3 p.m.; pay us before then"; "they will be fired on June 10".
  return (
    announced &&
    !BACK_TO.test(input.text.slice(span[1])) &&
    !THREATENED_ON_DAY.test(clauses.clauseAround(span))
  );
}
