import { ENGLISH } from '../../src/language/lexicon/english.js';
import { FRENCH } from '../../src/language/lexicon/french.js';
import { GERMAN } from '../../src/language/lexicon/german.js';
import type { Lexicon } from '../../src/language/lexicon/lexicon.js';
import { RUSSIAN } from '../../src/language/lexicon/russian.js';
import { SPANISH } from '../../src/language/lexicon/spanish.js';
import { UKRAINIAN } from '../../src/language/lexicon/ukrainian.js';
import type { Rule } from '../../src/language/atom.js';
import { COUNTS } from '../../src/language/rules/counts.js';
import { DATES } from '../../src/language/rules/dates.js';
import { HOLIDAYS } from '../../src/language/rules/holidays.js';
import { HOURS } from '../../src/language/rules/hours.js';
import { MARKS } from '../../src/language/rules/prepositions.js';
import { PERIODS } from '../../src/language/rules/periods.js';
import { STAMPS } from '../../src/language/rules/stamps.js';
import { TIMES } from '../../src/language/rules/times.js';
import { WEEKDAYS } from '../../src/language/rules/weekdays.js';
import { ZONES } from '../../src/language/rules/zones.js';
import { normalize } from '../../src/language/normalized-text.js';
import { scan } from '../../src/language/scan.js';
import { stepsFor } from '../../src/language/steps.js';
import { samplesOf } from '../support/regex-samples.js';

/** The vocabulary of the reader as the reader itself has it: nothing here is written down a second time. */

const LEXICONS: readonly Lexicon[] = [ENGLISH, GERMAN, FRENCH, SPANISH, RUSSIAN, UKRAINIAN];

export const RULES: readonly Rule[] = [
  ...COUNTS,
  ...DATES,
  ...HOLIDAYS,
  ...HOURS,
  ...MARKS,
  ...PERIODS,
  ...STAMPS,
  ...TIMES,
  ...WEEKDAYS,
  ...ZONES,
];

/** What people write for the words of the rules. */
function surface({ words, phrases, numbers }: Lexicon): ReadonlyMap<string, string> {
  const named = [...numbers, ...Object.entries(phrases), ...Object.entries(words)];
  return new Map(
    named
      .filter(([, word]) => word !== '' && !word.startsWith('_'))
      .map(([name, word]): [string, string] => [word, name]),
  );
}

const SURFACES = LEXICONS.map(surface);

const written = (sample: string, names: ReadonlyMap<string, string>): string =>
  sample
    .split(' ')
    .map((word) => {
      const asked = word.startsWith('holiday:') ? 'holiday:easter' : word;
      return /^\d+$/.test(word) ? word : (names.get(asked) ?? word);
    })
    .join(' ');

/** Every beginning of a sample, word by word. */
const beginnings = (sample: string): readonly string[] => {
  const words = sample.split(' ');
  return words.map((_, index) => words.slice(0, index + 1).join(' '));
};

const distinct = (all: readonly string[]): readonly string[] => [...new Set(all)].filter((one) => one !== '');

/** Names that every rule knows by the same word: a month or a weekday takes the steps of any other. "May" and "Sat" are words too. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/\b(?:february|april|june|july|august|september|october|november|december)\b/g, 'january'],
  [/\b(?:tues|wednes|thurs|fri)day\b/g, 'monday'],
  [/\b(?:20|21)11\b/g, '1911'],
];
const oneOfAlike = (sample: string): string =>
  ALIKE.reduce((text, [names, name]) => text.replaceAll(names, name), sample);

/** The beginnings of what a rule can match, in the words of English: one for each word that can stand at each place. */
export function prefixesOf({ pattern }: Rule): readonly string[] {
  const all = samplesOf(pattern).flatMap((sample) =>
    beginnings(written(oneOfAlike(sample), SURFACES[0] ?? new Map())),
  );
  const lastWords = all.toReversed().map((beginning): [string, string] => {
    const words = beginning.split(' ');
    return [`${words.length} ${words.at(-1) ?? ''}`, beginning];
  });
  return distinct([...new Map(lastWords).values()]);
}

/** One whole match of each rule in each language, as far as the language has words for it. */
export const wholes: readonly string[] = distinct(
  RULES.flatMap(({ pattern }) => {
    const samples = samplesOf(pattern);
    const longest = samples.reduce((a, b) => (b.length > a.length ? b : a), '');
    return SURFACES.map((names) => written(longest, names));
  }),
);

/** One whole match of each rule, in English. */
export const englishWholes: readonly string[] = distinct(
  RULES.map(({ pattern }) => {
    const longest = samplesOf(pattern).reduce((a, b) => (b.length > a.length ? b : a), '');
    return written(longest, SURFACES[0] ?? new Map());
  }),
);

const partsOf = (text: string): string => {
  const steps = stepsFor(text);
  const atoms = scan(normalize(text, ENGLISH, steps), steps).flatMap((run) => run.atoms);
  return atoms
    .map((atom) => [atom.kind, 'of' in atom && atom.of, 'mark' in atom && atom.mark].join())
    .join(' ');
};

/** The first of the whole matches for each sequence of parts: behind a rule only those of what follows matter. */
export const englishKinds: readonly string[] = [
  ...new Map(englishWholes.toReversed().map((whole) => [partsOf(whole), whole])).values(),
];

/** The shortest of the words that mean the same. */
function shortest(names: Readonly<Record<string, string>>): readonly string[] {
  const sorted = Object.entries(names).toSorted(([a], [b]) => b.length - a.length);
  return [...new Map(sorted.map(([name, meaning]) => [meaning, name])).values()];
}

/**
 * For each thing that a lexicon knows, its shortest word, which fits most often into a text: once a word is looked up the
 * rules see only its meaning, so that all others of the same meaning take the same steps.
 */
export const representatives: readonly string[] = distinct(
  LEXICONS.flatMap(({ words, phrases, numbers }) => [
    ...shortest(words),
    ...shortest(phrases),
    ...shortest(Object.fromEntries(numbers)),
  ]),
);

/** Everything that the lexicons know by name. */
export const vocabulary: readonly string[] = distinct(
  LEXICONS.flatMap(({ words, phrases, numbers }) => [
    ...Object.keys(words),
    ...Object.keys(phrases),
    ...numbers.keys(),
  ]),
);
