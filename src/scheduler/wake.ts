/** Looks at once where a process has written what is due before the next beat. */
import type { DueStore } from '../store/port/index.js';
import type { Health } from './health.js';
import { msBetween, type RecordInstant, type WallInstant } from '../domain/instant.js';

/** Later than this, the next beat comes by itself, ms. */
const BEAT_MS = 1000;
/** What falls due one by one in a burst is looked at together, ms. */
const GAP_MS = 20;

export interface WakeOptions {
  readonly store: Pick<DueStore, 'hearDue'>;
  /** The record's time, ms UTC. */
  readonly now: () => RecordInstant;
  readonly wallNow: () => WallInstant;
}

/** The looks between two beats, of which one at a time is planned. */
export class Wake {
  #timer: NodeJS.Timeout | null = null;
  /** What the planned look is for. */
  #due: RecordInstant = Infinity;
  #looked: WallInstant | null = null;
  #stopped = false;

  constructor(
    private readonly options: WakeOptions,
    private readonly health: Health,
    /** Never rejects. */
    private readonly look: () => Promise<void>,
  ) {}

  /** From now on looks at what processes write. Never throws: without it, the beats find everything. */
  async hear(): Promise<void> {
    try {
      await this.options.store.hearDue((due) => this.#plan(due));
    } catch (error) {
      this.health.failed('look', error);
    }
  }

  /** Nothing is looked at any more. */
  stop(): void {
    this.#stopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  /** Something is due at `due`, ms UTC of the record; null: already. */
  #plan(due: RecordInstant | null): void {
    const { now, wallNow } = this.options;
    const instant = due ?? now();
    const wait = instant - now();
    if (this.#stopped || wait > BEAT_MS || instant >= this.#due) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    const rest = this.#looked === null ? 0 : GAP_MS - msBetween(this.#looked, wallNow());
    this.#due = instant;
    this.#timer = setTimeout(
      () => {
        [this.#due, this.#looked] = [Infinity, wallNow()];
        void this.look();
      },
      Math.max(0, wait, rest),
    );
  }
}
