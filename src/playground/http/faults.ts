import type { FaultMatch, HttpFault } from '../exchange.js';

interface Waiting {
  readonly match: FaultMatch;
  readonly fault: HttpFault;
  left: number;
}

/** The HTTP faults asked for and not met yet, first come, first served. */
export class FaultQueue {
  readonly #waiting: Waiting[] = [];
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
    if (met === undefined) return undefined;
    met.left -= 1;
    if (met.left === 0) this.#waiting.splice(index, 1);
    return met.fault;
  }

  /** Keep a request unanswered until the faults are cleared. */
  hold(): Promise<void> {
    return new Promise((resolve) => {
      this.#held.add(resolve);
    });
  }

  clear(): void {
    this.#waiting.length = 0;
    for (const release of this.#held) release();
    this.#held.clear();
  }
}

function meets(match: FaultMatch, method: string, path: string): boolean {
  if (match.method !== undefined && match.method !== method) return false;
  if (match.path === undefined) return true;
  return typeof match.path === 'string' ? match.path === path : match.path.test(path);
}
