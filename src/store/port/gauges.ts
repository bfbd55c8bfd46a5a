/** The port for what an operator watches. */
import type { ShardsHeld } from '../../domain/shards.js';
import type { RecordInstant, WallInstant } from '../../domain/instant.js';

/** Numbers of all servers together, read when they are asked for. */
export interface GaugeStore {
  /** Posts that are due at `now`, record's ms UTC, and wait. */
  duePosts(now: RecordInstant): Promise<number>;
  /** For how long the send budget has been given away already, ms; longer than a moment while Discord said that it was too much. */
  budgetAhead(wallNow: WallInstant): Promise<number>;
  /** How the shards of the gateway are held; no process where each database is one process's own. */
  shardsHeld(wallNow: WallInstant): Promise<ShardsHeld>;
}
