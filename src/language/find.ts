import type { ReadResult, ZoneOrigin } from '../domain/reading.js';
import { anchorAt, type Anchor, type DateOrder } from './anchor.js';
import type { Said } from './build.js';
import { zoneNamed } from './calendar.js';
import { weigh, type Reason } from './scoring.js';
import { askedAbout, eventBehind, isDuration, withDifference } from './ambiguities.js';
import { faultIn, missingDay, unknownZoneIn } from './faults.js';
import { lexiconOf, orderOf } from './lexicon/choose.js';
import { phrasesOf } from './phrase-builder.js';
import type { Phrase } from './phrase.js';
import { plainOf, type Plain } from './normalized-text.js';
import {
  EXTENSION,
  isExtension,
  LOWER_BOUND,
  no,
  PAST,
  REPEATED,
  TOO_FAR,
  unreadable,
  type Undated,
} from './refuse.js';
import { scan } from './scan.js';
import { ask, settle } from './resolve-reading.js';
import type { Steps } from './steps.js';

/** When and where the words were said. */
export interface Saying {
  /** ms UTC. */
  readonly at: number;
  /** Whether the hour of saying is known; else only its day counts, and "within 48 hours" is a day. */
  readonly clock: boolean;
  /** IANA name or a fixed offset. */
  readonly zone: string;
  readonly zoneFrom: ZoneOrigin;
  /** BCP 47, of the member or the server: settles 08/09/2025, and the language where the text does not. */
  readonly locale?: string;
}

/** A date found in a text. */
export interface Candidate {
  /** Offsets in the text, UTF-16 units, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  /** The words of the span. */
  readonly words: string;
  readonly result: Exclude<ReadResult, { kind: 'not-a-deadline' }>;
  /** What speaks for it. */
  readonly reasons: readonly Reason[];
  readonly score: number;
}

export interface Found {
  /** In the order of the text. */
  readonly candidates: readonly Candidate[];
  /** Why other dates of the text are none. */
  readonly refused: readonly ReadResult[];
  /** Those of them that are meant as dates and can't be read, and what speaks for each being the deadline. */
  readonly faulty: readonly { readonly result: ReadResult; readonly score: number }[];
}

const CENTURY_MS = 100 * 366 * 86_400_000;
/** A text with more dates than that is a calendar, and no sentence is found in it. */
const MOST_PHRASES = 50;
/** Longer than a phrase that somebody types as a deadline. */
const SENTENCE = 8;
/** A day without a year that is farther ahead than its last one is behind may be that: "on July 14", said in August. */
const HALF_A_YEAR_MS = 183 * 86_400_000;

/** A phrase that says when by itself: not a bare number, and not only a part of a day. */
const isTelling = (
  { days, count, time, instant, zone, part, base, fault, start, end }: Phrase,
  { words }: Plain,
): boolean => {
  if (days.length > 0 || count !== null || instant !== null || base !== null || fault !== null) return true;
  // "At 4", "by 5": a time where it is all that was said.
  const alone = end === words.length && words.slice(0, start).every(({ word }) => word === 'at');
  if (time !== null) return !time.weak || zone !== null || part !== null || alone;
  return part?.today === true;
};

/** What was over when it was said is no deadline. */
function notPast(result: ReadResult, base: Undated, said: number): ReadResult {
  if (result.kind === 'not-a-deadline') return result;
  const all = result.kind === 'read' ? [result.reading] : result.candidates;
  const left = all.filter(({ latest }) => latest !== null && latest > said);
  const [only, other] = left;
  if (only === undefined) return no(base, PAST);
  if (left.some(({ latest }) => (latest ?? 0) - said > CENTURY_MS)) return no(base, TOO_FAR);
  if (result.kind === 'read') return result;
  return other === undefined ? { kind: 'read', reading: only } : { ...result, candidates: left };
}

/** A text and how it is read. */
interface Text {
  /** As it was written. */
  readonly text: string;
  /** What a reading keeps as the words that were spoken. */
  readonly words: string;
  readonly plain: Plain;
  readonly saying: Saying;
  readonly order: DateOrder;
  readonly steps: Steps;
}

interface Read {
  readonly result: ReadResult;
  /** It was meant as a date, and something in it can't be read. */
  readonly faulty: boolean;
}

const sound = (result: ReadResult): Read => ({ result, faulty: false });

/** What is not read is said, and why. */
function unread(phrase: Phrase, plain: Plain, base: Undated, anchor: Anchor): Read | null {
  const missing = missingDay(phrase, plain, anchor);
  if (missing === null) return null;
  return { result: no(base, unreadable(missing.fault)), faulty: missing.sure };
}

function readPhrase(phrase: Phrase, { words, saying, plain, order, steps }: Text): Read | null {
  const stated = phrase.zone ?? phrase.base?.of.zone ?? null;
  const zone = stated?.zone ?? saying.zone;
  const known = zoneNamed(zone);
  if (known === null) return null;
  const zoneFrom = stated === null ? saying.zoneFrom : 'stated';
  const base: Undated = { words, zone, zoneFrom };
  if (phrase.fault !== null) {
    return { result: no(base, unreadable(faultIn(phrase.fault, plain))), faulty: true };
  }
  if (phrase.past) return sound(no(base, PAST));
  if (phrase.repeated) return sound(no(base, REPEATED));
  if (phrase.lower) return sound(no(base, LOWER_BOUND));
  const said: Said = {
    ...base,
    bound: phrase.bound,
    orSooner: phrase.orSooner,
    assumed: [],
  };
  const anchor = anchorAt(saying.at, known, { clock: saying.clock, order, back: false, steps });
  const result = settle(phrase, said, anchor);
  if (result === null) return unread(phrase, plain, base, anchor);
  const told = stated === null ? result : withDifference(result, stated.name);
  return sound(doubted(notPast(told, base, saying.at), phrase, plain));
}

/** A zone that is not known makes a question of the rest. */
function doubted(result: ReadResult, { unknownZone }: Phrase, plain: Plain): ReadResult {
  if (unknownZone === null || result.kind === 'not-a-deadline') return result;
  const readings = result.kind === 'read' ? [result.reading] : result.candidates;
  return ask(readings, unknownZoneIn(unknownZone, plain));
}

/** A count that adds to an earlier deadline can't be read from these words alone. */
const adds = ({ count, base, days }: Phrase) => count !== null && base === null && days.length === 0;

function weighed(phrase: Phrase, { text, plain, steps }: Text) {
  const start = plain.words[phrase.start]?.start ?? 0;
  const end = plain.words[phrase.end - 1]?.end ?? text.length;
  // "Within 48 hours" limits as "by Friday" does.
  const limits = phrase.limits || phrase.count?.count.open === true;
  steps.take(end - start);
  return { start, end, limits, ...weigh(text, [start, end], limits, plain.language) };
}

function candidate(result: ReadResult, phrase: Phrase, of: Text): Candidate | null {
  if (result.kind === 'not-a-deadline') return null;
  const { text, plain, saying } = of;
  const { start, end, limits, reasons, score } = weighed(phrase, of);
  const readings = result.kind === 'read' ? [result.reading] : result.candidates;
  const [first] = readings;
  const far =
    !limits &&
    phrase.count === null &&
    (first?.latest ?? 0) - saying.at > HALF_A_YEAR_MS &&
    !/\d{4}/.test(text.slice(start, end));
  // "On February 24 the war began": nothing in the sentence speaks for the next one.
  const unlikely = far && score <= 0 && plain.words.length > SENTENCE;
  const kept = unlikely ? ask(readings, { kind: 'far-date' }) : result;
  return { start, end, words: text.slice(start, end), result: kept, reasons, score: score - (far ? 2 : 0) };
}

const phrasesIn = (plain: Plain, steps: Steps): readonly Phrase[] =>
  scan(plain, steps)
    .flatMap((run) => phrasesOf(run, steps))
    .filter((phrase) => isTelling(phrase, plain))
    .slice(0, MOST_PHRASES);

/** Every date of a text, and every time expression in it that is none. Linear in the length of the text. */
export function find(text: string, words: string, saying: Saying, steps: Steps): Found {
  const lexicon = lexiconOf(text, saying.locale);
  const plain = plainOf(text, lexicon, steps);
  const order = orderOf(lexicon, saying.locale);
  const of: Text = { text, words, plain, saying, order, steps };
  const candidates: Candidate[] = [];
  const refused: ReadResult[] = [];
  const faulty: { result: ReadResult; score: number }[] = [];
  const phrases = phrasesIn(plain, steps);
  const extension = phrases.some(adds) && isExtension(text);
  for (const phrase of phrases) {
    if (isDuration(phrase, plain, text)) continue;
    const read =
      extension && adds(phrase)
        ? sound(no({ words, zone: saying.zone, zoneFrom: saying.zoneFrom }, EXTENSION))
        : readPhrase(phrase, of);
    if (read === null) continue;
    const result = askedAbout(read.result, eventBehind(phrase, plain));
    const found = candidate(result, phrase, of);
    if (found !== null) candidates.push(found);
    else refused.push(result);
    if (read.faulty) faulty.push({ result, score: weighed(phrase, of).score });
  }
  return { candidates, refused, faulty };
}
