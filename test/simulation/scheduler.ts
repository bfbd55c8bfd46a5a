import { setImmediate as breath } from 'node:timers/promises';

interface Event {
  readonly at: number;
  readonly act: () => void;
}

/** One clock and one queue: time passes only from one event to the next, and nothing happens by itself. */
export class Scheduler {
  readonly #events: Event[] = [];
  /** Calls of the store that have not been answered. */
  #inFlight = 0;
  /** How many there have been. */
  calls = 0;
  /** Since when, real ms, the record's clock has been how far before the real one. */
  readonly #offsets: { readonly from: number; readonly offset: number }[] = [];

  /** Where real time and the record's begin, ms UTC. */
  constructor(
    public real: number,
    record: number,
  ) {
    this.#offsets.push({ from: -Infinity, offset: record - real });
  }

  /** The record's clock minus the real one, ms. */
  get offset(): number {
    return this.#offsets.at(-1)?.offset ?? 0;
  }

  /** The record's clock jumps. */
  jump(by: number): void {
    this.#offsets.push({ from: this.real, offset: this.offset + by });
  }

  /** Whether the record's clock ever went back. */
  get wentBack(): boolean {
    return this.#offsets.some(
      ({ offset }, index) => offset < (this.#offsets[index - 1]?.offset ?? -Infinity),
    );
  }

  /** The real instants at which the record's clock showed one: none that was jumped over, two that were repeated. */
  realOf(record: number): readonly number[] {
    return this.#offsets.flatMap(({ from, offset }, index) => {
      const real = record - offset;
      const until = this.#offsets[index + 1]?.from ?? Infinity;
      return real >= from && real < until ? [real] : [];
    });
  }

  /** Whether the record's clock had been beyond an instant, and went back, before it showed it at `real`. */
  wasBeyond(record: number, real: number): boolean {
    return this.#offsets.some(({ offset }, index) => {
      const until = this.#offsets[index + 1]?.from ?? Infinity;
      return until <= real && until + offset > record;
    });
  }

  /** The record's time, ms UTC. */
  get record(): number {
    return this.real + this.offset;
  }

  /** When the next event comes, real ms; `Infinity` for never. */
  get next(): number {
    return this.#events[0]?.at ?? Infinity;
  }

  /** At an instant of real time; of two at one instant the one planned first comes first. */
  at(at: number, act: () => void): void {
    const index = this.#events.findIndex((event) => event.at > at);
    this.#events.splice(index === -1 ? this.#events.length : index, 0, { at, act });
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.at(this.real + ms, resolve));
  }

  /** Counts a call of the store, so that nothing else happens before it is answered. */
  async counted<T>(work: () => Promise<T>): Promise<T> {
    this.calls += 1;
    this.#inFlight += 1;
    try {
      return await work();
    } finally {
      this.#inFlight -= 1;
    }
  }

  /** Resolves once everybody waits for Discord, for time to pass, or for nothing. */
  async settled(): Promise<void> {
    do await breath();
    while (this.#inFlight > 0);
  }

  /** Lets the next event happen and everything that follows from it at once. */
  async step(): Promise<void> {
    const event = this.#events.shift();
    if (event === undefined) throw new Error('Nothing will ever happen again.');
    this.real = Math.max(this.real, event.at);
    event.act();
    await this.settled();
  }

  /** Time passes to an instant before the next event. */
  pass(to: number): void {
    this.real = Math.max(this.real, to);
  }
}
