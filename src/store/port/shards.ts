/** The port for sharing out the shards of the gateway among processes. */
import type { WallInstant } from '../../domain/instant.js';
import type { ShardOf, ShardSession } from '../../domain/shards.js';

/** What a process of the gateway tells the others, and asks for. */
export interface ShardBid {
  /** The process; no two have the same name. */
  readonly holder: string;
  /** How many shards there should be; the most that any process wants is what there are. */
  readonly wanted: number;
  readonly leaseMs: number;
  readonly wallNow: WallInstant;
  /** Of shards that the process holds, for whoever holds them after it. */
  readonly sessions: readonly ShardSession[];
  /** Processes that have been away from the database for long enough to be taken for dead, if they still are. */
  readonly dead: readonly string[];
}

export interface ShardShare {
  /** How many shards there are. */
  readonly count: number;
  /** The ids of those that are this process's until its lease is over. */
  readonly mine: readonly number[];
}

/** What a process that wants more shards is to know. */
interface ShardsLook {
  /** Other processes that are not connected to the database at the moment: dead, or cut off. */
  readonly away: readonly string[];
  /** Whether a process has given a shard up that nobody has taken since. */
  readonly free: boolean;
}

export interface ShardStore {
  /**
   * Renews what the process holds and takes what is free, up to an even share. What it holds beyond that stays its own,
   * and nobody else's, until it is released, its lease is over, or the process is dead.
   */
  shareShards(bid: ShardBid): Promise<ShardShare>;
  /** Who is away, and whether something is free; cheap enough to be asked several times a second. */
  lookAtShards(holder: string): Promise<ShardsLook>;
  /** Whether the process holds the shard now, and the session with which whoever held it last can be followed. */
  heldShard(
    holder: string,
    shard: ShardOf,
    wallNow: WallInstant,
  ): Promise<{ readonly session: ShardSession | null } | null>;
  /** Shards whose connections the process has closed, or all of them where it leaves; `sessions` as in a bid. */
  releaseShards(
    holder: string,
    shards: readonly number[] | 'all',
    sessions: readonly ShardSession[],
  ): Promise<void>;
  /** The next instant at which one of the shards of `key` may identify, `gapMs` after the one before. */
  takeIdentify(key: number, gapMs: number, wallNow: WallInstant): Promise<WallInstant>;
}
