/** How the shards of the gateway are shared out among processes. */

/** A shard of Discord's gateway: one of `count` connections, each for its part of the servers. */
export interface ShardOf {
  readonly id: number;
  readonly count: number;
}

/** Where a shard is in what Discord has sent: any process can go on from there. */
export interface ShardSession {
  readonly shard: number;
  /** Discord's id of the session. */
  readonly id: string;
  /** The address at which it goes on. */
  readonly url: string;
  /** The number of an event up to which nothing needs to be sent again. */
  readonly sequence: number;
}

/** How the shards are held at a moment. */
export interface ShardsHeld {
  /** Processes of the gateway that are there. */
  readonly processes: number;
  /** How many shards there should be; 0 without a process. */
  readonly count: number;
  readonly held: number;
}

/** How many of `count` shards are for the process that joined as number `rank` (from 0) of `processes`: evenly, the longest there first. */
export function shareOf(count: number, rank: number, processes: number): number {
  return Math.floor(count / processes) + (rank < count % processes ? 1 : 0);
}
