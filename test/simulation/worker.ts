import type { RequestData, RouteLike } from 'discord.js';
import { systemClock } from '../../src/clock.js';
import { createCourier } from '../../src/discord/courier.js';
import { createChannels } from '../../src/discord/channels.js';
import type { RestClient } from '../../src/discord/rest-client.js';
import type { Store } from '../../src/store/port/index.js';
import { createBeat, type Beat } from '../../src/scheduler/beat.js';
import type { Cellar } from './cellar.js';
import { BOT, type Method, type ModelDiscord } from './discord.js';
import type { Random } from './random.js';
import type { Scheduler } from './scheduler.js';
import { english } from '../../src/wording/index.js';
import { wallInstant } from '../../src/domain/instant.js';

/** How this house posts, replaced piece by piece where a test breaks a strategy. */
export interface Strategy {
  /** The store that everybody shares. */
  readonly base?: (cellar: Cellar) => Store;
  /** What stands between the process and the rows. */
  readonly store?: (store: Store, cellar: Cellar) => Store;
  /** What stands between the courier and Discord. */
  readonly wire?: (wire: RestClient) => RestClient;
  /** Added to the record's clock the beat reads, ms. */
  readonly ahead?: number;
}

export interface Surroundings {
  readonly scheduler: Scheduler;
  readonly discord: ModelDiscord;
  readonly store: Store;
  readonly cellar: Cellar;
  readonly random: Random;
  readonly strategy: Strategy;
  /** The send budget; 0 for none. */
  readonly perSecond: number;
  readonly alone: boolean;
  /** A post is handed to Discord by a worker, or its answer is there. */
  readonly sending: (worker: Worker, nonce: string) => void;
  readonly answered: (worker: Worker, nonce: string) => void;
  readonly nameOf: (nonce: string) => string;
  readonly log: (what: string) => void;
}

const silent = { info: () => undefined, warn: () => undefined };
const never = <T>(): Promise<T> => new Promise(() => undefined);

/** One process: it can be killed between any two steps, and what it was about to do is then never done. */
export class Worker {
  alive = true;
  #beating = 0;
  readonly #beat: Beat;
  readonly #store: Store;
  /** Steps until it is killed; null for never. */
  #fuse: number | null = null;
  #died: () => void = () => undefined;
  readonly #death = new Promise<void>((resolve) => {
    this.#died = resolve;
  });

  constructor(
    readonly name: string,
    private readonly about: Surroundings,
  ) {
    const { scheduler, random, strategy } = about;
    const store = this.#gated(about.store);
    this.#store = strategy.store?.(store, about.cellar) ?? store;
    const gate = this.#wire();
    const rest = strategy.wire?.(gate) ?? gate;
    const courier = createCourier({
      rest,
      channels: createChannels(rest, BOT),
      store,
      log: { ...silent, error: (what) => this.#failed(what) },
      wallNow: () => wallInstant(scheduler.real),
      wallOf: systemClock.wallOf,
      random: () => random.next(),
      requestsPerSecond: 0,
      words: english,
      fatal: () => this.#failed({ reason: 'the token is no longer valid' }),
    });
    this.#beat = createBeat({
      store: this.#store,
      send: courier.send,
      now: () => scheduler.record + (strategy.ahead ?? 0),
      wallNow: () => wallInstant(scheduler.real),
      log: { error: (what) => this.#failed(what) },
      batch: 100,
      perSecond: about.perSecond,
      alone: about.alone,
      sleep: (ms) => scheduler.sleep(ms),
    });
  }

  /** Neither dead nor about to be. */
  get well(): boolean {
    return this.alive && this.#fuse === null;
  }

  #failed(what: object): void {
    this.about.log(
      `${this.name} reports ${JSON.stringify(what, (_key, value) => (value instanceof Error ? String(value.stack) : value))}`,
    );
  }

  /** Whether a beat of it has not ended. */
  get busy(): boolean {
    return this.#beating > 0;
  }

  /** Begins everything due now; what a killed one had begun is never finished. */
  pulse(): void {
    this.#beating += 1;
    const over = () => {
      this.#beating -= 1;
    };
    void Promise.race([this.#beat.beat(), this.#death]).then(over, over);
  }

  /** Answers somebody; null where it ends before it could. */
  handle<T>(work: (store: Store) => Promise<T>): Promise<T | null> {
    return Promise.race([work(this.#store), this.#death.then(() => null)]);
  }

  /** Killed so many steps from now; 0 is at once. */
  kill(steps: number): void {
    this.#fuse = steps;
    if (steps === 0) this.#die();
  }

  /** Stopped as by SIGTERM: what was claimed is settled first. */
  async stop(): Promise<void> {
    await Promise.race([this.#beat.stop(), this.#death]);
    this.alive = false;
    this.#died();
  }

  #die(): void {
    if (!this.alive) return;
    this.alive = false;
    this.about.log(`${this.name} is killed`);
    this.#died();
    // Frees its cron task; it never beats again anyway.
    void this.#beat.stop();
  }

  #burn(): void {
    if (this.#fuse === null) return;
    this.#fuse -= 1;
    if (this.#fuse <= 0) this.#die();
  }

  /** One step: it may be killed before and after it. */
  async #step<T>(work: () => Promise<T>): Promise<T> {
    this.#burn();
    if (!this.alive) return never();
    try {
      return await work();
    } finally {
      this.#burn();
      if (!this.alive) await never();
    }
  }

  #gated(store: Store): Store {
    return new Proxy(store, {
      get: (target, key) => {
        const method: unknown = Reflect.get(target, key);
        if (typeof method !== 'function') return method;
        return (...given: unknown[]): Promise<unknown> =>
          this.#step(() => Reflect.apply(method, target, given));
      },
    });
  }

  #wire(): RestClient {
    const { discord, sending, answered, nameOf, log } = this.about;
    const by = (method: Method) => (route: RouteLike, options?: RequestData) =>
      this.#step(async () => {
        const nonce = nonceOf(options);
        const what = `${this.name} ${method} ${route} ${nameOf(nonce)}`;
        if (method === 'POST') sending(this, nonce);
        try {
          const answer = await discord.request(method, route, options);
          log(`${what} is answered`);
          return answer;
        } catch (error) {
          log(`${what} fails: ${String(error)}`);
          throw error;
        } finally {
          if (method === 'POST') answered(this, nonce);
        }
      });
    const unused = () => Promise.reject(new Error('The courier does not do that.'));
    return { get: by('GET'), post: by('POST'), patch: by('PATCH'), delete: by('DELETE'), put: unused };
  }
}

function nonceOf(options: RequestData | undefined): string {
  const body: unknown = options?.body;
  return typeof body === 'object' && body !== null && 'nonce' in body ? String(body.nonce) : '';
}
