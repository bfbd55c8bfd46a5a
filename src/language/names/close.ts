/** Which names may stand for one issuer or target: "Trump", "Donald J. Trump", "Donald Trmup"; "US", "United States". */
import { foldName } from '../../domain/names.js';
import { editDistance } from './distance.js';
import { bareName, placeNamed, zonesNamed } from './places.js';

/** Words before a name that say what somebody is; what stands before them goes too ("US President"). */
const OFFICES = new Set(
  'president premier minister chancellor secretary senator sen governor gov mr mrs ms dr prime pm ayatollah'.split(
    ' ',
  ),
);
/** "Government of France" is France. */
const HEADS = new Set('government republic state kingdom federation'.split(' '));
/** The office of "US President Donald Trump" is the third word at most. */
const LATEST_OFFICE = 3;

function withoutOffice(words: readonly string[]): readonly string[] {
  const office = words.slice(0, LATEST_OFFICE).findLastIndex((word) => OFFICES.has(word));
  const rest = words.slice(office + 1);
  const bare = rest[0] === 'of' ? rest.slice(1) : rest;
  const named = HEADS.has(bare[0] ?? '') && bare[1] === 'of' ? bare.slice(2) : bare;
  return named.length === 0 ? words : named;
}

/** Longer than any name; what is compared with every name on record is cut there, so that nobody makes it slow. */
const LONGEST_NAME = 200;

/** The words of a name, without an office before it and initials within it. */
function wordsOf(name: string): readonly string[] {
  const words = withoutOffice(bareName(name.slice(0, LONGEST_NAME)).split(' '));
  return words.filter((word, index) => word.length > 1 || index === 0 || index === words.length - 1);
}

/** How two different names may be one: other words for one, a part of it alone, or a slip of the hand. */
type Closeness = 'other-words' | 'part' | 'misspelt';

const initialsOf = (words: readonly string[]) =>
  words
    .filter((word) => !['of', 'the', 'and', 'for'].includes(word))
    .map((word) => word.charAt(0))
    .join('');

const isAcronym = ([short = '', ...none]: readonly string[], long: readonly string[]) =>
  none.length === 0 && long.length > 1 && short.length > 1 && short === initialsOf(long);

/** "Donald John Trump" and "D. Trump" are "Donald Trump": the surname is one, and the first names go together. */
function sharesEnds(a: readonly string[], b: readonly string[]): boolean {
  const [first = '', other = ''] = [a[0], b[0]];
  const initial = first.length === 1 || other.length === 1;
  const together = first === other || (initial && first.charAt(0) === other.charAt(0));
  return a.length > 1 && b.length > 1 && a.at(-1) === b.at(-1) && together;
}

/** "Trump" is a part of "Donald Trump"; a country is no part of another name. */
function isPart([short = '', ...none]: readonly string[], long: readonly string[]): boolean {
  const alone = none.length === 0 && long.length > 1 && short.length > 2;
  return alone && long.includes(short) && placeNamed(short) === null && !/^\d+$/.test(short);
}

/** How many slips a word may have. Short words differ in one letter all the time. */
function slipsAllowed(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  const sameStart = a.charAt(0) === b.charAt(0);
  if (length < 4 || /\d/.test(a + b)) return 0;
  if (length < 6) return sameStart ? 1 : 0;
  return sameStart && a.at(-1) === b.at(-1) ? 2 : 1;
}

function isMisspelt(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  const slips = a.map((word, index) => {
    const other = b[index] ?? '';
    const allowed = slipsAllowed(word, other);
    if (word === other) return 0;
    if (Math.abs(word.length - other.length) > allowed) return Infinity;
    const distance = editDistance(word, other);
    return distance <= allowed ? distance : Infinity;
  });
  return slips.reduce((all, one) => all + one, 0) <= 2;
}

function closenessOf(one: readonly string[], other: readonly string[]): Closeness | null {
  const places = [one, other].map((words) => placeNamed(words.join(' ')));
  if (places[0] !== null && places[1] !== null) return places[0] === places[1] ? 'other-words' : null;
  if (one.join(' ') === other.join(' ') || sharesEnds(one, other)) return 'other-words';
  if (isAcronym(one, other) || isAcronym(other, one)) return 'other-words';
  if (isPart(one, other) || isPart(other, one)) return 'part';
  return isMisspelt(one, other) ? 'misspelt' : null;
}

const RANKS: readonly Closeness[] = ['other-words', 'part', 'misspelt'];

/** A name on record that another may stand for. */
interface CloseName {
  readonly name: string;
  readonly closeness: Closeness;
}

function allClose(name: string, known: readonly string[]): readonly CloseName[] {
  const words = wordsOf(name);
  const found = [...new Set(known)].flatMap((candidate) => {
    const closeness = closenessOf(words, wordsOf(candidate));
    return closeness === null ? [] : [{ name: candidate, closeness }];
  });
  return found.toSorted((a, b) => RANKS.indexOf(a.closeness) - RANKS.indexOf(b.closeness));
}

/** The same name among those on record, case and accents aside. */
function sameIn(name: string, known: readonly string[]): string | undefined {
  const folded = foldName(name.slice(0, LONGEST_NAME));
  return known.find((candidate) => foldName(candidate) === folded);
}

/** The names among `known` that `name` may stand for, the likeliest first; none where it is one of them. */
export function closeNames(name: string, known: readonly string[]): readonly string[] {
  return sameIn(name, known) === undefined ? allClose(name, known).map((close) => close.name) : [];
}

/** The name by which the record knows somebody: "Trump" is "Donald Trump" where only one such name is on record. */
export function knownName(name: string, known: readonly string[]): string {
  const same = sameIn(name, known);
  if (same !== undefined) return same;
  const [whole, other] = allClose(name, known).filter(({ closeness }) => closeness !== 'misspelt');
  return whole === undefined || other !== undefined ? name : whole.name;
}

/** The zones in which an issuer speaks, the likeliest first; none where nothing is known of them. */
export function homeZones(issuer: string): readonly string[] {
  const whole = zonesNamed(bareName(issuer));
  return whole.length > 0 ? whole : zonesNamed(wordsOf(issuer).join(' '));
}
