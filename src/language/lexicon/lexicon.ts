/** What a lexicon holds, and helpers to write one. */
import type { Token } from '../tokens.js';

/**
 * The words of one language, each led back to the one English word the rules know. Several words make one
 * (`new year's eve`), one may make several (`eod`: `end of day`).
 */
export interface Lexicon {
  /** BCP 47 language, without a region. */
  readonly language: string;
  readonly words: Readonly<Record<string, string>>;
  readonly phrases: Readonly<Record<string, string>>;
  /** Number words: a value, and `th` behind it for an ordinal. */
  readonly numbers: ReadonlyMap<string, string>;
  /** Words that tell this language from others. */
  readonly marks: ReadonlySet<string>;
  /** Letters that no other language here has. */
  readonly letters?: RegExp;
  /** The word meant by one that is misspelt. */
  readonly guess?: (word: string) => string | undefined;
  /** What the language writes as one piece and means as several ("jusqu'au"), or the other way round ("8."). */
  readonly rewriteTokens?: (tokens: readonly Token[]) => readonly Token[];
}

/** `freitag/-/s`: a stem and its endings, `-` for none; a word without a slash is itself. */
function forms(name: string): readonly string[] {
  const [stem = '', ...endings] = name.split('/');
  return endings.length === 0 ? [stem] : endings.map((ending) => stem + (ending === '-' ? '' : ending));
}

/** `monday mon`: every name of one thing, separated by spaces, led to the canonical one; `_` is a space in a name. */
export function named(names: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([canonical, all]) =>
      all
        .split(' ')
        .flatMap(forms)
        .map((name) => [name.replaceAll('_', ' '), canonical]),
    ),
  );
}

/** `one two three` counted up from `first`, in steps of `step`. */
export function counted(all: string, first: number, step = 1, suffix = ''): [string, string][] {
  return all
    .split(' ')
    .flatMap((name, index) =>
      forms(name).map((form): [string, string] => [form, `${first + index * step}${suffix}`]),
    );
}

/** Names of holidays, several of one separated by `|`, led to the word the rules know it by. */
export function holidays(names: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, all]) => all.split('|').map((alias) => [alias, `holiday:${name}`])),
  );
}

/** Hours of the clock as they are written and said, each with its figures. */
function hourWords(
  hours: readonly string[],
  numbers: ReadonlyMap<string, string>,
): readonly [string, string][] {
  const said = [...numbers].flatMap(([word, value]): readonly [string, string][] => {
    const hour = value.replace('th', '');
    return hours.includes(hour) ? [[word, hour]] : [];
  });
  return [
    ...hours.flatMap((hour): readonly [string, string][] => [
      [hour, hour],
      [`${hour}th`, hour],
    ]),
    ...said,
  ];
}

const SMALL_HOURS = ['1', '2', '3', '4', '5'];
const LATE_HOURS = ['9', '10', '11'];

/** "2 ночі", "третьої ночі": the small hours, and the late ones. */
export const nights = (
  name: string,
  numbers: ReadonlyMap<string, string> = new Map(),
): Record<string, string> =>
  Object.fromEntries([
    ...hourWords(SMALL_HOURS, numbers).map(([word, hour]) => [`${word} ${name}`, `${hour} am`]),
    ...hourWords(LATE_HOURS, numbers).map(([word, hour]) => [`${word} ${name}`, `${hour} pm`]),
    [`12 ${name}`, 'midnight'],
  ]);

/** "5 утра", "шестой вечера": the half of the day behind a number of hours that needs no other word. */
export function halfDays(
  names: Readonly<Record<string, 'am' | 'pm'>>,
  numbers: ReadonlyMap<string, string>,
): Record<string, string> {
  const hours = hourWords([...SMALL_HOURS, '6', '7', '8', ...LATE_HOURS], numbers);
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, half]) =>
      hours.map(([word, hour]) => [`${word} ${name}`, `${hour} ${half}`]),
    ),
  );
}
