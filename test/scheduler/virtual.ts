import { setImmediate as turn } from 'node:timers/promises';
import { wallInstant, type WallInstant } from '../../src/domain/instant.js';

/** Turns of the event loop in which everything that can go on without time passing does. */
const TURNS = 12;

export interface VirtualTime {
  readonly now: () => number;
  /** The same, by the machine's clock. */
  readonly wallNow: () => WallInstant;
  readonly sleep: (ms: number) => Promise<void>;
  /** Lets time pass, from one sleeper to the next, until `work` is done. */
  readonly until: <T>(work: Promise<T>) => Promise<T>;
  /** The same object; while one of its methods is at work, such as a query of a server, no time passes. */
  readonly heeding: <T extends object>(worker: T) => T;
}

/** Time that passes only while everybody sleeps. */
export function virtualTime(start: number): VirtualTime {
  const calls = new Set<Promise<unknown>>();
  let now = start;
  let sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  return {
    now: () => now,
    wallNow: () => wallInstant(now),
    sleep: (ms) => new Promise((wake) => void sleepers.push({ at: now + ms, wake })),
    async until(work) {
      const state = { done: false };
      const finished = work.finally(() => (state.done = true));
      for (;;) {
        for (let index = 0; index < TURNS && !state.done; index += 1) await turn();
        if (state.done) return finished;
        if (calls.size > 0) {
          await Promise.race([finished, ...calls]);
          continue;
        }
        const next = Math.min(...sleepers.map(({ at }) => at));
        if (next === Infinity) continue;
        now = Math.max(now, next);
        const awake = sleepers.filter(({ at }) => at <= now);
        sleepers = sleepers.filter(({ at }) => at > now);
        for (const { wake } of awake) wake();
      }
    },
    heeding: (worker) => heeding(worker, calls),
  };
}

/** Keeps in `calls` what is under way of the methods of `worker`. */
const heeding = <T extends object>(worker: T, calls: Set<Promise<unknown>>): T =>
  new Proxy(worker, {
    get(target, key) {
      const method: unknown = Reflect.get(target, key);
      if (typeof method !== 'function') return method;
      return async (...given: unknown[]): Promise<unknown> => {
        const call = Promise.resolve(Reflect.apply(method, target, given));
        const ended: Promise<unknown> = call.then(
          () => calls.delete(ended),
          () => calls.delete(ended),
        );
        calls.add(ended);
        return call;
      };
    },
  });
