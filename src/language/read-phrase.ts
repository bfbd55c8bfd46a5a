/** Reads one time expression of a text. */
import type { RecordInstant } from '../domain/instant.js';
import type { Reading, ReadResult } from '../domain/reading.js';
import { DAY } from '../domain/durations.js';
import { withZoneInForce } from './ambiguities.js';
import { anchorAt, type Anchor } from './anchor.js';
import { arePoints, boundKept, boundOf } from './inherited-bound.js';
import type { ReadingFrame } from './build.js';
import { zoneNamed } from './calendar.js';
import { faultIn, missingDay, unknownZoneIn } from './faults.js';
import type { NormalizedText } from './normalized-text.js';
import type { AtomOf, Phrase } from './phrase.js';
import type { ReadInput } from './read-input.js';
import { LOWER_BOUND, PAST, rejected, REPEATED, TOO_FAR, unreadable, type ReadingOrigin } from './refuse.js';
import { ambiguous, resolveReading } from './resolve-reading.js';
import { agreeingClocks } from './two-clocks.js';
import { sharedZones } from './zones.js';

const CENTURY_MS = 100 * 366 * DAY;

/** What was over when it was said is no deadline. */
export function withoutPast(result: ReadResult, base: ReadingOrigin, statedAt: RecordInstant): ReadResult {
  if (result.kind === 'not-a-deadline') return result;
  const all = result.kind === 'read' ? [result.reading] : result.candidates;
  const left = all.filter(({ latest }) => latest !== null && latest > statedAt);
  const [only, other] = left;
  if (only === undefined) return rejected(base, PAST);
  if (left.some(({ latest }) => (latest ?? 0) - statedAt > CENTURY_MS)) return rejected(base, TOO_FAR);
  if (result.kind === 'read') return result;
  return other === undefined ? { kind: 'read', reading: only } : { ...result, candidates: left };
}

export interface PhraseResult {
  readonly result: ReadResult;
  /** It was meant as a date, and something in it can't be read. */
  readonly faulty: boolean;
}

export const faultless = (result: ReadResult): PhraseResult => ({ result, faulty: false });

/** Says which words were not read, and why. */
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

/** The reading of a phrase with the bound its words give it, else with that of the deadline it moves. */
function resolveBounded(
  phrase: Phrase,
  frame: ReadingFrame,
  anchor: Anchor,
  input: ReadInput,
): ReadResult | null {
  const result = resolveReading(phrase, frame, anchor);
  const kept = boundKept(phrase, frame, input);
  return kept !== null && arePoints(result) ? resolveReading(phrase, kept, anchor) : result;
}

/** The phrase with its abbreviation read as one zone. */
const inZone = (phrase: Phrase, stated: AtomOf<'zone'>, zone: string): Phrase => ({
  ...phrase,
  // By its own name, where the abbreviation is mostly that of another zone.
  zone: { ...stated, zone, name: zone === stated.zone ? stated.name : zone },
});

/** What a phrase comes to by itself; null where it names no day. Of an abbreviation of several zones the one that fits is taken, else it is asked. */
export function readPhrase(phrase: Phrase, input: ReadInput): PhraseResult | null {
  const stated = phrase.zone;
  const zones = stated === null ? null : sharedZones(stated.name, input.context.zone);
  if (stated === null || zones === null) return readInZone(phrase, input);
  const [first, ...others] = zones.map((zone) => readInZone(inZone(phrase, stated, zone), input));
  if (first === undefined || first === null || others.length === 0) return first ?? null;
  const readings = [first, ...others].flatMap((read) => readingsOf(read?.result ?? null));
  return readings.length < 2
    ? first
    : faultless(ambiguous(readings, { kind: 'zone-abbreviation', given: stated.name.toUpperCase() }));
}

/** The readings of a result, one or several; none where there is no deadline. */
export const readingsOf = (result: ReadResult | null): readonly Reading[] => {
  if (result === null || result.kind === 'not-a-deadline') return [];
  return result.kind === 'read' ? [result.reading] : result.candidates;
};

function readInZone(phrase: Phrase, input: ReadInput): PhraseResult | null {
  const { words, context, normalized, order, steps } = input;
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
    bound: boundOf(phrase, input),
    orSooner: phrase.orSooner,
    assumed: [],
  };
  const anchor = anchorAt(context.at, known, { clock: context.clock, order, back: false, steps });
  const result = resolveBounded(phrase, frame, anchor, input);
  if (result === null) return missingDayResult(phrase, normalized, base, anchor);
  const told = agreeingClocks(result, phrase, anchor);
  const inForce = stated === null ? told : withZoneInForce(told, stated.name);
  return faultless(withUnknownZone(withoutPast(inForce, base, context.at), phrase, normalized));
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
