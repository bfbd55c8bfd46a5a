/** Patterns over the words of a clause in which the date stands as `§`. */

export interface TenseWords {
  /** Words that begin another clause. */
  readonly links: RegExp;
  /** A deadline that is over: "expired", "lapsed". */
  readonly ended: RegExp;
  /** What is to come, or is set for a day to come. */
  readonly ahead: RegExp;
  readonly past: RegExp;
  /** What moves a date; the new one stands behind a word of `to`. */
  readonly moved: RegExp;
  /** Leads to a new date, before the date `§` or as its first word. */
  readonly to: RegExp;
  /** A date behind it is a beginning: "since Friday", "from Friday"; null where the language tells them apart. */
  readonly since: RegExp | null;
  /** "Had until Friday, but nobody came": what became of it is told, anywhere in the sentence. */
  readonly unmet: RegExp;
  /** "The strike planned for Monday was called off", in a sentence with the date as `§`. */
  readonly calledOff: RegExp;
  /** What somebody demands or sets, anywhere in the sentence. */
  readonly asks: RegExp;
}

/** Any of some whole words; a name in capitals (`^name`) is none. */
export const anyWord = (...sources: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\d^'])(?:${sources.join('|')})(?![\\p{L}\\d])`, 'u');

/** None of some words, before a pattern that they fit by chance. */
export const except = (words: string): string => `(?!(?:${words.replaceAll(' ', '|')})(?!\\p{L}))`;
