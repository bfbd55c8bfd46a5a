/** Which shards are this process's, and when they may identify: alone, or shared out with other processes. */
import { randomUUID } from 'node:crypto';
import { later, type WallInstant } from '../domain/instant.js';
import type { ShardShare, ShardStore } from '../store/port/index.js';

/** Discord takes one identify of each key in five seconds, and refuses another with an invalid session. */
const APART_MS = 5100;
/** A process that is gone holds its shards for no longer than this. */
const LEASE_MS = 9000;

export interface ShardLeases {
  /** How often shares are looked at, ms; null where nothing changes by itself. */
  readonly every: number | null;
  /** This process's share where it wants so many shards in all. */
  share(wanted: number): Promise<ShardShare>;
  /** The connections of these shards are closed; of all of them, where the process leaves. */
  release(shards: readonly number[] | 'all'): Promise<void>;
  /** When a shard of this key may identify. */
  identifyAt(key: number): Promise<WallInstant>;
}

/** For a process that is the only one: every shard is its own. */
export function aloneLeases(wallNow: () => WallInstant): ShardLeases {
  const free = new Map<number, WallInstant>();
  return {
    every: null,
    share: (wanted) =>
      Promise.resolve({ count: wanted, mine: Array.from({ length: wanted }, (_, shard) => shard) }),
    release: () => Promise.resolve(),
    identifyAt(key) {
      const [now, next] = [wallNow(), free.get(key)];
      // A clock that was set back holds nothing up.
      const at = next !== undefined && next > now && next <= later(now, APART_MS * 1000) ? next : now;
      free.set(key, later(at, APART_MS));
      return Promise.resolve(at);
    },
  };
}

/** For several processes on one database. */
export function sharedLeases(store: ShardStore, wallNow: () => WallInstant): ShardLeases {
  const holder = randomUUID();
  return {
    every: 2000,
    share: (wanted) => store.shareShards({ holder, wanted, leaseMs: LEASE_MS, wallNow: wallNow() }),
    release: (shards) => store.releaseShards(holder, shards),
    identifyAt: (key) => store.takeIdentify(key, APART_MS, wallNow()),
  };
}
