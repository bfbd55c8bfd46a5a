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
}

/** `monday mon`: every name of one thing, separated by spaces, led to the canonical one. */
export function named(names: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([canonical, all]) =>
      all.split(' ').map((name) => [name.replaceAll('_', ' '), canonical]),
    ),
  );
}

/** `one two three` counted up from `first`, in steps of `step`. */
export function counted(all: string, first: number, step = 1, suffix = ''): [string, string][] {
  return all.split(' ').map((name, index) => [name, `${first + index * step}${suffix}`]);
}

/** Names of holidays, several of one separated by `|`, led to the word the rules know it by. */
export function holidays(names: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(names).flatMap(([name, all]) => all.split('|').map((one) => [one, `holiday:${name}`])),
  );
}
