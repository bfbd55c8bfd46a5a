/** The port for sharing out the shards of the gateway among processes. */
import type { WallInstant } from '../../domain/instant.js';

/** What a process of the gateway tells the others, and asks for. */
export interface ShardBid {
  /** The process; no two have the same name. */
  readonly holder: string;
  /** How many shards there should be; the most that any process wants is what there are. */
  readonly wanted: number;
  readonly leaseMs: number;
  readonly wallNow: WallInstant;
}

export interface ShardShare {
  /** How many shards there are. */
  readonly count: number;
  /** The ids of those that are this process's until its lease is over. */
  readonly mine: readonly number[];
}

export interface ShardStore {
  /**
   * Renews what the process holds and takes what is free, up to an even share. What it holds beyond that stays its own,
   * and nobody else's, until it is released.
   */
  shareShards(bid: ShardBid): Promise<ShardShare>;
  /** Shards whose connections the process has closed, or all of them where it leaves. */
  releaseShards(holder: string, shards: readonly number[] | 'all'): Promise<void>;
  /** The next instant at which one of the shards of `key` may identify, `gapMs` after the one before. */
  takeIdentify(key: number, gapMs: number, wallNow: WallInstant): Promise<WallInstant>;
}
