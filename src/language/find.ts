/** Finds every date of a text and reads each. */
import type { ReadResult, ZoneOrigin } from '../domain/reading.js';
import { anchorAt, type Anchor, type DateOrder } from './anchor.js';
import type { ReadingFrame } from './build.js';
import { zoneNamed } from './calendar.js';
import { scoreDate, type CueKind } from './scoring.js';
import { withUnknownEvent, eventAfter, isDuration, withZoneInForce } from './ambiguities.js';
import { faultIn, missingDay, unknownZoneIn } from './faults.js';
import { lexiconOf, orderOf } from './lexicon/choose.js';
import { phrasesOf } from './phrase-builder.js';
import type { Phrase } from './phrase.js';
import { normalize, type NormalizedText } from './normalized-text.js';
import {
  EXTENSION,
  isExtension,
  LOWER_BOUND,
  rejected,
  PAST,
  REPEATED,
  TOO_FAR,
  unreadable,
  type ReadingOrigin,
} from './refuse.js';
import { scan } from './scan.js';
import { ambiguous, resolveReading } from './resolve-reading.js';
import type { Steps } from './steps.js';
import { DAY } from '../domain/durations.js';
import type { RecordInstant } from '../domain/instant.js';

/** When and where the words were said. */
export interface ReadingContext {
  /** ms UTC. */
  readonly at: RecordInstant;
  /** Whether the hour of the statement is known; else only its day counts, and "within 48 hours" is a day. */
  readonly clock: boolean;
  /** IANA name or a fixed offset. */
  readonly zone: string;
  readonly zoneFrom: ZoneOrigin;
  /** BCP 47, of the member or the server: settles 08/09/2025, and the language where the text does not. */
  readonly locale?: string;
}

/** A date found in a text. */
export interface DeadlineCandidate {
  /** Offsets in the text, UTF-16 units, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** The words of the span. */
  readonly words: string;
  readonly result: Exclude<ReadResult, { kind: 'not-a-deadline' }>;
  /** What speaks for it. */
  readonly reasons: readonly CueKind[];
  readonly score: number;
}

export interface FoundDeadlines {
  /** In the order of the text. */
  readonly candidates: readonly DeadlineCandidate[];
  /** Why other dates of the text are none. */
  readonly refused: readonly ReadResult[];
  /** Those of them that are meant as dates and can't be read, and what speaks for each being the deadline. */
  readonly faulty: readonly { readonly result: ReadResult; readonly score: number }[];
}

const CENTURY_MS = 100 * 366 * DAY;
/** A text with more dates than that is a calendar, and no sentence is found in it. */
const MAX_PHRASES = 50;
/** Longer than a phrase that somebody types as a deadline. */
const MAX_PHRASE_WORDS = 8;
/** A day without a year that is farther ahead than its last one is behind may be that: "on July 14", said in August. */
const HALF_A_YEAR_MS = 183 * DAY;

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

/** What was over when it was said is no deadline. */
function withoutPast(result: ReadResult, base: ReadingOrigin, statedAt: RecordInstant): ReadResult {
  if (result.kind === 'not-a-deadline') return result;
  const all = result.kind === 'read' ? [result.reading] : result.candidates;
  const left = all.filter(({ latest }) => latest !== null && latest > statedAt);
  const [only, other] = left;
  if (only === undefined) return rejected(base, PAST);
  if (left.some(({ latest }) => (latest ?? 0) - statedAt > CENTURY_MS)) return rejected(base, TOO_FAR);
  if (result.kind === 'read') return result;
  return other === undefined ? { kind: 'read', reading: only } : { ...result, candidates: left };
}

/** A text and how it is read. */
interface ReadInput {
  /** As it was written. */
  readonly text: string;
  /** What a reading keeps as the words that were spoken. */
  readonly words: string;
  readonly normalized: NormalizedText;
  readonly context: ReadingContext;
  readonly order: DateOrder;
  readonly steps: Steps;
}

interface PhraseResult {
  readonly result: ReadResult;
  /** It was meant as a date, and something in it can't be read. */
  readonly faulty: boolean;
}

const faultless = (result: ReadResult): PhraseResult => ({ result, faulty: false });

/** What is not read is said, and why. */
function missingDayResult(
  phrase: Phrase,
  normalized: NormalizedText,
  base: ReadingOrigin,
  anchor: Anchor,
): PhraseResult | null {
  const missing = missingDay(phrase, normalized, anchor);
  if (missing === null) return null;
  return { result: rejected(base, unreadable(missing.fault)), faulty: missing.sure };
}

function readPhrase(
  phrase: Phrase,
  { words, context, normalized, order, steps }: ReadInput,
): PhraseResult | null {
  const stated = phrase.zone ?? phrase.base?.of.zone ?? null;
  const zone = stated?.zone ?? context.zone;
  const known = zoneNamed(zone);
  if (known === null) return null;
  const zoneFrom = stated === null ? context.zoneFrom : 'stated';
  const base: ReadingOrigin = { words, zone, zoneFrom };
  if (phrase.fault !== null) {
    return { result: rejected(base, unreadable(faultIn(phrase.fault, normalized))), faulty: true };
  }
  if (phrase.past) return faultless(rejected(base, PAST));
  if (phrase.repeated) return faultless(rejected(base, REPEATED));
  if (phrase.lower) return faultless(rejected(base, LOWER_BOUND));
  const frame: ReadingFrame = {
    ...base,
    bound: phrase.bound,
    orSooner: phrase.orSooner,
    assumed: [],
  };
  const anchor = anchorAt(context.at, known, { clock: context.clock, order, back: false, steps });
  const result = resolveReading(phrase, frame, anchor);
  if (result === null) return missingDayResult(phrase, normalized, base, anchor);
  const inZone = stated === null ? result : withZoneInForce(result, stated.name);
  return faultless(withUnknownZone(withoutPast(inZone, base, context.at), phrase, normalized));
}

/** A zone that is not known makes a question of the rest. */
function withUnknownZone(
  result: ReadResult,
  { unknownZone }: Phrase,
  normalized: NormalizedText,
): ReadResult {
  if (unknownZone === null || result.kind === 'not-a-deadline') return result;
  const readings = result.kind === 'read' ? [result.reading] : result.candidates;
  return ambiguous(readings, unknownZoneIn(unknownZone, normalized));
}

/** A count that adds to an earlier deadline can't be read from these words alone. */
const isBareCount = ({ count, base, days }: Phrase) => count !== null && base === null && days.length === 0;

function scorePhrase(phrase: Phrase, { text, normalized, steps }: ReadInput) {
  const start = normalized.words[phrase.start]?.start ?? 0;
  const end = normalized.words[phrase.end - 1]?.end ?? text.length;
  // "Within 48 hours" limits as "by Friday" does.
  const limits = phrase.limits || phrase.count?.count.open === true;
  steps.take(end - start);
  return { start, end, limits, ...scoreDate(text, [start, end], limits, normalized.language) };
}

function candidate(result: ReadResult, phrase: Phrase, input: ReadInput): DeadlineCandidate | null {
  if (result.kind === 'not-a-deadline') return null;
  const { text, normalized, context } = input;
  const { start, end, limits, reasons, score } = scorePhrase(phrase, input);
  const readings = result.kind === 'read' ? [result.reading] : result.candidates;
  const [earliest] = readings;
  const far =
    !limits &&
    phrase.count === null &&
    (earliest?.latest ?? 0) - context.at > HALF_A_YEAR_MS &&
    !/\d{4}/.test(text.slice(start, end));
  // "On February 24 the war began": nothing in the sentence speaks for the next one.
  const unlikely = far && score <= 0 && normalized.words.length > MAX_PHRASE_WORDS;
  const kept = unlikely ? ambiguous(readings, { kind: 'far-date' }) : result;
  return { start, end, words: text.slice(start, end), result: kept, reasons, score: score - (far ? 2 : 0) };
}

const phrasesIn = (normalized: NormalizedText, steps: Steps): readonly Phrase[] =>
  scan(normalized, steps)
    .flatMap((run) => phrasesOf(run, steps))
    .filter((phrase) => namesTime(phrase, normalized))
    .slice(0, MAX_PHRASES);

/** Every date of a text, and every time expression in it that is none. Linear in the length of the text. */
export function find(text: string, words: string, context: ReadingContext, steps: Steps): FoundDeadlines {
  const lexicon = lexiconOf(text, context.locale);
  const normalized = normalize(text, lexicon, steps);
  const order = orderOf(lexicon, context.locale);
  const input: ReadInput = { text, words, normalized, context, order, steps };
  const candidates: DeadlineCandidate[] = [];
  const refused: ReadResult[] = [];
  const faulty: { result: ReadResult; score: number }[] = [];
  const phrases = phrasesIn(normalized, steps);
  const extension = phrases.some(isBareCount) && isExtension(text);
  for (const phrase of phrases) {
    if (isDuration(phrase, normalized, text)) continue;
    const read =
      extension && isBareCount(phrase)
        ? faultless(rejected({ words, zone: context.zone, zoneFrom: context.zoneFrom }, EXTENSION))
        : readPhrase(phrase, input);
    if (read === null) continue;
    const result = withUnknownEvent(read.result, eventAfter(phrase, normalized));
    const found = candidate(result, phrase, input);
    if (found !== null) candidates.push(found);
    else refused.push(result);
    if (read.faulty) faulty.push({ result, score: scorePhrase(phrase, input).score });
  }
  return { candidates, refused, faulty };
}
