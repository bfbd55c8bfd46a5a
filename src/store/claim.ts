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
import { paceByChannel, type PacedRows } from './channel-pacing.js';

type Row = Selectable<DeliveryRow>;

/**
 * The ids of what is due: dead claims first, then kind by kind, the soonest first. Each kind begins at its own place of
 * the index, so what lies in the future costs nothing, however much it is.
 */
function candidates(
  { skipLocked }: Dialect,
  { now, real }: Claim,
  limit: number,
): RawBuilder<{ id: number }> {
  const fine = sql`(id, due) not in ${asideOf(POSTING)}`;
  const dead = sql`select id from delivery
    where status = 'claimed' and lease <= ${real} and ${fine} order by lease limit ${limit} ${skipLocked}`;
  const due = Object.values(URGENCY).map(
    (rank) => sql`select id from delivery
      where status = 'pending' and rank = ${sql.lit(rank)} and due <= ${now} and ${fine}
      order by due, expires limit ${limit} ${skipLocked}`,
  );
  return sql`select id from (${each([dead, ...due])}) as candidate limit ${limit}`;
}

function each(selects: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  const parts = selects.map((select, index) => sql`select id from (${select}) as ${sql.id(`part${index}`)}`);
  return sql.join(parts, sql` union all `);
}

/** Who goes first: by kind, what is due sooner, the nearer deadline. */
const turn = (a: Row, b: Row) =>
  a.rank - b.rank || a.due - b.due || (a.expires ?? Infinity) - (b.expires ?? Infinity) || a.id - b.id;

async function lease(
  db: Db,
  dialect: Dialect,
  { real, leaseUntil }: Claim,
  ids: RawBuilder<unknown>,
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    with picked as materialized (${ids})
    update delivery set status = 'claimed', lease = ${leaseUntil}, attempts = attempts + 1,
      attempted = coalesce(attempted, ${real})
    where id ${dialect.isAmong(sql`select id from picked`)} returning *`.execute(db);
  return rows.toSorted(turn);
}

/** The due rows, taken in one statement. */
export async function claimIn(db: Db, dialect: Dialect, claim: Claim): Promise<readonly Claimed[]> {
  return (await lease(db, dialect, claim, candidates(dialect, claim, claim.limit))).map(toDelivery);
}

class Undone extends Error {}

/** Those of the due rows that cannot be claimed: each is leased alone, and that is taken back. */
export async function unclaimableOf(
  database: Pick<Database, 'dialect' | 'write'>,
  claim: Claim,
  isExpected: (error: unknown) => boolean,
): Promise<readonly { readonly row: Delivery; readonly error: unknown }[]> {
  const { dialect, write } = database;
  const found: { row: Delivery; error: unknown }[] = [];
  for (const row of await candidatesIn(write, dialect, claim, Math.max(claim.limit, LOOK))) {
    const alone = sql`select id from delivery where id = ${row.id}`;
    try {
      await write.transaction().execute(async (db) => {
        await lease(db, dialect, claim, alone);
        throw new Undone();
      });
    } catch (error) {
      if (isExpected(error)) throw error;
      if (!(error instanceof Undone)) found.push({ row: toDelivery(row), error });
    }
  }
  return found;
}

/** Rows looked at in one go, and how often: rows of busy channels are put off and others looked for behind them. */
const LOOK = 100;
const MOST_LOOKS = 10;

/**
 * In one transaction: the due rows that the budget of all processes allows soon, each with the instant at which it may
 * be sent, spread over channels.
 */
export async function claimPacedIn(
  db: Db,
  dialect: Dialect,
  claim: Claim & { readonly perSecond: number },
): Promise<readonly Claimed[]> {
  const begun = performance.now();
  const account = await accountIn(db, dialect, claim.real);
  const slots = slotsOf(account, claim.perSecond, claim.limit);
  const now = account.now / 1000;
  const claimed: Delivery[] = [];
  for (let look = 0; look < MOST_LOOKS && claimed.length < slots.length; look += 1) {
    const rows = await candidatesIn(db, dialect, claim);
    const found = paceByChannel(rows, slots.slice(claimed.length), await recentOf(db, rows));
    const ids = found.granted.map(({ row }) => row.id);
    const leased =
      ids.length === 0
        ? []
        : await lease(db, dialect, claim, sql`select id from delivery where id in (${sql.join(ids)})`);
    claimed.push(...leased.map(toDelivery));
    await remember(db, found, now);
    await putOff(db, found.busy, (until) => claim.now + Math.ceil(until - now));
    if (rows.length < LOOK) break;
  }
  if (claimed.length === 0) return [];
  const { perSecond, real } = claim;
  const spent = await spendIn(db, dialect, { perSecond, real, count: claimed.length });
  // The instants are those of the shared clock; `here` is the same moment of this process's clock.
  const here = real + dialect.elapsedSince(begun);
  return claimed.map((row, index) => ({
    ...row,
    from: here + (spent.slots[index] ?? spent.now) - spent.now,
  }));
}

async function candidatesIn(db: Db, dialect: Dialect, claim: Claim, limit = LOOK): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`select * from delivery
    where id in (${candidates(dialect, claim, limit)})`.execute(db);
  return rows.toSorted(turn);
}

async function recentOf(db: Db, rows: readonly Row[]): Promise<ReadonlyMap<string, readonly number[]>> {
  const channels = [...new Set(rows.map(({ channel }) => channel))];
  if (channels.length === 0) return new Map();
  const known = await db.selectFrom('pace').selectAll().where('channel', 'in', channels).execute();
  return new Map(known.map(({ channel, recent }) => [channel, instantsOf(recent)]));
}

/** What cannot be read is as if nothing had been sent there of late. */
function instantsOf(text: string): readonly number[] {
  const read = parsedOr(text, null);
  return Array.isArray(read) ? read.filter((one): one is number => Number.isFinite(one)) : [];
}

/** After this long nothing that was sent to a channel matters any more, ms. */
const FORGOTTEN_MS = 60_000;

async function remember(db: Db, { recent }: PacedRows<Row>, now: number): Promise<void> {
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

/** Rows of busy channels are due again, by the record's clock, when their channel is free. */
async function putOff(db: Db, busy: PacedRows<Row>['busy'], dueAt: (until: number) => number): Promise<void> {
  if (busy.length === 0) return;
  const rows = busy.map(
    ({ row, until }) => sql`(cast(${row.id} as bigint), cast(${dueAt(until)} as bigint))`,
  );
  await sql`update delivery set status = 'pending', lease = null,
    first_due = coalesce(first_due, due), due = later.column2
    from (values ${sql.join(rows)}) as later where delivery.id = later.column1`.execute(db);
}
