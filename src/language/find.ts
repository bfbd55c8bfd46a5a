/** Finds every date of a text and reads each. */
import { isDated, type ReadResult } from '../domain/reading.js';
import { timesApart } from './apart.js';
import { withApproximation } from './approximation.js';
import { scoreDate, type CueKind } from './scoring.js';
import { Clauses, spanOf } from './clause.js';
import { isNewLength, readExtension } from './extension.js';
import { countStarts } from './count-start.js';
import { lexiconOf, orderOf } from './lexicon/choose.js';
import { phrasesOf } from './phrase-builder.js';
import type { Phrase } from './phrase.js';
import { normalize, type NormalizedText } from './normalized-text.js';
import type { ReadingContext, ReadInput } from './read-input.js';
import { isFar, resultWith } from './phrase-result.js';
import { faultless, readingsOf } from './read-phrase.js';
import { scan } from './scan.js';
import { ambiguous } from './resolve-reading.js';
import type { Steps } from './steps.js';
import { isPastEvent } from './tense/past-event.js';
import { DAY } from '../domain/durations.js';

/** A date found in a text. */
export interface DeadlineCandidate {
  /** Offsets in the text, UTF-16 units, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** The words of the span. */
  readonly words: string;
  readonly result: Exclude<ReadResult, { kind: 'not-a-deadline' }>;
  /** The reasons for it. */
  readonly reasons: readonly CueKind[];
  readonly score: number;
}

export interface FoundDeadlines {
  /** In the order of the text. */
  readonly candidates: readonly DeadlineCandidate[];
  /** Why other dates of the text are none. */
  readonly refused: readonly ReadResult[];
  /** Those of them that are meant as dates and can't be read, and the reasons for each being the deadline. */
  readonly faulty: readonly { readonly result: ReadResult; readonly score: number }[];
}

/** A date that scores this much more than another is the deadline, and nobody is asked. */
export const CLEARLY = 2;

/** A text with more dates than that is a calendar, and no sentence is found in it. */
const MAX_PHRASES = 50;
/** Longer than a phrase that somebody types as a deadline. */
const MAX_PHRASE_WORDS = 8;
/** A phrase that says when by itself: not a bare number, and not only a part of a day. */
const namesTime = (
  { days, count, time, instant, zone, part, base, fault, start, end }: Phrase,
  { words }: NormalizedText,
): boolean => {
  if (days.length > 0 || count !== null || instant !== null || base !== null || fault !== null) return true;
  // "At 4", "by 5": a time where it is all that was said.
  const alone = end === words.length && words.slice(0, start).every(({ word }) => word === 'at');
  if (time !== null) return !time.weak || zone !== null || part !== null || alone;
  return part?.today === true;
};

function scorePhrase(phrase: Phrase, { text, normalized, clauses, steps }: ReadInput) {
  const start = normalized.words[phrase.start]?.start ?? 0;
  const end = normalized.words[phrase.end - 1]?.end ?? text.length;
  // "Within 48 hours" limits as "by Friday" does.
  const limits = phrase.limits || phrase.count?.count.open === true;
  steps.take(end - start);
  return { start, end, limits, ...scoreDate(clauses, [start, end], limits, normalized.language) };
}

function candidate(result: ReadResult, phrase: Phrase, input: ReadInput): DeadlineCandidate | null {
  if (result.kind === 'not-a-deadline') return null;
  const { text, normalized } = input;
  const { start, end, limits, reasons, score } = scorePhrase(phrase, input);
  const readings = readingsOf(result);
  const far = !limits && isFar(result, phrase, input);
  // "On February 24 the war began": nothing in the sentence favours the next one.
  const unlikely = far && score <= 0 && normalized.words.length > MAX_PHRASE_WORDS;
  const kept = unlikely ? ambiguous(readings, { kind: 'far-date' }) : result;
  return { start, end, words: text.slice(start, end), result: kept, reasons, score: score - (far ? 2 : 0) };
}

const phrasesIn = (normalized: NormalizedText, steps: Steps): readonly Phrase[] =>
  scan(normalized, steps)
    .flatMap((run) => phrasesOf(run, steps))
    .filter((phrase) => namesTime(phrase, normalized))
    .slice(0, MAX_PHRASES);

function inputOf(text: string, words: string, context: ReadingContext, steps: Steps): ReadInput {
  const lexicon = lexiconOf(text, context.locale);
  const normalized = normalize(text, lexicon, steps);
  return {
    text,
    words,
    normalized,
    clauses: new Clauses(text),
    context,
    order: orderOf(lexicon, context.locale),
    steps,
  };
}

/** "Due on Friday but postponed by 30 days", in all languages: what was due before it is what is put off. */
const PUT_OFF =
  /^,? (?:wurden?|ist|sind) (?:aber|jedoch|dann|nun|später) (?:um )?$|^,? (?:(?:but|and|aber|und|doch|mais|et|pero|y|але|та|і|но|и) )(?:[\p{L}'’]+ ){0,4}?(?:postponed|delayed|extended|deferred|pushed back|put (?:off|back)|moved|brought forward|(?:um .*)?(?:verschoben|verlängert|aufgeschoben)|(?:report|repouss|prolong|décal)ée?s?|(?:aplaz|prorrog|pospuest|retras|ampli)[ao]?(?:d[oa])?s?|(?:перен[еёі]с|відкла|продовж|отлож|продл)\p{L}*|um)(?!\p{L})/iu;

/**
 * An extension of a date that stands before it in its sentence: "extended the April 5 deadline by 75 days". Null for all
 * else, and where another deadline is known to be in force.
 */
function movedFromNamed(
  last: DeadlineCandidate | undefined,
  phrase: Phrase,
  input: ReadInput,
): ReadResult | null {
  const { text, normalized, context } = input;
  if (last?.result.kind !== 'read' || !isDated(last.result.reading)) return null;
  const between = text.slice(last.end, normalized.words[phrase.start]?.start);
  if (last.reasons.includes('by') && !PUT_OFF.test(between)) return null;
  const named = last.result.reading;
  if (/[;!?\n]|\.\s/.test(between) || (context.inForce ?? named).latest !== named.latest) return null;
  const moved = readExtension(phrase, { ...input, context: { ...context, inForce: named } });
  return moved?.kind === 'read' ? withApproximation(moved, phrase, input) : null;
}

const isWeekday = ({ days, time, count }: Phrase): boolean =>
  days.length > 0 &&
  days.every(({ of }) => of === 'weekday' || of === 'day') &&
  time === null &&
  count === null;

/** Where a text names the weekdays on which something was said or done: UTF-16 units, `end` exclusive, in its order. */
export function reportedDays(
  text: string,
  context: ReadingContext,
  steps: Steps,
): readonly (readonly [start: number, end: number])[] {
  const input = inputOf(text, text, context, steps);
  return phrasesIn(input.normalized, steps).flatMap((phrase) => {
    const span = spanOf(phrase, input.normalized);
    return span !== null && isWeekday(phrase) && !phrase.limits && isPastEvent(phrase, input) ? [span] : [];
  });
}

/** "Within 14 months; reported as 1 May": another's reckoning of the date before it, which is as likely. */
const RESTATED = /^[\s,;:(–—-]*(?:(?:and|but) )?(?:reported|given|described|quoted|recorded) (?:as|to be) $/i;

/** "By mid-August, i.e. the 15th": the same date again, more exactly. */
const NARROWED =
  /^[\s,;:(–—-]*(?:i\.\s?e\.|ie|that is(?: to say)?|namely|specifically|to be precise|d\.\s?h\.|das heißt|genauer|c['’]est-à-dire|es decir|тобто|то есть),? $/i;

/** "50 days in July; now it is 10 days", in all languages: what holds now, where the date before it did. */
const NOW_INSTEAD =
  /[;,.—–-] ?(?:(?:but|and|aber|und|mais|et|pero|y|але|а|но) )?(?:(?:it|that|they|he|she|this|the (?:deadline|offer)|es|sie|er|c'est|il|elle|ils|es|son|тепер|теперь) ){0,2}(?:(?:is|has|have|are|stands|sind|hat|haben) )?(?:now|jetzt|nun|maintenant|désormais|ahora|тепер|зараз|теперь|сейчас)(?!\p{L})[^.;!?]{0,40}$/iu;

const MONTH_MS = 31 * DAY;

/** The input as of a month before the date that `phrase` says again more exactly: "mid-October, namely the 15th". */
function inMonthOf(last: DeadlineCandidate | undefined, phrase: Phrase, input: ReadInput): ReadInput {
  if (last?.result.kind !== 'read') return input;
  const { text, normalized, context } = input;
  const between = text.slice(last.end, normalized.words[phrase.start]?.start);
  // "By mid-September, the 15th".
  const dayOf =
    /^, $/.test(between) && phrase.days.every(({ of }) => of === 'ordinal') && phrase.days.length === 1;
  const inDays = last.result.reading.precision === 'window';
  if (!NARROWED.test(between) && !(dayOf && inDays)) return input;
  const at = Math.max(context.at, (last.result.reading.latest ?? 0) - MONTH_MS);
  return { ...input, context: { ...context, at } };
}

/** "By the middle of the month, August 15": a day beside the window that it lies in. */
function isWithin({ result }: DeadlineCandidate, last: DeadlineCandidate, between: string): boolean {
  if (!/^,(?: (?:on|the))* $/.test(between) || result.kind !== 'read' || last.result.kind !== 'read')
    return false;
  const [day, days] = [result.reading, last.result.reading];
  if (!isDated(day) || !isDated(days) || day.precision !== 'day' || days.precision !== 'window') return false;
  return (days.earliest ?? 0) <= (day.earliest ?? 0) && day.latest <= days.latest;
}

function asLikely(
  found: DeadlineCandidate,
  last: DeadlineCandidate | undefined,
  phrase: Phrase,
  input: ReadInput,
): DeadlineCandidate {
  if (last === undefined) return found;
  const { text } = input;
  // "Gave them a week, then cut it to three days".
  if (isNewLength(phrase, input)) return { ...found, score: Math.max(found.score, last.score + CLEARLY) };
  const between = text.slice(last.end, found.start);
  const instead = NARROWED.test(between) || NOW_INSTEAD.test(between) || isWithin(found, last, between);
  if (instead) return { ...found, score: Math.max(found.score, last.score + CLEARLY) };
  if (!RESTATED.test(between)) return found;
  return { ...found, score: Math.max(found.score, last.score) };
}

/** Every date of a text, and every time expression in it that is none. Linear in the length of the text. */
export function find(text: string, words: string, context: ReadingContext, steps: Steps): FoundDeadlines {
  const input = inputOf(text, words, context, steps);
  const { normalized } = input;
  const candidates: DeadlineCandidate[] = [];
  const refused: ReadResult[] = [];
  const faulty: { result: ReadResult; score: number }[] = [];
  const phrases = phrasesIn(normalized, steps);
  const starts = countStarts(phrases, input);
  const apart = timesApart(phrases, input);
  const consumed = new Set([
    ...[...starts.values()].map(({ start }) => start),
    ...[...apart.values()].flatMap(({ day, consumed: whole }) => (whole ? [day] : [])),
  ]);
  for (const phrase of phrases) {
    if (consumed.has(phrase)) continue;
    const moved = movedFromNamed(candidates.at(-1), phrase, input);
    if (moved !== null) candidates.pop();
    const read =
      moved === null
        ? resultWith(
            phrase,
            starts.get(phrase),
            apart.get(phrase),
            inMonthOf(candidates.at(-1), phrase, input),
          )
        : faultless(moved);
    if (read === null) continue;
    const { result } = read;
    const found = candidate(result, phrase, input);
    if (found !== null) candidates.push(asLikely(found, candidates.at(-1), phrase, input));
    else refused.push(result);
    if (read.faulty) faulty.push({ result, score: scorePhrase(phrase, input).score });
  }
  return { candidates, refused, faulty };
}
