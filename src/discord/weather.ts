/** Pauses of the whole bot while something other than Discord answers. */
import { pauseAfter } from './post-errors.js';

/** Counts answers that were not Discord's. Each pause is longer than the one before, until Discord answers again. */
export class Weather {
  readonly #random: () => number;
  #pauses = 0;
  /** Real ms. */
  #until = 0;

  /** `random` gives 0 to 1. */
  constructor(random: () => number) {
    this.#random = random;
  }

  /**
   * Another such answer at `real` ms, which asks for a pause of `atLeast` ms; how long everybody pauses, ms. Requests that
   * were on their way when a pause began do not make the next one longer.
   */
  strike(real: number, atLeast: number): number {
    if (real >= this.#until) {
      this.#until = real + pauseAfter(this.#pauses, this.#random());
      this.#pauses += 1;
    }
    this.#until = Math.max(this.#until, real + atLeast);
    return this.#until - real;
  }

  /** Discord itself has answered. */
  clear(): void {
    this.#pauses = 0;
    this.#until = 0;
  }
}
