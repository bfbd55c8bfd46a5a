/** How many pages may be made anew: readers who ask for ever other pages must not take the bot's time. */

/** What can be made at once after a quiet time. */
const CAPACITY = 400;
/** What can be made each second from then on. */
const PER_SECOND = 50;

/** Counts what is made; a page that is kept costs nothing. */
export class RenderBudget {
  #left = CAPACITY;
  #since: number;

  /** `now` in ms of a clock that only goes forward. */
  constructor(private readonly now: () => number) {
    this.#since = now();
  }

  /** Whether a page that costs `cost` pages may be made now; if so it is counted. */
  take(cost: number): boolean {
    const now = this.now();
    this.#left = Math.min(CAPACITY, this.#left + ((now - this.#since) / 1000) * PER_SECOND);
    this.#since = now;
    if (this.#left < cost) return false;
    this.#left -= cost;
    return true;
  }
}
