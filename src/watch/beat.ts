import { createTask } from 'node-cron';
import { decide } from '../domain/decide.js';
import type { Store } from '../store/port.js';
import { fireOf } from './fire.js';
import { MOST_AT_ONCE, postDue, type Posting } from './post.js';

export interface BeatOptions extends Posting {
  /** The record's time, ms UTC. */
  readonly now: () => number;
  readonly log: { error(about: object, message: string): void };
}

export interface Beat {
  /** Does everything that is due now; resolves when nothing more is. Safe to call at any time. */
  beat(): Promise<void>;
  /** One beat a second, never two at a time. */
  start(): void;
  /** No new claims; resolves when what was claimed is settled. */
  stop(): Promise<void>;
}

export function createBeat(options: BeatOptions): Beat {
  const { store, now, log } = options;
  let running: Promise<void> | null = null;
  let stopping = false;

  async function lapse(at: number): Promise<number> {
    const over = await store.lapsing(at, MOST_AT_ONCE);
    for (const { guild, number } of over) {
      const channel = await homeOf(store, guild, number);
      await store.change(
        guild,
        number,
        (entries) => decide(entries, { verb: 'lapse' }, { now: at, by: null, number }),
        { now: at, announceDelay: 0, channel },
      );
    }
    return over.length;
  }

  async function fire(at: number): Promise<number> {
    const due = await store.firing(at, MOST_AT_ONCE);
    for (const schedule of due) {
      const { next, digest } = fireOf(schedule, at);
      await store.fire(schedule, next, digest);
    }
    return due.length;
  }

  async function round(): Promise<void> {
    for (;;) {
      const at = now();
      // A look at the next due instant costs far less than an empty claim.
      const due = await store.nextDue();
      if (stopping || due === null || due > at) return;
      const done = (await lapse(at)) + (await fire(at)) + (await postDue(options, at));
      if (done === 0) return;
    }
  }

  async function beat(): Promise<void> {
    running ??= round()
      .catch((error: unknown) => {
        log.error({ err: error }, 'a beat failed; the rows are still there and the next one tries again');
      })
      .finally(() => {
        running = null;
      });
    await running;
  }

  const task = createTask('* * * * * *', beat, { noOverlap: true, timezone: 'UTC' });
  return {
    beat,
    start: () => void task.start(),
    async stop() {
      stopping = true;
      await task.destroy();
      await running;
    },
  };
}

/** Where the record of an ultimatum was announced, for servers without an announcements channel. */
async function homeOf(store: Store, guild: string, number: number): Promise<string | null> {
  const [first] = await store.deliveries(guild, { number, kind: 'announcement', limit: 1 });
  return first?.channel ?? null;
}
