/** The verb that governs a date in an English sentence, where its subject is a third party. */
import { AHEAD, BARE_VERBS, BE_PRESENT, CLAUSE_WORDS, GATHERING, PRESENT } from './english-verbs.js';
import type { SentenceWord, Surroundings } from './sentence.js';

/** The word at a place; empty where there is none. */
export const word = (words: readonly SentenceWord[], index: number): string => words[index]?.word ?? '';

/** Whoever speaks or is spoken to is concerned by what is said. */
export const PERSONAL = /^(?:i|we|you|me|us|your|i'.*|we'.*|you'.*|let's)$/;
const DETERMINER = /^(?:the|an?|his|her|its|their|this|that|these|those|some|two|three|\d+|\p{L}+'s?)$/u;
const PREPOSITION =
  /^(?:of|in|on|at|by|for|with|without|from|to|and|or|than|as|about|after|before|into|over|under|per)$/;
/** What may stand behind a verb. */
const BEHIND_VERB =
  /^(?:of|in|on|at|by|for|with|from|to|through|into|over|around|away|up|down|out|off|back|its|his|her|their|the|an?|early|late|daily|again|here|there|place|part|first|only|one|two|three|four|five|six|\d+|more|no|\p{L}+ly)$/u;
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
  // "Turkey hands over": one word before a verb of one is a name.
  const alone = index === 1 && !PERSONAL.test(subject.word);
  return follows && (known || object || alone || subject.capital || DETERMINER.test(word(words, 0)));
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

/** What a team does, of which many speak as of several. */
const PLAYS = /^(?:open|face|host|meet|visit|play|travel|entertain|begin|start|kick)$/;

type VerbForm = 'future' | 'maybe' | 'be' | 'present';

function verbAt(words: readonly SentenceWord[], index: number): VerbForm | null {
  const { word: found = '', capital = false } = words[index] ?? {};
  if (/^(?:could|may|might|would)$/.test(found) && !capital) return 'maybe';
  if (AHEAD.has(found) && !capital) return 'future';
  if (BE_PRESENT.has(found)) return 'be';
  // "Arsenal host Leeds".
  const names = words[index - 1]?.capital === true && words[index + 1]?.capital === true;
  if (names && !capital && GATHERING.has(found)) return 'present';
  // "Champions Liverpool open the season".
  if (words[index - 1]?.capital === true && !capital && PLAYS.test(found)) return 'present';
  return isThirdPerson(words, index) || isPlural(words, index) ? 'present' : null;
}

const isEnd = ({ word: found }: SentenceWord): boolean => /^[,;:!?()"“”—–]$/.test(found);

/** "Ms Reeves, 46, delivers her budget": the words without what stands between two commas before the verb. */
function withoutAside(before: readonly SentenceWord[]): readonly SentenceWord[] {
  const close = before.findLastIndex(({ word: found }) => found === ',');
  const open = before.slice(0, Math.max(0, close)).findLastIndex(({ word: found }) => found === ',');
  const next = word(before, close + 1);
  const isVerb =
    AHEAD.has(next) || BE_PRESENT.has(next) || PRESENT.has(next) || /^[a-z]{3,}[^s'u]s$/.test(next);
  if (open < 1 || !isVerb || before[close + 1]?.capital === true) return before;
  return [...before.slice(0, open), ...before.slice(close + 1)];
}

/** The verb that governs the date, with what follows it; null where none with a subject does. */
export function governing({ before: all, after }: Surroundings) {
  const before = withoutAside(all);
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
  const opens = before.length <= 3 || (clause.length <= 1 && word(after, 0) === ',');
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
