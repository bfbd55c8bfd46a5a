/** Reads a whole number of at most nine digits; null where it is none. */
export function wholeIn(digits: string): number | null {
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}
