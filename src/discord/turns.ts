/** Interactions in their turns, fair between servers. */
import { FairQueue } from './fair-queue.js';

const CAPS = { running: 32, runningPerServer: 8, waitingPerServer: 1000, waitingPerPerson: 100 } as const;
/** What takes longer keeps nobody else from their turn, ms. */
const LONGEST_TURN_MS = 5000;

/** Resolves when `work` has ended, or after `ms`. */
function atMost(work: Promise<void>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    timer.unref();
    const over = () => {
      clearTimeout(timer);
      resolve();
    };
    work.then(over, over);
  });
}

export class Turns {
  readonly #queue = new FairQueue(CAPS);

  /** What `work` gives, once it was its turn; null where too much of the server or person waits already. */
  take<T>(
    origin: { readonly server: string; readonly person: string },
    work: () => Promise<T>,
  ): Promise<T | null> {
    return new Promise((resolve, reject) => {
      const run = () => atMost(work().then(resolve, reject), LONGEST_TURN_MS);
      if (!this.#queue.add({ ...origin, run })) resolve(null);
    });
  }
}
