/** Pauses of the whole bot while something other than Discord answers. */
import { pauseAfter } from './post-retry.js';
import { later, msBetween, type WallInstant } from '../domain/instant.js';

/** Counts answers that were not Discord's. Each pause is longer than the one before, until Discord answers again. */
export class Outage {
  readonly #random: () => number;
  #pauses = 0;
  /** Until when everybody pauses; null where Discord has answered since. */
  #until: WallInstant | null = null;
  /** When the last such answer came. */
  #struck: WallInstant | null = null;

  /** `random` gives 0 to 1. */
  constructor(random: () => number) {
    this.#random = random;
  }

  /**
   * Another such answer at `wallNow`, which asks for a pause of `atLeast` ms; how long everybody pauses, ms. Requests that
   * were on their way when a pause began do not make the next one longer.
   */
  strike(wallNow: WallInstant, atLeast: number): number {
    // A clock that was set back would make the pause as much longer.
    if (this.#struck !== null && wallNow < this.#struck) this.#until = null;
    this.#struck = wallNow;
    let until = this.#until;
    if (until === null || wallNow >= until) {
      until = later(wallNow, pauseAfter(this.#pauses, this.#random()));
      this.#pauses += 1;
    }
    const least = later(wallNow, atLeast);
    this.#until = least > until ? least : until;
    return msBetween(wallNow, this.#until);
  }

  /** Discord itself has answered. */
  clear(): void {
    this.#pauses = 0;
    this.#until = null;
  }
}
