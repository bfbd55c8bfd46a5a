/** Puts sources of regular expressions together from named parts. */

/** The alternatives, without a group around them. */
export const either = (...sources: readonly string[]): string => sources.join('|');

/** One of the alternatives, in a group of its own that captures nothing. */
export const anyOf = (...sources: readonly string[]): string => `(?:${either(...sources)})`;
