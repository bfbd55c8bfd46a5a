import { setTimeout as pause } from 'node:timers/promises';
import { createTask, type TaskOptions } from 'node-cron';
import { fire, lapse } from './changes.js';
import { Claiming, type ClaimOptions } from './claiming.js';
import { Pool, type Posting } from './pool.js';

export interface Beat {
  /** Does everything that is due now; resolves when nothing more is. Safe to call at any time. */
  beat(): Promise<void>;
  /** One beat a second, never two at a time. */
  start(): void;
  /** No new claims; resolves when what was claimed is settled. */
  stop(): Promise<void>;
}

const LOOK_AGAIN_MS = 100;

/** Of the timer only what failed is worth a line: a second it missed is made up for by the next. */
function timerLog(log: Posting['log']): NonNullable<TaskOptions['logger']> {
  const unsaid = () => undefined;
  const error = (message: string | Error, err?: Error) =>
    log.error({ err: err ?? message }, 'the timer of the beat failed');
  return { info: unsaid, debug: unsaid, warn: unsaid, error };
}

export function createBeat(options: ClaimOptions): Beat {
  const { store, now, real, log, sleep = pause } = options;
  const pool = new Pool(options);
  const claiming = new Claiming(options, pool);
  let running: Promise<number> | null = null;
  let stopping = false;

  /** Begins everything that is due; how many things were begun. */
  async function round(): Promise<number> {
    for (let begun = 0; ;) {
      const at = now();
      // A look at the next due instant costs far less than an empty claim.
      const due = await store.nextDue(real());
      if (stopping || due === null || due > at) return begun;
      const done = (await lapse(options, at)) + (await fire(store, at)) + (await claiming.claim(at));
      begun += done;
      if (done > 0) continue;
      // Due, and nobody's turn: it waits for the budget or for what is on its way, or it is another process's.
      if (pool.size === 0) return begun;
      const soon = sleep(LOOK_AGAIN_MS);
      await (claiming.isFull() ? Promise.race([pool.change(), soon]) : soon);
    }
  }

  async function begin(): Promise<number> {
    running ??= round()
      .catch((error: unknown) => {
        log.error({ err: error }, 'a beat failed; the rows are still there and the next one tries again');
        return 0;
      })
      .finally(() => {
        running = null;
      });
    return running;
  }

  // A beat that takes longer is joined by the next.
  const task = createTask('* * * * * *', () => void begin(), { timezone: 'UTC', logger: timerLog(log) });
  return {
    async beat() {
      // A round under way may have looked before this fell due.
      await running;
      let begun = 0;
      do {
        begun = await begin();
        await pool.idle();
      } while (begun > 0);
    },
    start() {
      // What fell due while nobody was there does not wait for the next whole second.
      void begin();
      void task.start();
    },
    async stop() {
      stopping = true;
      claiming.stop();
      await task.destroy();
      await running;
      await pool.idle();
    },
  };
}
