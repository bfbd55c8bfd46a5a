/** Readings that become questions, and counts that only tell how long something lasts. */
import type { Assumption } from '../domain/reading-facts.js';
import type { Reading, ReadResult } from '../domain/reading.js';
import { zoneNamed } from './calendar.js';
import type { Phrase } from './phrase.js';
import type { NormalizedText } from './normalized-text.js';
import type { Word } from './tokens.js';
import { hoursByTheLetter } from './zones.js';
import { HOUR, MINUTE } from '../domain/durations.js';

/** People write EST in summer too: the time in force in that place is taken, and where it differs that is said. */
export function withZoneInForce(result: ReadResult, name: string): ReadResult {
  const hours = hoursByTheLetter(name);
  if (hours === null || result.kind === 'not-a-deadline') return result;
  const inForceIn = (reading: Reading): Reading => {
    const real = (zoneNamed(reading.zone)?.offset(reading.latest ?? 0) ?? 0) * MINUTE;
    const late = hours * HOUR - real;
    if (late === 0) return reading;
    const inForce: Assumption = {
      kind: 'zone-in-force',
      zone: reading.zone,
      given: name.toUpperCase(),
      byTheLetter: late > 0 ? 'earlier' : 'later',
    };
    return { ...reading, assumed: [...reading.assumed, inForce] };
  };
  return result.kind === 'read'
    ? { kind: 'read', reading: inForceIn(result.reading) }
    : { ...result, candidates: result.candidates.map(inForceIn) };
}

/** "He has been here for two weeks", "the show lasts 90 minutes": how long, and nothing that ends a deadline. */
const LASTED =
  /\b(?:(?:has|have|had) been\b(?! (?:given|granted|told|allowed|offered|handed|ordered|set))[^.;]{0,40}|(?:fought|spent|lived|worked|waited|lasted?s?|took)(?: \w+){0,2})\s*$/i;

/** "He was in office for four years": behind a verb of the past "for" is how long. */
const PAST_VERBS = [
  'was|were|did|ran|went|stood|sat|slept|stayed|kept|been|met|spoke|talked|argued|flew|drove|fought',
  'marched|waited|worked|lived|served|ruled|studied|taught|played',
].join('|');
const PAST_VERB = new RegExp(`\\b(?:${PAST_VERBS})\\b(?! (?:\\w+ed|put|on hold)\\b)[^.;]{0,40}$`, 'i');

/** "A two-hour film": a length in one word belongs to what follows; only to some things it is a limit. */
const COMPOUND = /\w-(?:second|minute|hour|day|week|month|year|decade)$/i;
const TIME_LIMITS = [
  'deadline|limit|window|notice|warning|grace|period|countdown|clock|timeline|timeframe|time|term|mark|cutoff|final',
  'pause|ceasefire|cease|truce|extension|reprieve|stay|suspension|freeze|halt|moratorium|delay|postponement',
  'waiver|exemption|cooling|respite|notification|consultation|review|phase|pullout|withdrawal|plan|offer|option',
  'order|evacuation|chance|opportunity|demand|timetable|schedule|target|mandate',
].join('|');
const TIME_LIMIT = new RegExp(`^(?:${TIME_LIMITS})s?$`);

/** "Three months' experience", "ten years of war", "six months pregnant", "a day late". */
const QUALIFIES_NEXT = /^(?:'|of|pregnant|flat|long|tall|wide|deep|late|early)$/;
/** A single quotation mark that is still open: "'48 hours' to leave" has a mark of the same form behind it. */
const OPEN_QUOTE = /(?:^|[\s(])['‘](?!\s)(?:(?!\p{L}['’]\p{L})[^'‘’]|(?<=\p{L})['’](?=\p{L}))*$/u;

function isCompound({ count }: Phrase, { words, language }: NormalizedText, text: string): boolean {
  if (count === null || language !== 'en') return false;
  const [first, last] = [words[count.start], words[count.end - 1]];
  const behind = words.slice(count.end, count.end + 3);
  const [next] = behind;
  if (first === undefined || last === undefined || next === undefined) return false;
  if (behind.some(({ word }) => TIME_LIMIT.test(word))) return false;
  const hyphened = /^\p{L}/u.test(next.word) && COMPOUND.test(text.slice(first.start, last.end));
  const counted = !/^(?:in|within)$/.test(first.word);
  if (next.word === "'" && OPEN_QUOTE.test(text.slice(0, first.start).slice(-80))) return false;
  return (
    hyphened ||
    (counted && (QUALIFIES_NEXT.test(next.word) || isTitle(text.slice(first.start, next.end), next)))
  );
}

/** "The Seven Years War": a name, in capitals and with a word that is none of time. */
const isTitle = (written: string, next: Word): boolean =>
  !next.known && /^(?:[Tt]he )?\p{Lu}\p{L}+[ -]\p{Lu}\p{L}+ \p{Lu}\p{Ll}+$/u.test(written);

/** Whether a count only tells how long something was or is. */
export function isDuration(phrase: Phrase, normalized: NormalizedText, text: string): boolean {
  const { count, base, limits } = phrase;
  if (count === null || base !== null || limits || count.count.open) return false;
  const before = text.slice(0, normalized.words[phrase.start]?.start).slice(-80);
  const over = normalized.language === 'en' && count.lasting && PAST_VERB.test(before);
  return over || LASTED.test(before) || isCompound(phrase, normalized, text);
}
