/** Shares out the shards of the gateway among processes, by leases that go by the clock they share. */
import { sql } from 'kysely';
import { shareOf } from '../domain/shards.js';
import { later } from '../domain/instant.js';
import { turnIn } from './budget.js';
import type { Database } from './database.js';
import type { ShardBid, ShardShare, ShardStore } from './port/index.js';
import type { Db } from './schema.js';
import { inTransaction } from './transaction.js';

/** Stands where a server's id stands in other locks; no server has it. */
const LOCK = 'shards';

const range = (count: number) => Array.from({ length: count }, (_, shard) => shard);

/** Says that the process is there, and forgets those that are not. Returns how many shards there are, and its share. */
async function join(db: Db, { holder, wanted, leaseMs }: ShardBid, now: number) {
  const until = now + leaseMs;
  await db.deleteFrom('gateway_process').where('until', '<=', now).execute();
  await db
    .insertInto('gateway_process')
    .values({ holder, wanted, joined: now, until })
    .onConflict((conflict) => conflict.column('holder').doUpdateSet({ wanted, until }))
    .execute();
  const processes = await db
    .selectFrom('gateway_process')
    .select(['holder', 'wanted'])
    .orderBy('joined')
    .orderBy('holder')
    .execute();
  const count = Math.max(...processes.map((process) => process.wanted));
  const rank = processes.findIndex((process) => process.holder === holder);
  return { count, share: shareOf(count, rank, processes.length) };
}

/** The leases that hold at `now`; the others are deleted. */
async function leasesAt(db: Db, holder: string, now: number) {
  // One's own that has run out while nobody took it goes on.
  await db.deleteFrom('shard_lease').where('until', '<=', now).where('holder', '!=', holder).execute();
  return db.selectFrom('shard_lease').selectAll().orderBy('shard').execute();
}

async function shareIn(db: Db, bid: ShardBid, now: number): Promise<ShardShare> {
  const { holder, leaseMs } = bid;
  const { count, share } = await join(db, bid, now);
  const leases = await leasesAt(db, holder, now);
  const until = now + leaseMs;
  await db
    .updateTable('shard_lease')
    .set({ until })
    .where('holder', '=', holder)
    .where('count', '=', count)
    .execute();
  // Shards of another count hold some of the same servers.
  if (leases.some((lease) => lease.count !== count)) return { count, mine: [] };
  const own = leases.filter((lease) => lease.holder === holder).map(({ shard }) => shard);
  const held = new Set(leases.map(({ shard }) => shard));
  const free = range(count).filter((shard) => !held.has(shard));
  const taken = free.slice(0, Math.max(0, share - own.length));
  if (taken.length > 0)
    await db
      .insertInto('shard_lease')
      .values(taken.map((shard) => ({ shard, count, holder, until })))
      .execute();
  return { count, mine: [...own.slice(0, share), ...taken] };
}

/** Leases of shards, and turns to identify. */
export function shardsOn(database: Database): ShardStore {
  const { dialect } = database;
  const transact = inTransaction(database);
  return {
    shareShards: (bid) =>
      transact(async (db) => {
        await dialect.lockGuild(db, LOCK);
        const { rows } = await sql<{ now: number }>`select ${dialect.now(bid.wallNow)} as now`.execute(db);
        return shareIn(db, bid, Math.floor((rows[0]?.now ?? 0) / 1000));
      }),
    releaseShards: (holder, shards) =>
      transact(async (db) => {
        const leases = db.deleteFrom('shard_lease').where('holder', '=', holder);
        if (shards === 'all') {
          await leases.execute();
          await db.deleteFrom('gateway_process').where('holder', '=', holder).execute();
        } else if (shards.length > 0) await leases.where('shard', 'in', shards).execute();
      }),
    async takeIdentify(key, gapMs, wallNow) {
      const begun = performance.now();
      const turn = { name: `identify-${key}`, gapMs, wallNow };
      const wait = await transact((db) => turnIn(db, dialect, turn));
      return later(wallNow, dialect.elapsedSince(begun) + wait);
    },
  };
}
