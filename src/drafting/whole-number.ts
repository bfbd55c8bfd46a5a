/** A whole number from 0 of at most nine digits, out of a button's id; null where it is none. */
export function wholeIn(digits: string): number | null {
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}
