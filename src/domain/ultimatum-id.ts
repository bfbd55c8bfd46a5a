/** The name of an ultimatum within its server. */

/** `U-12`. */
export function ultimatumId(number: number): string {
  return `U-${number}`;
}
