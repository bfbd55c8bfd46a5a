/** Limits on how much text is read and how much work that may take. */

/** A deadline is a phrase, and nobody needs more for one. Characters here are UTF-16 units. */
export const MAX_PHRASE_LENGTH = 300;
/** As long as a message of Discord's can be; what stands behind it in a longer text is not looked at. */
export const MAX_POST_LENGTH = 4000;

/**
 * Steps that a reading may take for each character, several times what the tests need; a reading that takes more is
 * given up. The count includes the longest expansion of a character by NFKC, which is 18.
 */
const MOST_PER_CHARACTER = 4000;
const LEAST = 100_000;

/**
 * The work of one reading, counted and not timed: a rule tried, a character looked at, a part put together is one
 * step each. The rooms of words may not read a clock, and the same words always take the same steps.
 */
export class Steps {
  #taken = 0;

  constructor(readonly limit: number) {}

  /** Counts `count` steps more. False as soon as none are left: then the caller has to stop. */
  take(count = 1): boolean {
    this.#taken += count;
    return this.#taken <= this.limit;
  }

  get taken(): number {
    return this.#taken;
  }

  get exhausted(): boolean {
    return this.#taken > this.limit;
  }
}

/** The steps that a text may take. */
export const stepsFor = (text: string): Steps =>
  new Steps(LEAST + MOST_PER_CHARACTER * Math.min(text.length, MAX_POST_LENGTH));
