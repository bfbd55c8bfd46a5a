/** The stages of a beat, one after the other, each failing alone. */
import { setTimeout as pause } from 'node:timers/promises';
import { fire, replan, DueDeadlines } from './due-changes.js';
import { ClaimLoop, type ClaimLoopOptions } from './claim-loop.js';
import type { BeatPart } from '../domain/beat-problem.js';
import type { Health } from './health.js';
import type { InFlight } from './in-flight.js';
import type { RecordInstant } from '../domain/instant.js';

const LOOK_AGAIN_MS = 100;

/** The stages of one round: one that fails is left out until the next round, and the others go on. */
export class Stages {
  readonly #failed = new Set<BeatPart>();

  constructor(private readonly health: Health) {}

  /** What `work` did, or `otherwise` where it failed. */
  async run<T>(part: BeatPart, otherwise: T, work: () => Promise<T>): Promise<T> {
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

interface RoundStep {
  /** How many things were begun. */
  readonly begun: number;
  /** Whether nothing more is to be begun in this round. */
  readonly isLast: boolean;
}

const LAST: RoundStep = { begun: 0, isLast: true };

/** Everything that is due, stage by stage, until nothing more is. */
export class Rounds {
  readonly #claiming: ClaimLoop;
  readonly #lapses: DueDeadlines;
  /** Once true it stays so: nothing more is begun. */
  #stopping = false;
  /** What a new release or a mended row makes possible is tried at the start, whatever its pause. */
  #isFirst = true;

  /** The latest instant at which nothing was planned by a clock that was ahead; null before the first round. */
  #inOrder: RecordInstant | null = null;

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

  /** Begins everything that is due and returns how many things were begun. */
  async run(): Promise<number> {
    if (this.#stopping) return 0;
    const stages = new Stages(this.health);
    if (this.#isFirst) await this.#retry(stages, this.options.now());
    // After a failure one turn is made even where nothing seems due.
    let turn = await this.#turn(stages, this.health.isFailing());
    let begun = turn.begun;
    while (!turn.isLast) {
      turn = await this.#turn(stages, false);
      begun += turn.begun;
    }
    await this.#keepInOrder(stages);
    return begun;
  }

  /** After the start, and whenever the clock went back. */
  async #keepInOrder(stages: Stages): Promise<void> {
    const { store, now, wallNow } = this.options;
    const at = now();
    if (this.#inOrder === null || at < this.#inOrder) {
      const isMended = await stages.run('replan', false, async () => {
        await store.recall(at, wallNow());
        await replan(this.options, at);
        return true;
      });
      if (!isMended) return;
    }
    this.#inOrder = at;
  }

  /** Begins what is due at this moment; `isWanted` where that is to be tried in any case. */
  async #turn(stages: Stages, isWanted: boolean): Promise<RoundStep> {
    const at = this.options.now();
    // Where that cannot be said the stages look for themselves.
    const isDue = await stages.run('look', true, () => this.#isDue(at));
    if (this.#stopping || !(isDue || isWanted)) return LAST;
    const begun = await this.#begin(stages, at);
    if (begun > 0) return { begun, isLast: false };
    // Due, but not to be sent yet: it waits for the budget or for what is in flight, or another process has it.
    if (this.pool.size === 0) return LAST;
    await this.#wait();
    return { begun: 0, isLast: false };
  }

  /** A look at the next due instant costs far less than an empty claim. */
  async #isDue(at: RecordInstant): Promise<boolean> {
    const { store, wallNow } = this.options;
    const due = await store.nextDue(wallNow());
    return due !== null && due <= at;
  }

  async #begin(stages: Stages, at: RecordInstant): Promise<number> {
    await this.#retry(stages, at);
    const expired = await stages.run('expire', 0, () => this.#lapses.lapse(at));
    const fired = await stages.run('fire', 0, () => fire(this.options, at));
    return expired + fired + (await stages.run('claim', 0, () => this.#claiming.claim(at)));
  }

  #retry(stages: Stages, at: RecordInstant): Promise<void> {
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
