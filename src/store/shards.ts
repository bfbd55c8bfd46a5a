/** Shares out the shards of the gateway among processes, by leases that go by the clock they share. */
import { sql } from 'kysely';
import { shareOf, type ShardOf, type ShardSession } from '../domain/shards.js';
import { later, type WallInstant } from '../domain/instant.js';
import { turnIn } from './budget.js';
import type { Database } from './database.js';
import type { Dialect } from './dialect/dialect.js';
import type { ShardBid, ShardShare, ShardStore } from './port/index.js';
import type { Db } from './schema.js';
import { inTransaction } from './transaction.js';

/** Stands where a server's id stands in other locks; no server has it. */
const LOCK = 'shards';
/** The holder of a shard that was given up. */
const NOBODY = '';

/**
 * The session of a dead process is followed only where it has been heard of so recently: it renews every two seconds, and
 * who was silent for longer may have been cut off before it died. After the database was away, nobody is taken for dead
 * any sooner.
 */
const FOLLOWED_MS = 5000;

const range = (count: number) => Array.from({ length: count }, (_, shard) => shard);

/** The present in ms of the clock that all processes share. */
async function nowIn(db: Db, dialect: Dialect, wallNow: WallInstant): Promise<number> {
  const { rows } = await sql<{ now: number }>`select ${dialect.now(wallNow)} as now`.execute(db);
  return Math.floor((rows[0]?.now ?? 0) / 1000);
}

/** A process that is away from the database. One whose connection has no name is there until its lease is over. */
const isAway = (dialect: Dialect) =>
  sql<boolean>`connection is not null and ${dialect.isAway(sql.ref('gateway_process.connection'))}`;

/** Frees what the dead hold, unless one of them has come back. */
async function bury(db: Db, dialect: Dialect, { dead, leaseMs }: ShardBid, now: number): Promise<void> {
  if (dead.length === 0) return;
  const buried = await db
    .deleteFrom('gateway_process')
    .where('holder', 'in', dead)
    .where(isAway(dialect))
    .returning(['holder', 'until'])
    .execute();
  const silent = buried.filter(({ until }) => until - leaseMs < now - FOLLOWED_MS);
  await forgetSessions(
    db,
    silent.map(({ holder }) => holder),
  );
  await giveUp(
    db,
    buried.map(({ holder }) => holder),
  );
}

/**
 * What a process refused while it was cut off from the database it could not write down: it is not to be sent again to
 * whoever holds the shard next, who would do it after all.
 */
async function forgetSessions(db: Db, holders: readonly string[]): Promise<void> {
  if (holders.length === 0) return;
  await db
    .updateTable('shard_lease')
    .set({ session: null, url: null, sequence: null })
    .where('holder', 'in', holders)
    .execute();
}

/** Nobody's from now on, all of them or these; what is known of their sessions stays. */
async function giveUp(db: Db, holders: readonly string[], shards?: readonly number[]): Promise<void> {
  if (holders.length === 0 || shards?.length === 0) return;
  await db
    .updateTable('shard_lease')
    .set({ holder: NOBODY, until: 0 })
    .where('holder', 'in', holders)
    .$if(shards !== undefined, (query) => query.where('shard', 'in', shards ?? []))
    .execute();
}

/** Says that the process is there, and forgets those that are not. Returns how many shards there are, and its share. */
async function join(db: Db, { holder, wanted, leaseMs }: ShardBid, now: number, connection: string | null) {
  const until = now + leaseMs;
  const gone = await db.deleteFrom('gateway_process').where('until', '<=', now).returning('holder').execute();
  const others = gone.map((one) => one.holder).filter((one) => one !== holder);
  await forgetSessions(db, others);
  await db
    .insertInto('gateway_process')
    .values({ holder, wanted, joined: now, until, connection })
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

/** The leases that hold at `now`. Of another number of shards, those that don't are deleted: their sessions are of no use. */
async function leasesAt(db: Db, holder: string, count: number, now: number) {
  await db
    .deleteFrom('shard_lease')
    .where('until', '<=', now)
    .where('holder', '!=', holder)
    .where('count', '!=', count)
    .execute();
  return (
    db
      .selectFrom('shard_lease')
      .select(['shard', 'count', 'holder'])
      // One's own that has run out while nobody took it goes on.
      .where((of) => of.or([of('until', '>', now), of('holder', '=', holder)]))
      .orderBy('shard')
      .execute()
  );
}

/** Keeps what the process says about sessions of shards that it holds, and of no others. */
async function keepSessions(
  db: Db,
  dialect: Dialect,
  holder: string,
  sessions: readonly ShardSession[],
): Promise<void> {
  if (sessions.length === 0) return;
  const told = dialect.table('told', [
    { type: 'bigint', values: sessions.map(({ shard }) => shard) },
    { type: 'text', values: sessions.map(({ id }) => id) },
    { type: 'text', values: sessions.map(({ url }) => url) },
    { type: 'bigint', values: sessions.map(({ sequence }) => sequence) },
  ]);
  await sql`update shard_lease set session = told.column2, url = told.column3, sequence = told.column4
    from ${told} where shard = told.column1 and holder = ${holder}`.execute(db);
}

async function take(db: Db, shards: readonly ShardOf[], holder: string, until: number): Promise<void> {
  if (shards.length === 0) return;
  await db
    .insertInto('shard_lease')
    .values(shards.map(({ id, count }) => ({ shard: id, count, holder, until })))
    .onConflict((conflict) => conflict.columns(['count', 'shard']).doUpdateSet({ holder, until }))
    .execute();
}

/** `connection`: the name of this process's. */
async function shareIn(
  db: Db,
  dialect: Dialect,
  bid: ShardBid,
  connection: string | null,
): Promise<ShardShare> {
  const now = await nowIn(db, dialect, bid.wallNow);
  const { holder, leaseMs, sessions } = bid;
  await bury(db, dialect, bid, now);
  const { count, share } = await join(db, bid, now, connection);
  const leases = await leasesAt(db, holder, count, now);
  const until = now + leaseMs;
  await db
    .updateTable('shard_lease')
    .set({ until })
    .where('holder', '=', holder)
    .where('count', '=', count)
    .execute();
  // Shards of another count hold some of the same servers.
  if (leases.some((lease) => lease.count !== count)) return { count, mine: [] };
  await keepSessions(db, dialect, holder, sessions);
  const own = leases.filter((lease) => lease.holder === holder).map(({ shard }) => shard);
  const held = new Set(leases.map(({ shard }) => shard));
  const free = range(count).filter((shard) => !held.has(shard));
  const taken = free.slice(0, Math.max(0, share - own.length));
  await take(
    db,
    taken.map((id) => ({ id, count })),
    holder,
    until,
  );
  return { count, mine: [...own.slice(0, share), ...taken] };
}

async function heldIn(
  db: Db,
  dialect: Dialect,
  holder: string,
  { id, count }: ShardOf,
  wallNow: WallInstant,
) {
  const row = await db
    .selectFrom('shard_lease')
    .select(['session', 'url', 'sequence'])
    .where('count', '=', count)
    .where('shard', '=', id)
    .where('holder', '=', holder)
    .where('until', '>', await nowIn(db, dialect, wallNow))
    .executeTakeFirst();
  if (row === undefined) return null;
  const { session, url, sequence } = row;
  if (session === null || url === null || sequence === null) return { session: null };
  return { session: { shard: id, id: session, url, sequence } };
}

/** Leases of shards, and turns to identify. */
export function shardsOn(database: Database): ShardStore {
  const { dialect, connection = null } = database;
  const transact = inTransaction(database);
  return {
    shareShards: (bid) =>
      transact(async (db) => {
        await dialect.lockGuild(db, LOCK);
        return shareIn(db, dialect, bid, connection);
      }),
    async lookAtShards(holder) {
      const { rows } = await sql<{ holder: string }>`
        select holder from gateway_process where holder <> ${holder} and ${isAway(dialect)}
        union all select holder from shard_lease where holder = ${sql.lit(NOBODY)}`.execute(database.read);
      const away = rows.map((row) => row.holder).filter((one) => one !== NOBODY);
      return { away, free: away.length < rows.length };
    },
    heldShard: (holder, shard, wallNow) => heldIn(database.read, dialect, holder, shard, wallNow),
    releaseShards: (holder, shards, sessions) =>
      transact(async (db) => {
        await keepSessions(db, dialect, holder, sessions);
        if (shards !== 'all') return giveUp(db, [holder], shards);
        await giveUp(db, [holder]);
        await db.deleteFrom('gateway_process').where('holder', '=', holder).execute();
      }),
    async takeIdentify(key, gapMs, wallNow) {
      const begun = performance.now();
      const turn = { name: `identify-${key}`, gapMs, wallNow };
      const wait = await transact((db) => turnIn(db, dialect, turn));
      return later(wallNow, dialect.elapsedSince(begun) + wait);
    },
  };
}
