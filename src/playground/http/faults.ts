/** The HTTP faults that a test or the page asked for. */
import type { FaultMatch, HttpFault } from '../exchange.js';

interface QueuedFault {
  readonly match: FaultMatch;
  readonly fault: HttpFault;
  left: number;
}

interface LastingFault {
  readonly match: FaultMatch;
  readonly fault: HttpFault;
  readonly holds: () => boolean;
}

/** The HTTP faults asked for and not met yet, first come, first served. */
export class FaultQueue {
  readonly #waiting: QueuedFault[] = [];
  readonly #standing = new Set<LastingFault>();
  readonly #held = new Set<() => void>();

  get pending(): number {
    return this.#waiting.reduce((sum, one) => sum + one.left, 0);
  }

  add(match: FaultMatch, fault: HttpFault, times: number): void {
    this.#waiting.push({ match, fault, left: times });
  }

  /** The fault this request meets, used up by it. */
  take(method: string, path: string): HttpFault | undefined {
    const index = this.#waiting.findIndex(({ match }) => meets(match, method, path));
    const met = this.#waiting[index];
    if (met === undefined) return this.#stands(method, path);
    met.left -= 1;
    if (met.left === 0) this.#waiting.splice(index, 1);
    return met.fault;
  }

  /** A fault for every request it is for, until the result is called. */
  during(match: FaultMatch, fault: HttpFault, holds: () => boolean): () => void {
    const standing = { match, fault, holds };
    this.#standing.add(standing);
    return () => this.#standing.delete(standing);
  }

  #stands(method: string, path: string): HttpFault | undefined {
    return [...this.#standing].find(({ match, holds }) => meets(match, method, path) && holds())?.fault;
  }

  /** Keep a request unanswered until the faults are cleared. */
  hold(): Promise<void> {
    return new Promise((resolve) => {
      this.#held.add(resolve);
    });
  }

  clear(): void {
    this.#waiting.length = 0;
    this.#standing.clear();
    for (const release of this.#held) release();
    this.#held.clear();
  }
}

function meets(match: FaultMatch, method: string, path: string): boolean {
  if (match.method !== undefined && match.method !== method) return false;
  if (match.path === undefined) return true;
  return typeof match.path === 'string' ? match.path === path : match.path.test(path);
}
