import { setImmediate as turn } from 'node:timers/promises';

/** Turns of the event loop in which everything that can go on without time passing does. */
const TURNS = 12;

export interface VirtualTime {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** Lets time pass, from one sleeper to the next, until `work` is done. */
  readonly until: <T>(work: Promise<T>) => Promise<T>;
}

/** Time that passes only while everybody sleeps. */
export function virtualTime(start: number): VirtualTime {
  let now = start;
  let sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  return {
    now: () => now,
    sleep: (ms) => new Promise((wake) => void sleepers.push({ at: now + ms, wake })),
    async until(work) {
      const state = { done: false };
      const finished = work.finally(() => (state.done = true));
      for (;;) {
        for (let index = 0; index < TURNS && !state.done; index += 1) await turn();
        if (state.done) return finished;
        const next = Math.min(...sleepers.map(({ at }) => at));
        if (next === Infinity) continue;
        now = Math.max(now, next);
        const awake = sleepers.filter(({ at }) => at <= now);
        sleepers = sleepers.filter(({ at }) => at > now);
        for (const { wake } of awake) wake();
      }
    },
  };
}
