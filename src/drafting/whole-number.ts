/** Parses a whole number from a button's id. */

/** Reads a whole number of at most nine digits; null where it is none. */
export function wholeIn(digits: string): number | null {
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}
