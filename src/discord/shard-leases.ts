/** Which shards are this process's, and when they may identify: alone, or shared out with other processes. */
import { randomUUID } from 'node:crypto';
import { later, type WallInstant } from '../domain/instant.js';
import type { ShardOf, ShardSession } from '../domain/shards.js';
import type { ShardShare, ShardStore } from '../store/port/index.js';
import { sleep } from './backoff.js';

/** Discord takes one identify of each key in five seconds, and refuses another with an invalid session. */
const APART_MS = 5100;
/** A process that hangs, or whose death nobody sees, holds its shards for no longer than this. */
const LEASE_MS = 9000;
const RENEW_MS = 2000;
/** How often it is looked whether a process is away. */
const LOOK_MS = 250;
/** Who is away from the database for so long is dead: a connection that was cut is taken up again sooner. */
const DEAD_AFTER_MS = 750;
/**
 * After the database was away the others get so long to come back: what they have refused meanwhile they could not write
 * down, and would be done after all by whoever goes on with their sessions.
 */
const CALM_MS = 5000;

export interface ShardLeases {
  /**
   * Resolves when shares should be looked at: after a while, at once where a shard became free, or once the signal is
   * aborted. Null where nothing changes by itself.
   */
  readonly next: ((signal: AbortSignal) => Promise<void>) | null;
  /** This process's share where it wants so many shards in all; `sessions` are for whoever holds them after it. */
  share(wanted: number, sessions: readonly ShardSession[]): Promise<ShardShare>;
  /** The connections of these shards are closed; of all of them, where the process leaves. */
  release(shards: readonly number[] | 'all', sessions: readonly ShardSession[]): Promise<void>;
  /**
   * Resolves when the shard is known to be this process's, or once the signal is aborted. The result is the session of
   * whoever held it last, if there was one. Never rejects.
   */
  hold(shard: ShardOf, signal: AbortSignal): Promise<ShardSession | null>;
  /** When a shard of this key may identify. */
  identifyAt(key: number): Promise<WallInstant>;
}

/** For a process that is the only one: every shard is its own. */
export function aloneLeases(wallNow: () => WallInstant): ShardLeases {
  const free = new Map<number, WallInstant>();
  return {
    next: null,
    share: (wanted) =>
      Promise.resolve({ count: wanted, mine: Array.from({ length: wanted }, (_, shard) => shard) }),
    release: () => Promise.resolve(),
    hold: () => Promise.resolve(null),
    identifyAt(key) {
      const [now, next] = [wallNow(), free.get(key)];
      // A clock that was set back holds nothing up.
      const at = next !== undefined && next > now && next <= later(now, APART_MS * 1000) ? next : now;
      free.set(key, later(at, APART_MS));
      return Promise.resolve(at);
    },
  };
}

class SharedLeases implements ShardLeases {
  readonly #holder = randomUUID();
  /** Processes that are away, and since when that was seen, ms of a clock that is never set. */
  #away: ReadonlyMap<string, number> = new Map();
  /** Since when every look has succeeded, by the same clock. */
  #calmSince = performance.now();

  constructor(
    private readonly store: ShardStore,
    private readonly wallNow: () => WallInstant,
  ) {}

  readonly next = async (signal: AbortSignal): Promise<void> => {
    for (let waited = 0; waited < RENEW_MS; waited += LOOK_MS) {
      await sleep(LOOK_MS, signal);
      if (signal.aborted || (await this.#isSomethingFree())) return;
    }
  };

  share(wanted: number, sessions: readonly ShardSession[]): Promise<ShardShare> {
    const [holder, wallNow, dead] = [this.#holder, this.wallNow(), this.#dead()];
    return this.store.shareShards({ holder, wanted, leaseMs: LEASE_MS, wallNow, sessions, dead });
  }

  release(shards: readonly number[] | 'all', sessions: readonly ShardSession[]): Promise<void> {
    return this.store.releaseShards(this.#holder, shards, sessions);
  }

  async hold(shard: ShardOf, signal: AbortSignal): Promise<ShardSession | null> {
    while (!signal.aborted) {
      const held = await this.store.heldShard(this.#holder, shard, this.wallNow()).catch(() => null);
      if (held !== null) return held.session;
      await sleep(LOOK_MS, signal);
    }
    return null;
  }

  identifyAt(key: number): Promise<WallInstant> {
    return this.store.takeIdentify(key, APART_MS, this.wallNow());
  }

  #dead(): readonly string[] {
    const now = performance.now();
    if (now - this.#calmSince < CALM_MS) return [];
    const since = now - DEAD_AFTER_MS;
    return [...this.#away].filter(([, from]) => from <= since).map(([holder]) => holder);
  }

  /** False where that can't be known: nobody is taken for dead by a process that is cut off itself. */
  async #isSomethingFree(): Promise<boolean> {
    try {
      const { away, free } = await this.store.lookAtShards(this.#holder);
      const now = performance.now();
      this.#away = new Map(away.map((holder) => [holder, this.#away.get(holder) ?? now]));
      return free || this.#dead().length > 0;
    } catch {
      this.#away = new Map();
      this.#calmSince = performance.now();
      return false;
    }
  }
}

/** For several processes on one database. */
export function sharedLeases(store: ShardStore, wallNow: () => WallInstant): ShardLeases {
  return new SharedLeases(store, wallNow);
}
