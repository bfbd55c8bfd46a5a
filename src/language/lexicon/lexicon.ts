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

/** "2 ночи", "3 uhr nachts": hours of the night, each half of it on its side of midnight. */
export const nights = (name: string): Record<string, string> =>
  Object.fromEntries([
    ...['1', '2', '3', '4', '5'].map((hour) => [`${hour} ${name}`, `${hour} am`]),
    ...['9', '10', '11'].map((hour) => [`${hour} ${name}`, `${hour} pm`]),
    [`12 ${name}`, 'midnight'],
  ]);

/** "5 утра", "9-й вечора": the half of the day behind a number of hours that needs no other word. */
export function halfDays(
  names: Readonly<Record<string, 'am' | 'pm'>>,
  numbers: ReadonlyMap<string, string>,
): Record<string, string> {
  const hours = Array.from({ length: 11 }, (_, index) => String(index + 1));
  const said = [...numbers].flatMap(([word, value]): readonly [string, string][] =>
    hours.includes(value.replace('th', '')) ? [[word, value.replace('th', '')]] : [],
  );
  const written = hours.flatMap((hour): readonly [string, string][] => [
    [hour, hour],
    [`${hour}th`, hour],
  ]);
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, half]) =>
      [...written, ...said].map(([word, hour]) => [`${word} ${name}`, `${hour} ${half}`]),
    ),
  );
}
