import { setTimeout as pause } from 'node:timers/promises';
import { createTask, type TaskOptions } from 'node-cron';
import { fire, Lapses } from './changes.js';
import { Claiming, type ClaimOptions } from './claiming.js';
import { Health, type Part } from './health.js';
import { Pool } from './pool.js';

export interface Beat {
  /** Does everything that is due now; resolves when nothing more is. Safe to call at any time. */
  beat(): Promise<void>;
  /** One beat a second, never two at a time. */
  start(): void;
  /** What of the beat fails, sentences for whoever hosts the bot; none where all is well. */
  problems(): readonly string[];
  /** No new claims; resolves when what was claimed is settled. */
  stop(): Promise<void>;
}

const LOOK_AGAIN_MS = 100;

/** Of the timer only what failed is worth a line: a second it missed is made up for by the next. */
function timerLog(health: Health): NonNullable<TaskOptions['logger']> {
  const unsaid = () => undefined;
  const error = (message: string | Error, err?: Error) => health.timerFailed(err ?? message);
  return { info: unsaid, debug: unsaid, warn: unsaid, error };
}

/** The stages of one round: one that fails is left out until the next round, and the others go on. */
class Stages {
  readonly #failed = new Set<Part>();

  constructor(private readonly health: Health) {}

  /** What `work` did, or `otherwise` where it failed. */
  async run<T>(part: Part, otherwise: T, work: () => Promise<T>): Promise<T> {
    if (this.#failed.has(part)) return otherwise;
    try {
      const done = await work();
      this.health.succeeded(part);
      return done;
    } catch (error) {
      this.#failed.add(part);
      this.health.failed(part, error);
      return otherwise;
    }
  }
}

export function createBeat(options: ClaimOptions): Beat {
  const { store, now, real, sleep = pause } = options;
  const health = new Health(options);
  const pool = new Pool(options, health);
  const claiming = new Claiming(options, pool);
  const lapses = new Lapses(options);
  let running: Promise<number> | null = null;
  let stopping = false;
  let isFirst = true;

  /** Whether anything is due; where that cannot be said the stages look for themselves. */
  const isDue = async (at: number): Promise<boolean> => {
    // A look at the next due instant costs far less than an empty claim.
    const due = await store.nextDue(real());
    return due !== null && due <= at;
  };

  /** What a new release or a mended row makes possible is tried at the start, whatever its pause. */
  const retry = async (at: number): Promise<void> => {
    await store.retryAside(isFirst ? null : at);
    isFirst = false;
  };

  /** Begins everything that is due; how many things were begun. */
  async function round(): Promise<number> {
    const stages = new Stages(health);
    let wanted = health.isFailing();
    if (isFirst) await stages.run('retry', undefined, () => retry(now()));
    for (let begun = 0; ;) {
      const at = now();
      const due = await stages.run('look', true, () => isDue(at));
      if (stopping || !(due || wanted)) return begun;
      wanted = false;
      await stages.run('retry', undefined, () => retry(at));
      const done =
        (await stages.run('expire', 0, () => lapses.lapse(at))) +
        (await stages.run('fire', 0, () => fire(options, at))) +
        (await stages.run('claim', 0, () => claiming.claim(at)));
      begun += done;
      if (done > 0) continue;
      // Due, and nobody's turn: it waits for the budget or for what is on its way, or it is another process's.
      if (pool.size === 0) return begun;
      const soon = sleep(LOOK_AGAIN_MS);
      await (claiming.isFull() ? Promise.race([pool.change(), soon]) : soon);
    }
  }

  async function begin(): Promise<number> {
    if (running !== null) return running;
    health.beating(real());
    running = round()
      .catch((error: unknown) => {
        health.failed('look', error);
        return 0;
      })
      .finally(() => {
        running = null;
        health.beating(null);
      });
    return running;
  }

  /** A beat by the timer; one that takes longer is joined by the next. Never throws. */
  async function tick(): Promise<void> {
    await begin();
    await new Stages(health).run('tidy', undefined, () => store.tidy());
  }

  const task = createTask('* * * * * *', () => void tick(), { timezone: 'UTC', logger: timerLog(health) });
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
      void tick();
      void task.start();
    },
    problems: () => health.problems(),
    async stop() {
      stopping = true;
      claiming.stop();
      await task.destroy();
      await running;
      await pool.idle();
    },
  };
}
