/** Claims due posts with a lease, the most urgent first. */
import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { Delivery } from '../domain/delivery.js';
import { URGENCY } from '../domain/post.js';
import { accountIn, slotsOf, spendIn } from './budget.js';
import type { Database } from './database.js';
import type { Dialect } from './dialect/dialect.js';
import type { Claim, Claimed } from './port/index.js';
import { parsedOr, toDelivery } from './rows.js';
import type { DeliveryRow, Db } from './schema.js';
import { asideOf, POSTING } from './set-aside.js';
import { paceByChannel, type PacedRows, type Slots } from './channel-pacing.js';
import { MINUTE } from '../domain/durations.js';
import { later, type RecordInstant } from '../domain/instant.js';

type DueRow = Selectable<DeliveryRow>;

/** The ids of what is due: dead claims first, then kind by kind, the soonest first. */
function candidates(dialect: Dialect, { now, wallNow }: Claim, limit: number): RawBuilder<{ id: number }> {
  const fine = sql`(id, due) not in ${asideOf(POSTING)}`;
  const dead = sql`select id from delivery
    where status = 'claimed' and lease <= ${wallNow} and ${fine} order by lease limit ${limit} ${dialect.skipLocked}`;
  const due = dialect.duePosts({ ranks: Object.values(URGENCY), now, limit, fine });
  return sql`select id from (select id from (${dead}) as dead
    union all select id from (${due}) as due) as candidate limit ${limit}`;
}

/** Sorts by kind, then by what is due sooner, then by the nearer deadline. */
const byUrgency = (a: DueRow, b: DueRow) =>
  a.rank - b.rank || a.due - b.due || (a.expires ?? Infinity) - (b.expires ?? Infinity) || a.id - b.id;

async function lease(
  db: Db,
  dialect: Dialect,
  { wallNow, leaseUntil }: Claim,
  ids: RawBuilder<unknown>,
): Promise<DueRow[]> {
  const { rows } = await sql<DueRow>`
    with picked as materialized (${ids})
    update delivery set status = 'claimed', lease = ${leaseUntil}, attempts = attempts + 1,
      attempted = coalesce(attempted, ${wallNow})
    where id ${dialect.isAmong(sql`select id from picked`)} returning *`.execute(db);
  return rows.toSorted(byUrgency);
}

/** The due rows, taken in one statement. */
export async function claimIn(db: Db, dialect: Dialect, claim: Claim): Promise<readonly Claimed[]> {
  return (await lease(db, dialect, claim, candidates(dialect, claim, claim.limit))).map(toDelivery);
}

class RolledBack extends Error {}

/** Finds the due rows that can't be claimed, by claiming each alone and rolling that back. */
export async function unclaimableOf(
  database: Pick<Database, 'dialect' | 'write'>,
  claim: Claim,
  isExpected: (error: unknown) => boolean,
): Promise<readonly { readonly row: Delivery; readonly error: unknown }[]> {
  const { dialect, write } = database;
  const found: { row: Delivery; error: unknown }[] = [];
  for (const row of await candidatesIn(write, dialect, claim, Math.max(claim.limit, ROWS_PER_LOOK))) {
    const alone = sql`select id from delivery where id = ${row.id}`;
    try {
      await write.transaction().execute(async (db) => {
        await lease(db, dialect, claim, alone);
        throw new RolledBack();
      });
    } catch (error) {
      if (isExpected(error)) throw error;
      if (!(error instanceof RolledBack)) found.push({ row: toDelivery(row), error });
    }
  }
  return found;
}

/** Rows read in one look, and the most looks: rows of busy channels are postponed and others looked for behind them. */
const ROWS_PER_LOOK = 100;
const MAX_LOOKS = 10;

type PacedClaim = Claim & { readonly perSecond: number };

/** The instants that a claim may give away, and the present; ms of the clock that all processes share. */
interface Budget {
  readonly slots: Slots;
  readonly now: number;
}

/**
 * Claims, in one transaction, the due rows that the budget of all processes allows soon, each with the instant at which
 * it may be sent, spread over channels. Stages: read the budget, fill its slots with rows, spend what was filled.
 */
export async function claimPacedIn(db: Db, dialect: Dialect, claim: PacedClaim): Promise<readonly Claimed[]> {
  const begun = performance.now();
  const account = await accountIn(db, dialect, claim.wallNow);
  const slots = slotsOf(account, claim.perSecond, claim.limit);
  const claimed = await fillSlots(db, dialect, claim, { slots, now: account.now / 1000 });
  if (claimed.length === 0) return [];
  const { perSecond, wallNow } = claim;
  const spent = await spendIn(db, dialect, { perSecond, wallNow, count: claimed.length });
  // The slots are instants of the shared clock; `here` is the same moment of this process's clock.
  const here = later(wallNow, dialect.elapsedSince(begun));
  return claimed.map((row, index) => ({
    ...row,
    from: later(here, (spent.slots[index] ?? spent.now) - spent.now),
  }));
}

/** Looks for due rows until each slot has one, no more rows are due, or it has looked often enough. */
async function fillSlots(
  db: Db,
  dialect: Dialect,
  claim: PacedClaim,
  { slots, now }: Budget,
): Promise<readonly Delivery[]> {
  const claimed: Delivery[] = [];
  for (let look = 0; look < MAX_LOOKS && claimed.length < slots.length; look += 1) {
    const rows = await candidatesIn(db, dialect, claim);
    claimed.push(...(await claimLook(db, dialect, claim, rows, { slots: slots.slice(claimed.length), now })));
    if (rows.length < ROWS_PER_LOOK) break;
  }
  return claimed;
}

/** Leases the rows that their channels may take now, remembers when each channel is sent one, and postpones the rest. */
async function claimLook(
  db: Db,
  dialect: Dialect,
  claim: PacedClaim,
  rows: readonly DueRow[],
  { slots, now }: Budget,
): Promise<readonly Delivery[]> {
  const paced = paceByChannel(rows, slots, await recentOf(db, rows));
  const ids = paced.granted.map(({ row }) => row.id);
  const leased =
    ids.length === 0
      ? []
      : await lease(db, dialect, claim, sql`select id from delivery where id in (${sql.join(ids)})`);
  await saveRecent(db, paced, now);
  await postpone(db, paced.busy, (until) => claim.now + Math.ceil(until - now));
  return leased.map(toDelivery);
}

async function candidatesIn(
  db: Db,
  dialect: Dialect,
  claim: Claim,
  limit = ROWS_PER_LOOK,
): Promise<readonly DueRow[]> {
  const { rows } = await sql<DueRow>`select * from delivery
    where id in (${candidates(dialect, claim, limit)})`.execute(db);
  return rows.toSorted(byUrgency);
}

async function recentOf(db: Db, rows: readonly DueRow[]): Promise<ReadonlyMap<string, readonly number[]>> {
  const channels = [...new Set(rows.map(({ channel }) => channel))];
  if (channels.length === 0) return new Map();
  const known = await db.selectFrom('pace').selectAll().where('channel', 'in', channels).execute();
  return new Map(known.map(({ channel, recent }) => [channel, instantsOf(recent)]));
}

/** Reads what was sent to a channel lately; what cannot be read counts as nothing. */
function instantsOf(text: string): readonly number[] {
  const read = parsedOr(text, null);
  return Array.isArray(read) ? read.filter((one): one is number => Number.isFinite(one)) : [];
}

/** What was sent to a channel matters no longer than this, ms. */
const FORGOTTEN_MS = MINUTE;

async function saveRecent(db: Db, { recent }: PacedRows<DueRow>, now: number): Promise<void> {
  if (recent.size === 0) return;
  const values = [...recent].map(([channel, instants]) => ({
    channel,
    recent: JSON.stringify(instants),
    newest: Math.ceil(instants.at(-1) ?? now),
  }));
  await db
    .insertInto('pace')
    .values(values)
    .onConflict((conflict) =>
      conflict.column('channel').doUpdateSet((of) => ({
        recent: of.ref('excluded.recent'),
        newest: of.ref('excluded.newest'),
      })),
    )
    .execute();
  await db
    .deleteFrom('pace')
    .where('newest', '<', Math.floor(now) - FORGOTTEN_MS)
    .execute();
}

/** Makes rows of busy channels due again, by the record's clock, once their channel is free. */
async function postpone(
  db: Db,
  busy: PacedRows<DueRow>['busy'],
  dueAt: (until: number) => RecordInstant,
): Promise<void> {
  if (busy.length === 0) return;
  const rows = busy.map(
    ({ row, until }) => sql`(cast(${row.id} as bigint), cast(${dueAt(until)} as bigint))`,
  );
  await sql`update delivery set status = 'pending', lease = null,
    first_due = coalesce(first_due, due), due = later.column2
    from (values ${sql.join(rows)}) as later where delivery.id = later.column1`.execute(db);
}
