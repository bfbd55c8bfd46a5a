/** Deletes data that is kept for a limited time. */
import type { RetentionTask, UpkeepStore } from '../store/port/index.js';
import type { Stages } from './rounds.js';
import { HOUR } from '../domain/durations.js';
import type { RecordInstant } from '../domain/instant.js';

export interface UpkeepOptions {
  readonly store: UpkeepStore;
  /** The record's time, ms UTC. */
  readonly now: () => RecordInstant;
  /** Hears of what was kept long enough and is erased, with how many. */
  readonly erased?: (task: RetentionTask, count: number) => void;
}

/** How often such data is looked for, ms of the record's time. */
const ERASE_EVERY_MS = HOUR;

/** What the beat does beside posting. The parts are independent and not urgent. */
export class Upkeep {
  #erased: number | null = null;

  constructor(private readonly options: UpkeepOptions) {}

  /** Plans what a setting asked for and a kill or a lost connection interrupted. */
  async before(stages: Stages): Promise<void> {
    await stages.run('plan', 0, () => this.options.store.continuePlanning());
  }

  /** Erases what has been kept long enough, and brings files into order. */
  async after(stages: Stages): Promise<void> {
    const { store, now, erased } = this.options;
    const at = now();
    const isDue = this.#erased === null || Math.abs(at - this.#erased) >= ERASE_EVERY_MS;
    if (isDue) {
      await stages.run('erase', undefined, async () => {
        await store.eraseOld(at, erased);
        this.#erased = at;
      });
    }
    await stages.run('tidy', undefined, () => store.tidy());
  }
}
