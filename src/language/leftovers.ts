import { fault, type Atom, type Meaning } from './atom.js';
import type { Plain } from './plain.js';
import { findZone } from './zones.js';

const NUMBER = /^\d+(?:\.\d+)?(?:th)?$/;
/** May stand between a date and a number that was meant to belong to it. */
const JOINT = /^[,/:-]$/;
/** What follows a number that belongs to the date before it; what counts something is followed by its name. */
const AFTER_NUMBER = /^(?:|[.,;:!?)(/-]|at|on|by|before|until|from|noon|midnight|\d.*)$/;
/** Behind a number of four digits these show that it was a year: "on 3 September 1783 the treaty". */
const AFTER_YEAR =
  /^(?:the|an?|this|that|it|he|she|they|we|you|i|is|was|were|will|must|and|or|if|unless|with|as|in)$/;
const YEAR = /\b(?:19|20|21)\d{2}\b/;

const wrongYear = fault(
  (written) => `"${written}" is not a year that can be read. Give four digits, from 1900 to 2199.`,
);
const strayNumber = fault(
  (written) => `The number "${written}" behind the date can't be read. Give the day, the month and the year alone.`,
);

const wordAt = ({ words }: Plain, index: number) => words[index]?.word ?? '';

/** A number right behind a date that is no part of it: a year with a digit too many, or one that is out of range. */
function numberBehind(plain: Plain, position: number, date: Atom): Meaning | null {
  const word = wordAt(plain, position);
  if (!NUMBER.test(word)) return null;
  const next = wordAt(plain, position + 1);
  const dated = YEAR.test(plain.words.slice(date.start, date.end).map((one) => one.word).join(' '));
  const meant = AFTER_NUMBER.test(next) || (/^\d{4}$/.test(word) && !dated && AFTER_YEAR.test(next));
  if (!meant) return null;
  // "Pay by 5 March 2026. 2. Leave": the number of what comes next.
  const listed = /^\d{1,2}$/.test(word) && /^[.)]$/.test(next) && position + 2 < plain.words.length;
  if (listed) return null;
  return dated ? strayNumber : wrongYear;
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

const unknownZone = fault(
  (written) =>
    `"${written}" is not a time zone that is known here. Name a city or a zone such as Europe/Kyiv.`,
  true,
);

/** What stands where the zone of a time does, and is none that is known. */
function zoneAt(
  plain: Plain,
  position: number,
): { readonly length: number; readonly meaning: Meaning } | null {
  const { words, written } = plain;
  const start = wordAt(plain, position) === '(' ? position + 1 : position;
  const word = words[start];
  if (word === undefined || word.known) return null;
  const [slash, city] = [wordAt(plain, start + 1), words[start + 2]];
  if (slash === '/' && city !== undefined && /^\p{L}+$/u.test(word.word) && /^\p{L}/u.test(city.word)) {
    const zone = findZone(written.slice(word.start, city.end));
    const meaning: Meaning =
      zone === null ? unknownZone : { kind: 'zone', zone, name: written.slice(word.start, city.end) };
    return { length: start - position + 3, meaning };
  }
  const name = written.slice(word.start, word.end);
  const next = wordAt(plain, start + 1);
  if (next === 'time' && /^\p{Lu}/u.test(name)) return { length: start - position + 2, meaning: unknownZone };
  if (!AFTER_ZONE.test(next)) return null;
  const shouted = !/\p{Ll}/u.test(written.slice(Math.max(0, word.start - 60), word.end + 60));
  const alone = words.length <= MOST_WORDS && next === '' && SPOKEN_ZONE.test(name);
  return alone || (shouted ? SHOUTED_ZONE : ABBREVIATION).test(name)
    ? { length: start - position + 1, meaning: unknownZone }
    : null;
}

/** What belongs to the part before it and can't be read; null where nothing is left over. */
export function leftover(plain: Plain, position: number, before: Atom | undefined): Atom | null {
  if (before === undefined) return null;
  const gap = position - before.end;
  if (before.kind === 'days' && (gap === 0 || (gap === 1 && JOINT.test(wordAt(plain, before.end))))) {
    const meaning = numberBehind(plain, position, before);
    return meaning === null ? null : { ...meaning, start: position, end: position + 1 };
  }
  if (before.kind !== 'time' || gap !== 0) return null;
  const found = zoneAt(plain, position);
  return found === null ? null : { ...found.meaning, start: position, end: position + found.length };
}
