/** A pool of posts on their way, with a store and a sender that answer what a test tells them. */
import { later, type WallInstant } from '../../src/domain/instant.js';
import { Health } from '../../src/scheduler/health.js';
import { InFlight, type SendDeps } from '../../src/scheduler/in-flight.js';
import type { Notice } from '../../src/scheduler/set-aside.js';
import type { BeatStore, Poisoned, Settlement } from '../../src/store/port/index.js';
import { asideOf, scripted, standing } from './scripted.js';

export const SENT = { kind: 'sent', message: '1' } as const;

export const never = () => new Promise<never>(() => undefined);

/** Lets everything go on that waits for no time. */
export async function turns(count = 5): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
}

/** A promise that a test resolves. */
export function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

/** What became of posts, and how to make a pool. Whoever waits for time waits for ever, unless a test has it otherwise. */
export function pooling() {
  const stand = standing();
  const aside: Poisoned[] = [];
  const told: Notice[] = [];
  const settled: (readonly [number, Settlement, number])[] = [];
  const sends: (readonly [number, number])[] = [];
  const health = new Health(stand);
  const poolOf = (more: Partial<SendDeps> = {}, store: Partial<BeatStore> = {}) =>
    new InFlight(
      {
        ...stand,
        sleep: never,
        tell: (notice) => Promise.resolve(told.push(notice) > 0),
        send: async ({ id }, now, pass) => {
          await pass();
          sends.push([id, now]);
          return SENT;
        },
        ...more,
        store: scripted({
          setAside: (row) => {
            aside.push(row);
            return Promise.resolve(asideOf(row));
          },
          settle: (...given) => Promise.resolve(void settled.push(given)),
          ...store,
        }),
      },
      health,
    );
  return {
    ...stand,
    aside,
    told,
    settled,
    sends,
    health,
    poolOf,
    /** A lease that ends in so many ms. */
    lease: (ms = 30_000): WallInstant => later(stand.wallNow(), ms),
    /** Which parts of the beat fail. */
    failing: () => health.problems().map((one) => (one.kind === 'part-failed' ? one.part : one.kind)),
  };
}
