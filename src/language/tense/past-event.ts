/** Tells a date at which something happened, or a name of a day, from one that is to come. */
import type { NormalizedText } from '../normalized-text.js';
import type { Phrase } from '../phrase.js';
import { CLAUSE_STEPS, spanOf, type Span } from '../clause.js';
import type { ReadInput } from '../read-input.js';
import { ASKS } from './asks.js';
import { isBesideDeadline } from './beside-deadline.js';
import { englishTense } from './english-tense.js';
import { foreignTense, tenseWordsOf } from './foreign-tense.js';
import type { TenseWords } from './patterns.js';
import { DURATION, LASTING, MENTION, NAME, OF_DAY, TRAVEL } from './names.js';
import { isVoid } from './not-set.js';
import { saidOf, surroundings } from './sentence.js';

/** What is stopped for a time goes on at its end: "paused for 90 days". */
const PAUSED =
  /\b(?:paus|suspend|halt|stay|extend|prolong|postpon|delay|defer|put off|put on hold|freez|froze|waiv|lift|eas|exempt|renew)\w*/;

/** What those did who were given the time: it is over. */
const DONE =
  '(?:(?:then|still|simply|just|duly) )?(?:spent|used|let|stayed|chose|kept|went|ran|fled|left|paid|complied|obeyed|signed|surrendered|slept|sat|waited|wasted|squandered|quit|resigned|took|made|packed|escaped|walked|agreed|accepted|came|returned|withdrew|freed|released|moved|stopped|closed)';

/** "Had until Monday to pay, and did not": what became of it is told. */
const UNMET = new RegExp(
  [
    "\\b(?:had|given|gave)\\b.*?,? (?:and|but|yet)(?: (?:they|he|she|it|we|both|neither|none|nobody))? (?:then |later |since )?(?:did not|didn't|relented|backed (?:down|off)|caved|gave (?:in|up)|climbed down|changed|dropped|withdrew|scrapped|failed|refused|ignored|never|missed|let it pass|has not|have not|had not)\\b",
    `\\bhad\\b(?! \\w+ed\\b).*?(?:[;,] (?:they|he|she|it|we|all|most)| and| but|(?: and| but) (?:they|he|she|it|we|all|most)) ${DONE}\\b`,
    // "Had been given until Monday to leave, and by Sunday the camp was empty."
    '\\b(?:had|given|gave)\\b.*?,? (?:and|but|yet) by (?:\\w+ ){1,3}?(?:the|all|most|no|half|his|their|only|nobody|everyone) [^,;.]{0,40}? ?(?:was|were|had)\\b',
    // "They did not reply by Monday's deadline."
    "^(?!.*\\b(?:if|unless|should|will|must|now|has|have)\\b).*\\b(?:did not|didn't|failed to|never) (?!have|need)\\w+ (?:\\w+ ){0,4}by\\b",
    // "The terms had to be accepted within 72 hours, and they were."
    '(?:,| and| but) (?:they|he|she|it|we) (?:did|were|was|had|have|has)\\s*$',
    // "They were told to be out by Sunday and they were."
    `\\b(?:gave|given|told)\\b.*?(?:;|,| and| but)(?: (?:on|in|by|after) (?:\\w+ ){1,3}?)? ?(?:they|he|she|we|all|most) ${DONE}\\b`,
    // "Had been given two days to leave, and did."
    '\\bhad been (?:given|told|ordered|asked)\\b.*?,? (?:and|but) (?:did|had (?:\\w+ed|paid|left|gone|come|fled))(?: so)?\\s*$',
    '\\b(?:gave|given|told)\\b.*?,? (?:and|but) (?:he|she|they|we) (?!warn|threat|demand|order|vow|add|ask|insist|promis|expect|want|need|pledg|requir|offer|call)\\w+ed\\b',
    // "The court's two-week deadline lapsed on Tuesday."
    '^(?!.*\\b(?:now|new|another|next|must|will|extended|gave|given|more|has|have)\\b).*\\b(?:deadline|ultimatum) (?:already )?(?:lapsed|expired|passed|elapsed|ran out|came and went)\\b',
  ].join('|'),
);

/** "They were due in court on Tuesday, but the hearing was put off." */
const CALLED_OFF =
  /\b(?:was|were) (?:due|set|scheduled|expected|supposed|to) [^;]{0,120}?\b(?:but|until|and) [^;]{0,60}?\b(?:was|were|has been|have been) (?:put off|called off|cancell?ed|scrapped|adjourned|abandoned)\b/;

/** "Three days after the ultimatum, war was declared": a demand of which something else is told. */
const AFTER_DEMAND =
  /\b(?:after|following|since) (?:the|their|his|her|its|an?) (?:\w+ )?(?:ultimatum|deadline|warning|demand)s?\b/;

/** "Was rejected within hours": how long it took. */
const DONE_WITHIN =
  /\b(?:was|were|had been) (?!(?:ordered|told|asked|required|demanded|expected|supposed|instructed|obliged|allowed|granted|extended|set|given|handed|left|offered|served|sent)\b)\w+(?:ed|en|ld|t)(?: \w+ly)? §/;

const isLimited = ({ limits, bound, count, base }: Phrase): boolean =>
  limits || bound !== 'by' || (count !== null && base === null);

/** Words that may stand between "has" and how long somebody has. */
const ONLY =
  /^(?:only|just|about|another|exactly|around|up|to|at|most|least|the|a|an|some|roughly|less|more|than|got)$/;

/** "Has two weeks", "had 24 hours": what somebody was left. */
function isLeft({ before, after }: ReturnType<typeof surroundings>): boolean {
  const last = before.findLast(({ word }) => !ONLY.test(word))?.word ?? '';
  if (/^(?:got|gets|received|receives)$/.test(before.at(-1)?.word ?? ''))
    return (after[0]?.word === 'on' ? after[2] : after[0])?.word === 'to';
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
  if (language === 'en' && isAfterEvent(phrase, normalized, around, text))
    return !ASKS.test(around.sentence.replace(AFTER_DEMAND, ''));
  if (language === 'en') {
    if ((limited && UNMET.test(around.sentence)) || CALLED_OFF.test(around.sentence)) return true;
    if (isVoid(around.sentence)) return true;
    const within = phrase.count !== null && /^(?:with)?in /i.test(text.slice(...span));
    if (within && DONE_WITHIN.test(saidOf(clauses.sentenceAround(span)))) return true;
    if (phrase.count !== null && isLeft(around)) return false;
    const lasting = phrase.count?.lasting === true && !PAUSED.test(around.sentence);
    if (limited && !lasting && ASKS.test(around.sentence)) return false;
    return englishTense(around, normalized.words[phrase.start]?.word ?? '') === 'past';
  }
  const words = tenseWordsOf(language);
  if (words === null) return false;
  if (limited && words.unmet.test(around.sentence)) return true;
  if (words.calledOff.test(saidOf(clauses.sentenceAround(span)).toLowerCase())) return true;
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

/** "In 2011 he was given 48 hours", "Am 23. Juli 1914 stellte Wien …": told of a year that is over. */
const OPENING_YEAR =
  /^[^\p{L}\d]*(?:back )?(?:(?:(?:early |late )?(?:in|on|im|am|en|el|le|у|в) (?:\d{1,2}(?:st|nd|rd|th|er|\.)? (?:de |of )?)?|\d{1,2} )(?!the |der |das |las |los |les )\p{L}{3,}(?<!day|tag)(?: \d{1,2}(?:st|nd|rd|th)?)?,? (?:de )?|(?:in|im jahr|en|у|в) |(?=\d{4} (?!hours|gmt|utc)\p{Ll})|the (?=\d{4} (?:note|ultimatum|letter|demand|treaty|crisis|war|deal|accord|pact)(?: \p{L}+)? (?:had|was|were|gave|set|left|ran|demanded)))((?:1[5-9]|20)\d\d)(?!\d)/iu;
/** "In the film, the villain gives the city 24 hours". */
const OPENING_STORY =
  /^[^\p{L}\d]*(?:(?:in|dans|en) (?:the|his|her|this|le|la|el|un|a|ce|cette|una) (?:\p{L}+ )?(?:film|movie|novel|book|play|episode|game|thriller|roman|livre|película|novela|libro)(?: \S+){0,3}?,|im (?:film|roman|buch|spiel|krimi)(?!\p{L})|[ув] (?:фільмі|романі|книжці|фильме|романе|книге)(?!\p{L}))/iu;

/** "Austria's ultimatum of 23 July 1914 demanded an answer within 48 hours". */
const TOLD_YEAR =
  /\b(?:ultimatum|note|letter|resolution|demand|telegram|message|edict|order)\b[^.;]{0,60}\b(?:1[5-9]\d\d|20[01]\d)\b[^.;]{0,30}\b(?:gave|demanded|set|ordered|allowed|granted|required|left)\b/iu;

/** "Gave the family 24 hours; that was in 1986", "gave Venice four days in 1797". */
const CLOSING_YEAR =
  /^(?:[^.!?\n]{0,60}(?:[;,(—–]| and) ?(?:that|this|it|all) was)?,? (?:back )?(?:in|im jahr|en|у|в) (?:\p{L}+ )?((?:1[5-9]|20)\d\d)(?!\d)/iu;

/** "Last year the board gave him 30 days": the time is over. */
const LAST_YEAR =
  /^[^\p{L}\d]*(?:(?:late |early )?last (?:year|spring|summer|autumn|fall|winter|season|decade|century)|under the (?:old|previous|former|earlier) (?:rules?|laws?|system|regime|policy|scheme|government)|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|twenty|\d+|many|some) (?:years?|decades?) ago|im (?:vergangenen|vorigen|letzten) jahr|(?:voriges|letztes|vergangenes) jahr|vor (?:einem|zwei|drei|vier|fünf|zehn|\d+) jahr(?:en)?|l['’]an(?:née)? (?:dernier|dernière|passée?)|il y a (?:un|deux|trois|quatre|cinq|dix|\d+) ans?|el año pasado|hace (?:un|dos|tres|cuatro|cinco|diez|\d+) años?|торік|минулого року|[ув] прошлом году|(?:два|три|четыре|п'ять|пять|\d+) (?:года|лет|роки|років) (?:назад|тому))(?!\p{L})/iu;
const STILL =
  /\b(?:now|must|will|still|today|has|have|is|are)\b|jetzt|nun|muss|maintenant|doit|ahora|debe|тепер|зараз|теперь|сейчас/i;

function isOfPastYear({ text, clauses, context }: ReadInput, span: Span): boolean {
  const { before } = clauses.sentenceAround(span);
  if (OPENING_STORY.test(before) || TOLD_YEAR.test(before)) return true;
  if (LAST_YEAR.test(before) && !STILL.test(before)) return true;
  const closing = CLOSING_YEAR.exec(text.slice(span[1], span[1] + 90))?.[1];
  const year = OPENING_YEAR.exec(before)?.[1] ?? closing;
  const now = new Date(context.at).getUTCFullYear();
  return year !== undefined && Number(year) < now && !/\b20\d\d\b/.test(text.slice(...span));
}

/** Whether a sentence in its language asks for something. */
function asksFor(input: ReadInput, span: Span): boolean {
  const { sentence } = surroundings(input.clauses, span);
  const { language } = input.normalized;
  return (language === 'en' ? ASKS : tenseWordsOf(language)?.asks)?.test(sentence) ?? false;
}

/** Whether a count is how long it takes to get somewhere. */
export function isTravelTime(phrase: Phrase, { normalized, clauses }: ReadInput): boolean {
  const span = spanOf(phrase, normalized);
  return span !== null && phrase.count !== null && TRAVEL.test(clauses.clauseAround(span));
}

/** Whether a count is how long something lasts, whatever is said of more of it. */
export function isLasting(phrase: Phrase, { normalized, clauses }: ReadInput): boolean {
  const span = spanOf(phrase, normalized);
  return span !== null && phrase.count !== null && LASTING.test(clauses.clauseAround(span));
}

/** Whether a day that was lately is only the name of a thing, or when something began: "the ruling of 22 May", "desde marzo". */
export function isLately(phrase: Phrase, input: ReadInput): boolean {
  const { text, normalized, clauses } = input;
  const span = spanOf(phrase, normalized);
  if (span === null) return false;
  if (!phrase.limits && OF_DAY.test(clauses.clauseAround(span))) return true;
  const words = tenseWordsOf(normalized.language);
  if (words?.since?.test(text.slice(...span)) !== true || phrase.to !== null || phrase.till !== null)
    return false;
  return (
    !asksFor(input, span) && foreignTense(surroundings(clauses, span), words, text.slice(...span)) !== 'ahead'
  );
}

/** Whether a limit without a year, that was lately, is told of as over: "had given them until July 31". */
export function wasGiven(phrase: Phrase, input: ReadInput): boolean {
  const { text, normalized, clauses } = input;
  const span = spanOf(phrase, normalized);
  if (span === null || !phrase.limits || phrase.bound === 'effective') return false;
  const around = surroundings(clauses, span);
  if (normalized.language === 'en')
    return englishTense(around, normalized.words[phrase.start]?.word ?? '') === 'past';
  const words = tenseWordsOf(normalized.language);
  return words !== null && foreignTense(around, words, text.slice(...span)) === 'past';
}

/** "The deadline, first set for 1 August, has slipped to 15 August": the date that holds no longer. */
const FORMER =
  /(?<!\p{L})(?:(?:first|originally|initially|previously)|which (?:was|were|is|had been)(?: first| originally| initially)?) (?:to (?:expire|end|lapse|close|run out)|set|due|scheduled|planned|fixed|meant|expected|slated)(?: (?:for|on|by|at|to \p{L}+(?: on| by)?))? ?«[^»]*»(?=.*(?<!\p{L})(?:now|slipped|moved|pushed|put back|extended|postponed|delayed|brought)(?!\p{L}))/u;

/** "Not 15 August but 14 August": the date that is put right. */
const NOT_BUT =
  /(?<!\p{L})(?:not|nicht|non pas|pas|no|не) (?:(?:on|by|until|am|bis|zum|le|el|до) )?«[^»]*»,? (?:but|sondern|mais|sino|а) (?:(?:on|by|until|am|bis|zum|den|le|el|до|rather) ){0,2}(?:[\p{L}]+ )?\d/u;

/** Whether a time expression tells of what has happened, how long something lasted, or is only the name of a day. */
export function isPastEvent(phrase: Phrase, input: ReadInput): boolean {
  const { text, normalized, clauses, steps } = input;
  const span = spanOf(phrase, normalized);
  if (span === null || phrase.fault !== null || phrase.lower || !steps.take(2 * CLAUSE_STEPS)) return false;
  if (text.length === span[1] - span[0]) return false;
  const clause = clauses.clauseAround(span);
  if ((!phrase.limits && NAME.test(clause)) || FORMER.test(clause) || NOT_BUT.test(clause)) return true;
  if (isBesideDeadline(phrase, input)) return true;
  if (isAhead(phrase)) return false;
  if (/^(?:the )?end of (?:today|the day)/i.test(text.slice(...span))) return false;
  if (isOfPastYear(input, span)) return true;
  if (phrase.count !== null && DURATION.test(clause)) return true;
  if (!phrase.limits && MENTION.test(clause) && !asksFor(input, span)) return true;
  return isPast(phrase, input, span);
}
