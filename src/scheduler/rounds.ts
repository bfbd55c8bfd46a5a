import { setTimeout as pause } from 'node:timers/promises';
import { fire, DueDeadlines } from './due-changes.js';
import { ClaimLoop, type ClaimLoopOptions } from './claim-loop.js';
import type { Health, Part } from './health.js';
import type { InFlight } from './in-flight.js';

const LOOK_AGAIN_MS = 100;

/** The stages of one round: one that fails is left out until the next round, and the others go on. */
export class Stages {
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

/** Everything that is due, stage by stage, until nothing more is. */
export class Rounds {
  readonly #claiming: ClaimLoop;
  readonly #lapses: DueDeadlines;
  #stopping = false;
  /** What a new release or a mended row makes possible is tried at the start, whatever its pause. */
  #isFirst = true;

  constructor(
    private readonly options: ClaimLoopOptions,
    private readonly health: Health,
    private readonly pool: InFlight,
  ) {
    this.#claiming = new ClaimLoop(options, pool);
    this.#lapses = new DueDeadlines(options);
  }

  /** Nothing more is begun. */
  stop(): void {
    this.#stopping = true;
    this.#claiming.stop();
  }

  /** Begins everything that is due; how many things were begun. */
  async run(): Promise<number> {
    const { now } = this.options;
    const stages = new Stages(this.health);
    let wanted = this.health.isFailing();
    if (this.#isFirst) await this.#retry(stages, now());
    for (let begun = 0; ;) {
      const at = now();
      // Where that cannot be said the stages look for themselves.
      const due = await stages.run('look', true, () => this.#isDue(at));
      if (this.#stopping || !(due || wanted)) return begun;
      wanted = false;
      const done = await this.#begin(stages, at);
      begun += done;
      if (done > 0) continue;
      // Due, and nobody's turn: it waits for the budget or for what is on its way, or it is another process's.
      if (this.pool.size === 0) return begun;
      await this.#wait();
    }
  }

  /** A look at the next due instant costs far less than an empty claim. */
  async #isDue(at: number): Promise<boolean> {
    const { store, real } = this.options;
    const due = await store.nextDue(real());
    return due !== null && due <= at;
  }

  async #begin(stages: Stages, at: number): Promise<number> {
    await this.#retry(stages, at);
    const expired = await stages.run('expire', 0, () => this.#lapses.lapse(at));
    const fired = await stages.run('fire', 0, () => fire(this.options, at));
    return expired + fired + (await stages.run('claim', 0, () => this.#claiming.claim(at)));
  }

  #retry(stages: Stages, at: number): Promise<void> {
    return stages.run('retry', undefined, async () => {
      await this.options.store.retryAside(this.#isFirst ? null : at);
      this.#isFirst = false;
    });
  }

  async #wait(): Promise<void> {
    const { sleep = pause } = this.options;
    const soon = sleep(LOOK_AGAIN_MS);
    await (this.#claiming.isFull() ? Promise.race([this.pool.change(), soon]) : soon);
  }
}
