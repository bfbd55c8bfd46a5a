/** Whether the verb that governs a date in an English sentence tells of the past. */
import {
  AHEAD,
  ARRANGED,
  BARE_VERBS,
  BE_PRESENT,
  BETWEEN,
  CLAUSE_WORDS,
  HAVE,
  isFinitePast,
  isPastForm,
  isUnchanging,
  MOVED,
  NOT_INFINITIVE,
  PAST_BEFORE_TO,
  PRESENT,
  PROMISING,
  TO_DATE,
  WAS,
} from './english-verbs.js';
import type { SentenceWord, Surroundings } from './sentence.js';

const DEADLINE = /^(?:deadline|deadlines|ultimatum|cutoff|cut-off|date|expiry|target|limit)$/;

const ISSUED = /^(?:gave|given|issued|handed|delivered|sent|served|announced|presented|set|imposed|filed)$/;

type Tense = 'past' | 'ahead';

const at = (words: readonly SentenceWord[], index: number): string => words[index]?.word ?? '';
const isBoundary = (word: string) => /^[,;:!?()"“”—–]$/.test(word) || CLAUSE_WORDS.has(word);
const DETERMINER =
  /^(?:the|an?|his|her|its|their|our|my|your|this|that|these|those|any|no|some|every|all|of|new|more)$/;

/** What stands before a past form: an auxiliary decides. */
function withAuxiliary(words: readonly SentenceWord[], index: number): Tense {
  let perfect = false;
  for (let before = index - 1; before >= Math.max(0, index - 5); before -= 1) {
    const word = at(words, before);
    if (HAVE.has(word)) perfect = true;
    if (AHEAD.has(word) || word === 'to') return perfect ? 'past' : 'ahead';
    if (BE_PRESENT.has(word)) return perfect ? 'past' : 'ahead';
    if (WAS.has(word)) return ARRANGED.has(at(words, index)) ? 'ahead' : 'past';
    if (!BETWEEN.test(word) && !HAVE.has(word)) break;
  }
  return perfect && ARRANGED.has(at(words, index)) ? 'ahead' : 'past';
}

/** "To leave", "to impose the tariffs"; "to the office" and "to parliament" are no infinitives. */
function isInfinitive(words: readonly SentenceWord[], index: number): boolean {
  const [next, later] = [words[index + 1], at(words, index + 2)];
  if (next === undefined || next.capital || NOT_INFINITIVE.test(next.word)) return false;
  if (BARE_VERBS.has(next.word)) return true;
  return later !== '' && !/^(?:on|in|at|late|early|by|and|,)$/.test(later);
}

const isSubject = (word: string): boolean =>
  /^\p{L}/u.test(word) && !CLAUSE_WORDS.has(word) && !DETERMINER.test(word);

/** Whether the date stands right behind the verb at `index`. */
const isAdjacent = (words: readonly SentenceWord[], index: number): boolean =>
  index >= words.length - 1 || (index === words.length - 2 && /^(?:on|at|in|by)$/.test(at(words, index + 1)));

/** "Lay down your arms", "Put the guns away": a form of the past at the head of a clause is an order. */
const isOrder = (words: readonly SentenceWord[], index: number): boolean =>
  (isUnchanging(at(words, index)) || at(words, index) === 'lay') &&
  (index === 0 || /^[:;"“]$/.test(at(words, index - 1)));

/** "Had been due to end". */
const wasDue = (words: readonly SentenceWord[], index: number): boolean =>
  at(words, index - 3) === 'had' && at(words, index - 2) === 'been' && ARRANGED.has(at(words, index - 1));

/** What a verb at `index` says; null where it is none, or says nothing of the time. */
function tenseAt(words: readonly SentenceWord[], index: number, dateAhead: boolean): Tense | null {
  const { word = '', capital = false } = words[index] ?? {};
  const next = at(words, index + 1);
  if ((AHEAD.has(word) && !capital) || (dateAhead && isOrder(words, index))) return 'ahead';
  if (word === 'to' && isInfinitive(words, index))
    return PAST_BEFORE_TO.has(at(words, index - 1)) || at(words, index - 2) === 'had' || wasDue(words, index)
      ? 'past'
      : 'ahead';
  if (WAS.has(word) && dateAhead && next === '' && words.some((one) => DEADLINE.test(one.word)))
    return 'ahead';
  if (WAS.has(word) || word === 'did' || word === "didn't") return ARRANGED.has(next) ? 'ahead' : 'past';
  if (HAVE.has(word))
    return word.startsWith('ha') && /^(?:to|until|\d+|just|only)$/.test(next) ? 'ahead' : null;
  if (word === 'due' && /^(?:had|been)$/.test(at(words, index - 1)) && at(words, index - 2) !== 'has')
    return 'past';
  // "By 51 votes", "the returns": a plural, and no verb of the present.
  const isNoun = word.endsWith('s') && /^(?:\d|the$|her$|his$|its$|their$)/.test(at(words, index - 1));
  if (BE_PRESENT.has(word) || (PRESENT.has(word) && !isNoun)) return 'ahead';
  if (isUnchanging(word) && isSubject(at(words, index - 1)) && !isAdjacent(words, index))
    return withAuxiliary(words, index);
  if (!isPastForm(word, capital) || (word === 'left' && /^(?:here|there|to|for)$/.test(next))) return null;
  if (word.endsWith('ed') && DETERMINER.test(at(words, index - 1)) && next !== '' && dateAhead) return null;
  // "For undeclared weapons".
  if (
    word.endsWith('ed') &&
    /^(?:for|of|with|on|against|over)$/.test(at(words, index - 1)) &&
    isSubject(next)
  )
    return null;
  return withAuxiliary(words, index);
}

/** Behind these words of the past a date is another one than that of the deed. */
function looksAhead(words: readonly SentenceWord[], index: number, first: string): boolean {
  const verb = at(words, index);
  const last = at(words, words.length - 1);
  if (MOVED.has(verb)) return TO_DATE.has(last) || TO_DATE.has(first);
  if (verb === 'set' && /^(?:off|out|up)$/.test(at(words, index + 1))) return false;
  return PROMISING.has(verb) && !isAdjacent(words, index);
}

/** "Handed them a 14-day ultimatum on Wednesday": the day on which it was set, since it has a length of its own. */
function isIssued(words: readonly SentenceWord[], index: number): boolean {
  if (!/^(?:on|in)$/.test(at(words, words.length - 1)) || words.length - index > 2) return false;
  const lead = words
    .slice(Math.max(0, index - 3), index)
    .map(({ word }) => word)
    .join(' ');
  const verbs = words.slice(Math.max(0, index - 10), index).map(({ word }) => word);
  const measured = at(words, index) !== 'notice' && at(words, index) !== 'ultimatum';
  return (
    (!measured || /(?:minute|hour|day|week|month)s?\b/.test(lead)) && verbs.some((verb) => ISSUED.test(verb))
  );
}

/** The nearest verb before the date, within its clause. */
function tenseBefore(words: readonly SentenceWord[], first: string): Tense | null {
  if (at(words, words.length - 2) === 'so' && at(words, words.length - 1) === 'far') return 'past';
  // "It was on 3 August, not 4 August": as the date before it.
  if (at(words, words.length - 1) === 'not' && at(words, words.length - 2) === ',')
    return tenseBefore(words.slice(0, -2), first);
  for (let index = words.length - 1; index >= 0; index -= 1) {
    const word = at(words, index);
    if (/^(?:deadline|ultimatum|cutoff|cut-off|notice)$/.test(word))
      return isIssued(words, index) ? 'past' : 'ahead';
    if (/^(?:if|unless)$/.test(word)) return 'ahead';
    if (/^(?:speaking|addressing|talking|testifying|interviewed)$/.test(word)) return 'past';
    if (isBoundary(word)) return null;
    const tense = tenseAt(words, index, true);
    if (tense === 'past' && looksAhead(words, index, first)) return 'ahead';
    if (tense !== null) return tense;
  }
  return null;
}

/** "Had been put out": past, where "has two weeks" is not. */
function perfectAt(words: readonly SentenceWord[], index: number): Tense | null {
  let verb = index + 1;
  while (BETWEEN.test(at(words, verb))) verb += 1;
  const { word = '', capital = false } = words[verb] ?? {};
  return isPastForm(word, capital) || isUnchanging(word) ? 'past' : null;
}

/** The first verb behind the date: "On Friday, talks collapsed". Only where it begins its sentence this may stand behind a comma. */
function tenseBehind(words: readonly SentenceWord[], opens: boolean): Tense | null {
  const first = opens && at(words, 0) === ',' ? 1 : 0;
  for (let index = first; index < words.length; index += 1) {
    const word = at(words, index);
    const other = CLAUSE_WORDS.has(word) && (index > first || word === 'or' || word === 'unless');
    if (other || /^[;:!?—–]$/.test(word) || (!opens && word === ',')) return null;
    const reduced =
      isPastForm(word, false) &&
      !isFinitePast(word) &&
      /^(?:in|on|by|at|last|for|from)$/.test(at(words, index + 1));
    const tense =
      reduced && index > first + 1 && !WAS.has(at(words, index - 1)) ? null : tenseAt(words, index, false);
    if (tense !== null) return tense;
    if (HAVE.has(word)) return perfectAt(words, index);
  }
  return null;
}

/** Who says it, between commas: "Within 24 hours, the captors wrote, or the engineer dies". */
const REPORTS =
  /^(?:said|says|wrote|texted|posted|tweeted|warned|announced|declared|radioed|added|told|ruled)$/;

/** What follows a limit behind the words that say who set it. */
function withoutReport(after: readonly SentenceWord[], first: string): readonly SentenceWord[] {
  if (!/^(?:within|in|by|until|before)$/.test(first) || at(after, 0) !== ',') return after;
  const verb = after.slice(0, 6).findIndex(({ word }) => REPORTS.test(word));
  const next = verb === -1 ? -1 : after.findIndex(({ word }, index) => index > verb && word === ',');
  if (verb === -1 || at(after, verb + 1) === 'that') return after;
  return next === -1 ? (verb === after.length - 1 ? [] : after) : after.slice(next);
}

/** Words before a date at the beginning of a sentence that only lead to it. */
const LEADING =
  /^(?:(?:on|in|at|by|late|early|earlier|until|from|since|before|after|during|over|the|this|last|past|just|only|for|but|and|then|also|meanwhile|as|a|an|"|“|statement|interview|letter|post|speech|report|tweet|briefing|message|speaking|addressing|meeting|writing|asked)(?: |$))*$/;
/** What becomes of a deadline that is over. */
const OVER = /^(?:came|passed|expired|lapsed|went|elapsed|slipped|has|had)$/;
/** "Missed Friday's deadline". */
const MISSED = /^(?:missed|blew|overran|ignored|defied|flouted|met|beat)$/;
/** "The deadline of 31 July was met". */
const KEPT =
  /^(?:was|were) (?:met|missed|kept|observed|ignored|respected|honou?red|beaten)$|^(?:came|passed|expired|lapsed|went|elapsed|slipped) ?/;
/** "Let Sunday's deadline slip". */
const SLIPPED = /^(?:slip|pass|lapse|expire)$/;
const IS_SUBJECT = /^(?:is|are|will|would|must|marks|remains)$/;
const OPENS = /^[“"]$/;
const CLOSES = /^[”"]$/;

/** "Said "no" on Friday": without what is quoted. */
function outside(words: readonly SentenceWord[]): readonly SentenceWord[] {
  let quoted = false;
  return words.filter(({ word }) => {
    const mark = OPENS.test(word) || CLOSES.test(word);
    if (mark) quoted = !quoted;
    return !mark && !quoted;
  });
}

/** What stands in the same quotation as the date: no verb outside of it governs a date inside. */
function withinQuotation(around: Surroundings): Surroundings {
  const { before, after } = around;
  const marks = before.filter(({ word }) => OPENS.test(word) || CLOSES.test(word));
  const close = after.findIndex(({ word }) => CLOSES.test(word));
  const open = before.findLastIndex(({ word }) => OPENS.test(word));
  if (marks.length > 0 && marks.length % 2 === 0) return { ...around, before: outside(before) };
  if (close === -1 || open === -1) return around;
  return { ...around, before: before.slice(open + 1), after: after.slice(0, close) };
}

/** The tense of the verb that governs a date in its sentence; null where none is seen. `first`: the word that the date begins with. */
export function englishTense(around: Surroundings, first: string): Tense | null {
  const { before, after } = withinQuotation(around);
  // A question tells of nothing that has happened.
  if (
    /^(?:what|who|when|where|how|why|which)$/.test(before[0]?.word ?? '') &&
    !/^(?:did|was|were)$/.test(at(before, 1)) &&
    !before.some(({ word }) => word === ',')
  )
    return 'ahead';
  if (IS_SUBJECT.test(at(after, 0)) && !/^(?:on|in|at)$/.test(before.at(-1)?.word ?? '')) return 'ahead';
  if (before.some(({ word }) => MISSED.test(word)) && after.some(({ word }) => DEADLINE.test(word)))
    return 'past';
  // "The deadline of 31 July was met."
  if (
    DEADLINE.test(at(before, before.length - 2)) &&
    at(before, before.length - 1) === 'of' &&
    KEPT.test(`${at(after, 0)} ${at(after, 1)}`)
  )
    return 'past';
  // "The old deadline, 1 August, came and went", "an earlier one, 31 July, was ignored".
  const over = OVER.test(at(after, 1)) || KEPT.test(`${at(after, 1)} ${at(after, 2)}`);
  if (DEADLINE.test(at(before, before.length - 2)) && at(after, 0) === ',' && over) return 'past';
  if (before.some(({ word }) => word === 'let') && after.some(({ word }) => SLIPPED.test(word)))
    return 'past';
  const noun = after.slice(0, 4).findIndex(({ word }) => DEADLINE.test(word));
  if (noun !== -1 && OVER.test(at(after, noun + 1))) return 'past';
  if (noun !== -1 && !/^(?:on|in)$/.test(before.at(-1)?.word ?? '')) return 'ahead';
  return (
    tenseBefore(before, first) ??
    tenseBehind(withoutReport(after, first), LEADING.test(before.map(({ word }) => word).join(' ')))
  );
}
