/** Tells a date at which something happened, or a name of a day, from one that is to come. */
import type { NormalizedText } from '../normalized-text.js';
import type { Phrase } from '../phrase.js';
import { CLAUSE_STEPS, spanOf, type Span } from '../clause.js';
import type { ReadInput } from '../read-input.js';
import { englishTense } from './english-tense.js';
import { foreignTense, tenseWordsOf } from './foreign-tense.js';
import type { TenseWords } from './patterns.js';
import { DURATION, NAME } from './names.js';
import { surroundings } from './sentence.js';

/** What somebody demands, sets or promises, anywhere in an English sentence. */
const ASKS = new RegExp(
  `\\b(?:${[
    'deadlines?|ultimatums?|cut-?off|gave|given?|gives?|grant(?:s|ed)?|(?:ha(?:s|d|ve)|got)(?: \\w+)? (?:until|till|only|just)|demand\\w*|order(?:s|ed|ing)?|instruct\\w*|enjoin\\w*|oblig\\w*|compel\\w*|direct(?:s|ed)|summon\\w*',
    'told|tells?|warn\\w*|threat\\w*|insist\\w*|urg\\w+|call(?:s|ed) (?:on|for)|requir\\w*|must|vow\\w*|pledg\\w*|promis\\w*',
    'unless|or (?:else|face|be|risk|lose|they|we|he|it)|otherwise|if|notice|wants?|wanted|expect\\w*|allow\\w*|asked|asks|extend\\w*|extension',
    'postpon\\w*|(?:moved|brought|pushed) (?:it |back|up|forward|to|from)|delay\\w*|due|scheduled|will|would|shall|needs?|has to|have to|had to|to be|set',
  ].join('|')})\\b`,
  'i',
);

/** What is stopped for a time goes on at its end: "paused for 90 days". */
const PAUSED =
  /\b(?:paus|suspend|halt|stay|extend|prolong|postpon|delay|defer|put off|put on hold|freez|froze|waiv|lift|eas|exempt|renew)\w*/;

/** "Had until Monday to pay, and did not": what became of it is told. */
const UNMET =
  /\b(?:had|given|gave)\b.*?,? (?:and|but|yet)(?: (?:they|he|she|it|we|both|neither|none|nobody))? (?:then |later |since )?(?:did not|didn't|relented|backed (?:down|off)|caved|gave (?:in|up)|climbed down|changed|dropped|withdrew|scrapped|failed|refused|ignored|never|missed|let it pass|has not|have not|had not)\b/;

const isLimited = ({ limits, bound, count, base }: Phrase): boolean =>
  limits || bound !== 'by' || (count !== null && base === null);

/** Words that may stand between "has" and how long somebody has. */
const ONLY =
  /^(?:only|just|about|another|exactly|around|up|to|at|most|least|the|a|an|some|roughly|less|more|than|got)$/;

/** "Has two weeks", "had 24 hours": what somebody was left. */
function isLeft({ before, after }: ReturnType<typeof surroundings>): boolean {
  const last = before.findLast(({ word }) => !ONLY.test(word))?.word ?? '';
  if (before.at(-1)?.word === 'got' || before.at(-1)?.word === 'gets') return after[0]?.word === 'to';
  return /^(?:has|have|had|'ve|you've|they've|we've|i've)$/.test(last);
}

/** "Six months after the coup, the junta is still in power": a clause of its own follows. */
const isAfterEvent = (
  { count, base, days }: Phrase,
  { words }: NormalizedText,
  { before, after }: ReturnType<typeof surroundings>,
  text: string,
): boolean =>
  count !== null &&
  base === null &&
  days.length === 0 &&
  /^(?:after|following|since)$/.test(words[count.end]?.word ?? '') &&
  !/[.!?]/.test(text.slice(words[count.end - 1]?.end, words[count.end]?.start)) &&
  (before.length > 0 || after.some(({ word }) => word === ',') || after.length > 5);

/** "La tregua se mantiene desde el viernes": since a weekday or a holiday, and not from it on. */
function isSince(
  { days: [day, ...others], to, till }: Phrase,
  { since }: TenseWords,
  { text, normalized }: ReadInput,
  span: Span,
): boolean {
  if (since === null || to !== null || till !== null || day === undefined || others.length > 0) return false;
  const holiday = normalized.words.slice(day.start, day.end).some(({ word }) => word.startsWith('holiday:'));
  return (day.of === 'weekday' || holiday) && since.test(text.slice(...span));
}

function isPast(phrase: Phrase, input: ReadInput, span: Span): boolean {
  const { text, normalized, clauses } = input;
  const around = surroundings(clauses, span);
  const { language } = normalized;
  const limited = isLimited(phrase);
  if (language === 'en' && isAfterEvent(phrase, normalized, around, text)) return !ASKS.test(around.sentence);
  if (language === 'en') {
    if (limited && UNMET.test(around.sentence)) return true;
    if (phrase.count !== null && isLeft(around)) return false;
    const lasting = phrase.count?.lasting === true && !PAUSED.test(around.sentence);
    if (limited && !lasting && ASKS.test(around.sentence)) return false;
    return englishTense(around, normalized.words[phrase.start]?.word ?? '') === 'past';
  }
  const words = tenseWordsOf(language);
  if (words === null) return false;
  if (limited && words.unmet.test(around.sentence)) return true;
  const asks = words.asks.test(around.sentence) && !words.ended.test(around.sentence);
  const since = isSince(phrase, words, input, span);
  if (limited && asks && !since) return false;
  if (isAfterEvent(phrase, normalized, around, text)) return !asks;
  const tense = foreignTense(around, words, text.slice(...span));
  return tense === 'past' || (tense === null && !asks && since);
}

/** Counted from this moment, or said of today: to come whatever the verb. */
const isAhead = ({ count, days, part }: Phrase): boolean =>
  count?.count.exact === true || part?.today === true || days.some(({ of }) => of === 'day-end');

/** "In 2011 he was given 48 hours": told of a year that is over. */
const OPENING_YEAR = /^[^\p{L}]*(?:back )?(?:in|im jahr|en|у|в) ((?:1[5-9]|20)\d\d)(?!\d)/iu;

function isOfPastYear({ clauses, context }: ReadInput, span: Span): boolean {
  const year = OPENING_YEAR.exec(clauses.sentenceAround(span).before)?.[1];
  return year !== undefined && Number(year) < new Date(context.at).getUTCFullYear();
}

/** Whether a time expression tells of what has happened, how long something lasted, or is only the name of a day. */
export function isPastEvent(phrase: Phrase, input: ReadInput): boolean {
  const { text, normalized, clauses, steps } = input;
  const span = spanOf(phrase, normalized);
  if (span === null || phrase.fault !== null || phrase.lower || !steps.take(2 * CLAUSE_STEPS)) return false;
  if (text.length === span[1] - span[0] || isAhead(phrase)) return false;
  if (/^(?:the )?end of (?:today|the day)/i.test(text.slice(...span))) return false;
  if (isOfPastYear(input, span)) return true;
  const clause = clauses.clauseAround(span);
  if (!phrase.limits && NAME.test(clause)) return true;
  if (phrase.count !== null && DURATION.test(clause)) return true;
  return isPast(phrase, input, span);
}
