/** When the next thing is due, and what is. */
import { sql, type RawBuilder } from 'kysely';
import { failureToRow } from '../codec/failure.js';
import { digestSubject, postKey, readPost } from '../codec/post.js';
import { LATE_MS, type Delivery, type PlannedDelivery } from '../domain/delivery.js';
import type { PostKind, StoredPost } from '../domain/post.js';
import type { Schedule } from '../domain/guild.js';
import type { DeliveryCount, DeliveryFilter, Lapsing, Missed } from './port/index.js';
import { fromPlanned, toDelivery, toSchedule } from './rows.js';
import type { Db } from './schema.js';
import { asideInServers, asideOf, EXPIRING, FIRING, POSTING } from './set-aside.js';
import type { RecordInstant, WallInstant } from '../domain/instant.js';

/** Selects the first entry of an index that is not set aside. */
const first = (rows: RawBuilder<unknown>, column: string) =>
  sql`select due from (select ${sql.ref(column)} as due ${rows} order by ${sql.ref(column)} limit 1) as ${sql.id(`first_${column}`)}`;

const deadClaims = (wallNow: WallInstant | null, fine: RawBuilder<unknown>) =>
  wallNow === null
    ? sql``
    : sql`union all select min(due) from delivery where status = 'claimed' and lease <= ${wallNow} ${fine}`;

/**
 * Reads the first entry of four indexes, and the countdowns of closed channels: the cost does not grow with the rows.
 * Leases are on another clock.
 */
export async function nextDueOf(db: Db, wallNow: WallInstant | null): Promise<RecordInstant | null> {
  const { rows } = await sql<{ due: RecordInstant | null }>`select min(due) as due from (
    select min(due) as due from delivery where status = 'pending' ${deadClaims(wallNow, sql``)}
    union all select min(passing) from ultimatum where passing is not null
    union all select min(next) from schedule where status = 'running'
    union all select min(case when next > until then next else until end) from closed cross join schedule
      where schedule.guild = closed.guild and schedule.channel = closed.channel and schedule.status = 'broken'
      and until is not null) as soonest`.execute(db);
  return rows[0]?.due ?? null;
}

/** The same without the rows that are set aside; these are due when they are retried. */
export async function nextDueBesideAside(db: Db, wallNow: WallInstant | null): Promise<RecordInstant | null> {
  const fine = sql`and (id, due) not in ${asideOf(POSTING)}`;
  const passing = sql`from ultimatum where passing is not null
    and (guild, number, passing) not in ${asideInServers(EXPIRING)}`;
  const next = sql`from schedule where status = 'running' and (id, next) not in ${asideOf(FIRING)}`;
  const { rows } = await sql<{ due: RecordInstant | null }>`select min(due) as due from (
    ${first(sql`from delivery where status = 'pending' ${fine}`, 'due')} ${deadClaims(wallNow, fine)}
    union all ${first(passing, 'passing')} union all ${first(next, 'next')}
    union all select min(case when next > until then next else until end) from closed cross join schedule
      where schedule.guild = closed.guild and schedule.channel = closed.channel and schedule.status = 'broken'
      and until is not null and (schedule.id, schedule.next) not in ${asideOf(FIRING)}
    union all select min(until) from set_aside where waiting = 1) as soonest`.execute(db);
  return rows[0]?.due ?? null;
}

/**
 * Open ultimatums whose deadline ended by `now` (record's ms UTC), earliest first, at most `limit`. Leaves out what
 * is set aside.
 */
export async function lapsingOf(db: Db, now: RecordInstant, limit: number): Promise<readonly Lapsing[]> {
  const { rows } = await sql<Lapsing>`select guild, number, passing from ultimatum
    where passing is not null and passing <= ${now}
    and (guild, number, passing) not in ${asideInServers(EXPIRING)}
    order by passing limit ${limit}`.execute(db);
  return rows;
}

const fires = sql<boolean>`(schedule.id, schedule.next) not in ${asideOf(FIRING)}`;

/**
 * Schedules that fire by `now` (record's ms UTC): running ones first, then broken ones whose channel may be tried
 * again. At most `limit`.
 */
export async function firingOf(db: Db, now: RecordInstant, limit: number): Promise<readonly Schedule[]> {
  const rows = await db
    .selectFrom('schedule')
    .selectAll()
    .where('status', '=', sql.lit('running'))
    .where('next', '<=', now)
    .where(fires)
    .orderBy('next')
    .limit(limit)
    .execute();
  return [...rows, ...(await retriedOf(db, now, limit - rows.length))].map(toSchedule);
}

/** Schedules that run, or would if their channel were open, whose id is above `after`, by id, at most `limit`. */
export async function runningOf(db: Db, after: number, limit: number): Promise<readonly Schedule[]> {
  const stopped = sql<boolean>`status = 'broken' and exists (select 1 from closed
    where closed.guild = schedule.guild and closed.channel = schedule.channel)`;
  const rows = await db
    .selectFrom('schedule')
    .selectAll()
    .where((of) => of.or([of('status', '=', sql.lit('running')), of.and([stopped, fires])]))
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(toSchedule);
}

/** Broken ones whose closed channel may be tried again: once their last digest has expired, nothing else tries it. */
async function retriedOf(db: Db, now: RecordInstant, limit: number) {
  if (limit <= 0) return [];
  return db
    .selectFrom('closed')
    .crossJoin('schedule')
    .selectAll('schedule')
    .whereRef('schedule.guild', '=', 'closed.guild')
    .whereRef('schedule.channel', '=', 'closed.channel')
    .where('schedule.status', '=', sql.lit('broken'))
    .where('closed.until', '<=', now)
    .where('schedule.next', '<=', now)
    .where(fires)
    .orderBy('schedule.next')
    .limit(limit)
    .execute();
}

/**
 * Moves the schedule to `next` (record's ms UTC) and plans its digest, and the row that says what was missed.
 * Returns false, and writes nothing, if the schedule has changed since it was read.
 */
export async function fireIn(
  db: Db,
  schedule: Schedule,
  next: RecordInstant,
  digest: PlannedDelivery | null,
  missed: Missed | null,
): Promise<boolean> {
  const moved = await db
    .updateTable('schedule')
    .set({ next, last: digest === null ? schedule.last : schedule.next })
    .where('id', '=', schedule.id)
    .where('next', '=', schedule.next)
    .where('status', '=', schedule.status)
    .executeTakeFirst();
  if (moved.numUpdatedRows === 0n) return false;
  const rows = [
    ...(digest === null ? [] : [fromPlanned(schedule.guild, digest)]),
    ...(missed === null ? [] : [unposted(schedule.guild, missed)]),
  ];
  for (const row of rows) {
    await db
      .insertInto('delivery')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  return true;
}

/** Moves the schedule back to `next` (record's ms UTC) and forgets what was missed from there on. False as in `fireIn`. */
export async function replanIn(db: Db, schedule: Schedule, next: RecordInstant): Promise<boolean> {
  if (!(await fireIn(db, schedule, next, null, null))) return false;
  await db
    .deleteFrom('delivery')
    .where('guild', '=', schedule.guild)
    .where('subject', '=', digestSubject(schedule.id))
    .where('status', '=', 'skipped')
    .where('due', '>=', next)
    .execute();
  return true;
}

function unposted(guild: string, { reason, settled, ...planned }: Missed) {
  return {
    ...fromPlanned(guild, planned),
    status: 'skipped',
    failure: failureToRow(reason),
    settled,
  } as const;
}

/** Extends the leases of these claims to `lease`. Rows that are no longer claimed stay as they are. */
export async function renewIn(db: Db, ids: readonly number[], lease: WallInstant): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('delivery')
    .set({ lease })
    .where('id', 'in', ids)
    .where('status', '=', 'claimed')
    .execute();
}

/**
 * Gives back every claim, of all processes, and returns how many. Only for a database that no other process uses.
 */
export async function releaseIn(db: Db): Promise<number> {
  const freed = await db
    .updateTable('delivery')
    .set({ status: 'pending', lease: null })
    .where('status', '=', 'claimed')
    .executeTakeFirst();
  return Number(freed.numUpdatedRows);
}

/** Posts of a server that pass the filter, ordered by when they were first due, at most `filter.limit`. */
export async function deliveriesOf(db: Db, guild: string, filter: DeliveryFilter) {
  let query = db.selectFrom('delivery').selectAll().where('guild', '=', guild);
  if (filter.number !== undefined) query = query.where('number', '=', filter.number);
  if (filter.channel !== undefined) query = query.where('channel', '=', filter.channel);
  if (filter.status !== undefined) query = query.where('status', '=', filter.status);
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind);
  if (filter.schedule !== undefined) query = query.where('subject', '=', digestSubject(filter.schedule));
  const order = filter.newest === true ? 'desc' : 'asc';
  const due = sql`coalesce(first_due, due)`;
  const rows = await query.orderBy(due, order).orderBy('id', order).limit(filter.limit).execute();
  return rows.map(toDelivery);
}

/** The post of that id; null where this server has none. */
export async function deliveryOf(db: Db, guild: string, id: number): Promise<Delivery | null> {
  const rows = db.selectFrom('delivery').selectAll().where('guild', '=', guild).where('id', '=', id);
  const row = await rows.executeTakeFirst();
  return row === undefined ? null : toDelivery(row);
}

/**
 * The newest post of the same kind and subject in this channel that is due after this one and by `now`; null if
 * there is none.
 */
export async function overtakingOf(
  db: Db,
  delivery: Delivery,
  now: RecordInstant,
): Promise<StoredPost | null> {
  const { guild, channel, post, due, id } = delivery;
  if (post.kind === 'unreadable') return null;
  const { kind, subject } = postKey(post);
  const since = sql<number>`coalesce(first_due, due)`;
  const row = await db
    .selectFrom('delivery')
    .select(['kind', 'subject', 'number', 'version', 'slot'])
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('status', 'in', ['pending', 'claimed'])
    .where('id', '!=', id)
    .where(since, '>', due)
    .where(since, '<=', now)
    .orderBy(since, 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : readPost(row);
}

/** How many posts of each kind there are in each status, and how many of those sent were late. */
export async function countsOf(db: Db): Promise<readonly DeliveryCount[]> {
  const late = sql<number>`count(case when status = 'sent'
    and settled - coalesce(first_due, due) >= ${sql.lit(LATE_MS)} then 1 end)`;
  return db
    .selectFrom('delivery')
    .select((of) => ['kind', 'status', of.fn.countAll<number>().as('count'), late.as('late')])
    .groupBy(['kind', 'status'])
    .orderBy('kind')
    .orderBy('status')
    .execute();
}

/** The latest due post of a kind that stands in a channel; null if none was sent or its message is not known. */
export async function lastSentOf(
  db: Db,
  guild: string,
  channel: string,
  kind: PostKind,
): Promise<Delivery | null> {
  const row = await db
    .selectFrom('delivery')
    .selectAll()
    .where('guild', '=', guild)
    .where('channel', '=', channel)
    .where('kind', '=', kind)
    .where('status', '=', 'sent')
    .where('message', 'is not', null)
    .orderBy('due', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : toDelivery(row);
}
