/** Tells what is held, shown or done on a day from what somebody has to do by it. */
import { spanOf, type Sentence, type Span } from '../clause.js';
import { THREATENED_ON_DAY } from '../lexicon/threats.js';
import type { Phrase } from '../phrase.js';
import type { ReadInput } from '../read-input.js';
import { ASKS_OR_ENDS, LEFT } from './asks.js';
import { governing, PERSONAL, word } from './governing-verb.js';
import { isForeseen, isHeldThen, isLeaving, withoutHarmless } from './harmless.js';
import { BARE_VERBS, isPastForm, ORDERING } from './english-verbs.js';
import { isForeignAnnouncement } from './foreign-announcement.js';
import { saidOf, surroundings, type SentenceWord, type Surroundings } from './sentence.js';

/** "When is Easter?" asks for a date. */
const OPENS_OTHERWISE =
  /^(?:what|who|when|where|how|why|which|does|do|did|is|are|will|can|could|would|should|has|have|if|unless|once|either)$/;
/** A rule for all whom it fits: "any ship without a permit", "those still here". */
const RULE =
  /^(?:any|every|all|each|no|none|those|anyone|everyone|anybody|everybody|whoever|nobody|failing|failure)$/;
const RELATIVE = /^(?:who|that|which|whose|without|not)$/;

/** Those who foretell set no terms. */
const FORETELL =
  /\b(?:forecasters?|analysts?|economists?|experts?|scientists?|pollsters?|meteorologists?|bookmakers|stud(?:y|ies)|polls?|forecasts?|models?|estimates?)\b/i;
/** What somebody has in mind for oneself: "expects to hire". */
const INTENDS = /^(?:expects?|hopes?|plans?|aims?|intends?) to$/;
const LIKELY = /^(?:likely|expected|forecast|projected|predicted|estimated|bound|unlikely)$/;
/** A state that holds for a time: "will be closed until", "runs through". */
const LASTS = /^(?:be|stay|remain|run|last|continue|go|hold|keep|persist)$/;
const UNTIL = /^(?:until|till|through)$/;

/** "By 2030": planned for years. */
const FAR_YEAR =
  /^(?:by|before|until|in)? ?(?:the )?(?:(?:early|late|mid|end of)[ -])?(?:20[3-9]\d|2[1-9]\d\d|the (?:century|decade))$/;

/** "By the end of" and "at the end of" are said alike. */
const END = /\bend of\b/;

/** "We will know more on Friday". */
const WILL_KNOW = /\b(?:we|i|you)(?:['’]ll| will) (?:know|see|find out|hear|learn)\b[^,;]* §/i;

/** The date that is announced is the deadline of what follows. */
const BACK_TO = /\b(?:before|by|until) (?:then|that)\b/i;

const isMeasure = ({ rest }: { rest: readonly SentenceWord[] }): boolean => {
  const done = rest.find(({ word: found }) => found !== 'be' && found !== 'being' && !found.endsWith('ly'));
  return done !== undefined && isPastForm(done.word, false);
};

interface DateWords {
  /** The first word, in the words of the rules. */
  readonly first: string;
  /** In lower case. */
  readonly written: string;
}

const wordsOf = ({ start }: Phrase, span: Span, { text, normalized }: ReadInput): DateWords => ({
  first: normalized.words[start]?.word ?? '',
  written: text.slice(...span).toLowerCase(),
});

/** "India's monsoon usually withdraws by mid-September". */
const HABIT = /\b(?:usually|normally|typically|traditionally|generally|every year|each year)\b/i;
const NOT_HABIT = /\b(?:must|unless|or|otherwise|now|this time|deadline|ultimatum)\b/i;
/** "Anyone who isn't at his desk at 8 a.m. is fired": a rule for all. */
const WHOEVER = /^(?:any|anyone|anybody|everyone|everybody|whoever|those)$/;
/** What moves a date, or gives some time. */
const MOVES = /\b(?:mov(?:es?|ed)|push\w*|reschedul\w*|br(?:ings?|ought)|shift\w*|chang\w*|gets?|got|all)\b/i;
/** Another time beside the date has a limit. */
const LIMITS = /\b(?:by|until|till|before|within|no later)\b/i;
const FEWEST_TOLD = 5;

/** A day without a limit, in a sentence that asks for nothing though no verb is seen: "the house, which meets on 4 September". */
const isTold = (
  { count, limits, bound, days }: Phrase,
  all: readonly SentenceWord[],
  opening: string,
  said: string,
): boolean =>
  count === null &&
  !limits &&
  days.every(({ of }) => of !== 'day-end') &&
  bound === 'by' &&
  all.length >= FEWEST_TOLD &&
  !BARE_VERBS.has(opening) &&
  !ORDERING.has(opening) &&
  !/^(?:they|he|she|it|that|this)$/.test(opening) &&
  !LIMITS.test(said) &&
  !all.some((one) => PERSONAL.test(one.word)) &&
  !END.test(said) &&
  /^[^\p{L}\d§:]*\p{L}[^:]*$/u.test(said) &&
  !MOVES.test(said) &&
  !ASKS_OR_ENDS.test(said) &&
  !LEFT.test(said);

/** Whether an English sentence only announces something for the date. */
function isEnglish(
  phrase: Phrase,
  around: Surroundings,
  { first, written }: DateWords,
  sentence: Sentence,
): boolean {
  const all = [...around.before, ...around.after];
  const opening = all.find(({ word: found }) => /^\p{L}/u.test(found))?.word ?? '';
  if (OPENS_OTHERWISE.test(opening) || WHOEVER.test(opening)) return false;
  if (first === 'due' && isHeldThen(saidOf(sentence))) return true;
  const found = governing(around);
  const said = withoutHarmless(saidOf(sentence));
  // "At the end of the day" is today's, whatever is usual.
  const habit = HABIT.test(said) && !NOT_HABIT.test(said);
  if (habit && phrase.days.every(({ of }) => of !== 'day-end')) return true;
  if (found === null) return isTold(phrase, all, opening, said);
  if (ASKS_OR_ENDS.test(said) || LEFT.test(said)) return false;
  const { verb, at: main, rest, subject, opens } = found;
  const until = UNTIL.test(first) || UNTIL.test(around.before.at(-1)?.word ?? '');
  if (until && verb === 'be') return true;
  if (WILL_KNOW.test(said)) return true;
  if (all.some((one) => PERSONAL.test(one.word))) return false;
  if (until && (verb === 'present' || rest.some((one) => LASTS.test(one.word)))) return true;
  if (subject.some((one) => RULE.test(one.word) || RELATIVE.test(one.word))) return false;
  const foretold =
    verb === 'maybe' ||
    FORETELL.test(said) ||
    (verb === 'future' && isForeseen(rest.map((one) => one.word).join(' '))) ||
    (verb === 'be' && isLeaving(rest.map((one) => one.word).join(' '))) ||
    LIKELY.test(word(rest, word(rest, 0) === 'not' ? 1 : 0)) ||
    (verb !== 'be' && FAR_YEAR.test(written)) ||
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
  const announced =
    normalized.language === 'en'
      ? isEnglish(phrase, around, wordsOf(phrase, span, input), clauses.sentenceAround(span))
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
