/** What stands right behind a date or a time and can't be read as a part of it. */
import { fault, type Atom, type Meaning } from './atom.js';
import type { NormalizedText } from './normalized-text.js';
import { NO_OFFSET, NO_ZONE } from './rules/zones.js';
import { findZone } from './zones.js';

const NUMBER = /^\d+(?:\.\d+)?(?:th)?$/;
/** May stand between a date and a number that was meant to belong to it. */
const JOINT = /^(?:[,/:(-]|of|in|to|or|ad|year|st|nd|rd|th)$/;
/** What follows a number that belongs to the date before it; what counts something is followed by its name. */
const AFTER_NUMBER = /^(?:|[.,;:!?)(/-]|at|on|by|before|until|from|noon|midnight|\d.*)$/;
/** Behind a number of four digits these show that it was a year: "on 3 September 1783 the treaty". */
const AFTER_YEAR =
  /^(?:the|an?|this|that|it|he|she|they|we|you|i|is|was|were|will|must|and|or|if|unless|with|as|in)$/;
const YEAR = /\b(?:19|20|21)\d{2}\b/;

const wrongYear = fault((given) => ({ kind: 'year-out-of-range', given }));
const strayNumber = fault((given) => ({ kind: 'stray-number', given }));

const wordAt = ({ words }: NormalizedText, index: number) => words[index]?.word ?? '';

/** A number right behind a date that is no part of it: a year with a digit too many, or one that is out of range. */
function numberBehind(normalized: NormalizedText, position: number, date: Atom): Meaning | null {
  const word = wordAt(normalized, position);
  if (!NUMBER.test(word)) return null;
  const next = wordAt(normalized, position + 1);
  const dated = YEAR.test(
    normalized.words
      .slice(date.start, date.end)
      .map((dateWord) => dateWord.word)
      .join(' '),
  );
  const meant = AFTER_NUMBER.test(next) || (/^\d{4}$/.test(word) && !dated && AFTER_YEAR.test(next));
  if (!meant) return null;
  // "Pay by 5 March 2026. 2. Leave": the number of what comes next.
  const listed =
    date.kind === 'days' &&
    date.of !== 'ordinal' &&
    /^\d{1,2}$/.test(word) &&
    /^[.)]$/.test(next) &&
    position + 2 < normalized.words.length;
  if (listed) return null;
  return dated || /^\d{1,2}(?:th)?$/.test(word) ? strayNumber : wrongYear;
}

/** Reads like a zone: "XYZT", "NPT"; of words in capitals throughout only what ends as most zones do. */
const ABBREVIATION = /^\p{Lu}{2,5}$/u;
const SHOUTED_ZONE = /^\p{Lu}{2,4}T$/u;
const SPOKEN_ZONE = /^\p{Ll}{2,3}t$/u;
/** What may follow a zone, where none of it is a noun that the word could belong to. */
const AFTER_ZONE =
  /^(?:|[.,;:!?)]|time|on|at|by|today|tomorrow|tonight|this|next|or|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/;
/** A sentence may go on with any word. */
const MOST_WORDS = 8;

/** What stands in the place of a zone, and how many words from `position` on it is and takes. */
interface ZoneMatch {
  readonly start: number;
  readonly end: number;
  readonly meaning: Meaning;
}

/** "Mars/Phobos", "europe/kyiv": two words with a stroke between them. */
function pathAt({ words, written }: NormalizedText, start: number): ZoneMatch | null {
  const [area, slash, city] = words.slice(start, start + 3);
  if (area === undefined || city === undefined || slash?.word !== '/') return null;
  if (!/^\p{L}+$/u.test(area.word) || !/^\p{L}/u.test(city.word)) return null;
  const name = written.slice(area.start, city.end);
  const zone = findZone(name);
  return { start, end: start + 3, meaning: zone === null ? NO_ZONE : { kind: 'zone', zone, name } };
}

/** What stands behind a time where its zone does, and is none that is known. */
function zoneAt(normalized: NormalizedText, position: number): ZoneMatch | null {
  const start = wordAt(normalized, position) === '(' ? position + 1 : position;
  const word = normalized.words[start];
  if (word !== undefined && /^[a-z]+\/[a-z]/.test(word.word))
    return { start, end: start + 1, meaning: NO_ZONE };
  if (word === undefined || word.known) return null;
  const path = pathAt(normalized, start);
  if (path !== null) return path;
  const capital = /^\p{Lu}/u.test(normalized.written.slice(word.start, word.start + 2));
  const clock = capital
    ? [1, 2, 3].find((length) => wordAt(normalized, start + length) === 'time')
    : undefined;
  if (clock !== undefined && isNamed(normalized, start, clock))
    return { start, end: start + clock + 1, meaning: NO_ZONE };
  return isAbbreviation(normalized, start) ? { start, end: start + 1, meaning: NO_ZONE } : null;
}

/** "Ruritanian Standard Time": each word of the name has a capital. */
const isNamed = ({ words, written }: NormalizedText, start: number, length: number): boolean =>
  words
    .slice(start, start + length)
    .every((word) => /^\p{Lu}/u.test(written.slice(word.start, word.start + 2)));

function isAbbreviation(normalized: NormalizedText, index: number): boolean {
  const { words, written } = normalized;
  const { start = 0, end = 0 } = words[index] ?? {};
  const name = written.slice(start, end);
  const next = wordAt(normalized, index + 1);
  if (!AFTER_ZONE.test(next)) return false;
  if (words.length <= MOST_WORDS && next === '' && SPOKEN_ZONE.test(name)) return true;
  const shouted = !/\p{Ll}/u.test(written.slice(Math.max(0, start - 60), end + 60));
  return (shouted ? SHOUTED_ZONE : ABBREVIATION).test(name);
}

/** "5 pm, NPT": behind a comma only what ends as most zones do. */
function zoneBehindComma(normalized: NormalizedText, position: number): ZoneMatch | null {
  const { start = 0, end = 0, known = true } = normalized.words[position] ?? {};
  const like = !known && SHOUTED_ZONE.test(normalized.written.slice(start, end));
  return like && isAbbreviation(normalized, position)
    ? { start: position, end: position + 1, meaning: NO_ZONE }
    : null;
}

/** "5 pm Friday ET", "5 pm Friday +03:00": the zone of a time that stands behind its day. */
function zoneBehindDay(normalized: NormalizedText, position: number): ZoneMatch | null {
  const { start = 0, end = 0 } = normalized.words[position] ?? {};
  const name = normalized.written.slice(start, end);
  const next = wordAt(normalized, position + 1);
  if (/^(?:utc|gmt|z)$/i.test(name) && next === '+')
    return { start: position, end: position + 3, meaning: NO_OFFSET };
  const offset = /^[+-]\d/.test(name);
  const short = /^\p{Lu}{2,5}$/u.test(name) && /^[.,;:!?()/]?$/.test(next);
  const zone = offset || short ? findZone(name) : null;
  if (zone !== null) return { start: position, end: position + 1, meaning: { kind: 'zone', zone, name } };
  return offset ? { start: position, end: position + 1, meaning: NO_OFFSET } : zoneAt(normalized, position);
}

/** What belongs to the parts before it and can't be read; null where nothing is left over. */
export function leftover(normalized: NormalizedText, position: number, atoms: readonly Atom[]): Atom | null {
  const before = atoms.at(-1);
  if (before === undefined) return null;
  const gap = position - before.end;
  if (before.kind === 'time' && gap === 0) return placed(zoneAt(normalized, position));
  if (before.kind === 'time' && gap === 1 && wordAt(normalized, before.end) === ',')
    return placed(zoneBehindComma(normalized, position));
  if (before.kind !== 'days') return null;
  if (gap === 0 && atoms.at(-2)?.kind === 'time') {
    const zone = zoneBehindDay(normalized, position);
    if (zone !== null) return placed(zone);
  }
  if (gap > 1 || (gap === 1 && !isJoint(normalized, before.end))) return null;
  const meaning = numberBehind(normalized, position, before);
  return meaning === null ? null : { ...meaning, start: position, end: position + 1 };
}

/** A dot belongs to a number that it touches. */
function isJoint({ words }: NormalizedText, index: number): boolean {
  const [joint, number] = [words[index], words[index + 1]];
  return JOINT.test(joint?.word ?? '') || (joint?.word === '.' && joint.end === number?.start);
}

const placed = (zone: ZoneMatch | null): Atom | null =>
  zone === null ? null : { ...zone.meaning, start: zone.start, end: zone.end };
