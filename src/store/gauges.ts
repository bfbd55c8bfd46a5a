/** What is measured in the rows themselves. */
import { sql } from 'kysely';
import type { RecordInstant, WallInstant } from '../domain/instant.js';
import type { Database } from './database.js';
import type { Dialect } from './dialect/dialect.js';
import type { ShardsHeld } from '../domain/shards.js';
import type { GaugeStore } from './port/index.js';
import type { Db } from './schema.js';

const US_IN_MS = 1000;

/** For how long the send budget has been given away already, ms. */
export async function budgetAheadIn(db: Db, dialect: Dialect, wallNow: WallInstant): Promise<number> {
  const { rows } = await sql<{ ahead: number }>`select free - ${dialect.now(wallNow)} as ahead
    from budget where name = 'send'`.execute(db);
  return Math.max(0, rows[0]?.ahead ?? 0) / US_IN_MS;
}

/** How the shards of the gateway are held, by the leases that hold now. */
export async function shardsHeldIn(db: Db, dialect: Dialect, wallNow: WallInstant): Promise<ShardsHeld> {
  const holds = sql<boolean>`until > ${dialect.now(wallNow)} / ${sql.lit(US_IN_MS)}`;
  const { rows } = await sql<ShardsHeld>`select count(*) as processes, coalesce(max(wanted), 0) as count,
    (select count(*) from shard_lease where ${holds}) as held from gateway_process where ${holds}`.execute(
    db,
  );
  return rows[0] ?? { processes: 0, count: 0, held: 0 };
}

/** Gauges on an engine. */
export function gaugesOn({ read, dialect }: Database): GaugeStore {
  return {
    async duePosts(now: RecordInstant) {
      const row = await read
        .selectFrom('delivery')
        .select(read.fn.countAll<number>().as('count'))
        .where('status', '=', 'pending')
        .where('due', '<=', now)
        .executeTakeFirst();
      return row?.count ?? 0;
    },
    budgetAhead: (wallNow) => budgetAheadIn(read, dialect, wallNow),
    shardsHeld: (wallNow) => shardsHeldIn(read, dialect, wallNow),
  };
}
