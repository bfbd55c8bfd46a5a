/** The send budget, a row that all posts share. */
import { sql } from 'kysely';
import type { Dialect } from './dialect/dialect.js';
import type { Db } from './schema.js';
import type { Slots } from './channel-pacing.js';
import type { WallInstant } from '../domain/instant.js';

/** Below what Discord allows: its window slides, and requests bunch up a little on their way. */
const OF_THE_LIMIT = 0.955;
/** Time that was left idle this recently is made up for; more, and a sliding second would hold too many. */
const TOLERANCE_US = 4_000;
/** How far ahead a claim may take slots: a more urgent row that comes later waits no longer than this. */
const HORIZON_MS = 400;

const US = 1000;

const gapOf = (perSecond: number) => Math.round(1_000_000 / (perSecond * OF_THE_LIMIT));

/** The one account of all processes, at an instant of its own clock; both in microseconds. */
export interface Account {
  readonly now: number;
  /** The first instant that is not granted yet. */
  readonly free: number;
}

/** The instants that can be granted now: no more than a moment allows, and at most `most`; ms of its clock. */
export function slotsOf({ now, free }: Account, perSecond: number, most: number): Slots {
  const gap = gapOf(perSecond);
  const begin = Math.max(free, now - TOLERANCE_US);
  const room = Math.floor((now + HORIZON_MS * US - begin) / gap) + 1;
  const count = Math.max(0, Math.min(most, room));
  return Array.from({ length: count }, (_, index) => Math.max(now, begin + index * gap) / US);
}

/** The account, from now on nobody else's until the end of the transaction. */
export async function accountIn(db: Db, dialect: Dialect, wallNow: WallInstant): Promise<Account> {
  const { rows } = await sql<Account>`
    with mine as materialized (select free from budget where name = 'send' ${dialect.lockRow})
    select free, ${dialect.now(wallNow)} as now from mine`.execute(db);
  return known(rows);
}

/** The next `count` instants, however far ahead they are; all in ms of the account's clock. */
export interface Spent {
  readonly now: number;
  readonly slots: Slots;
}

/** Gives the next `count` instants away. */
export async function spendIn(
  db: Db,
  dialect: Dialect,
  {
    perSecond,
    count,
    wallNow,
  }: { readonly perSecond: number; readonly count: number; readonly wallNow: WallInstant },
): Promise<Spent> {
  const [gap, now] = [gapOf(perSecond), dialect.now(wallNow)];
  const { rows } = await sql<Account>`
    update budget set free = ${dialect.greatest}(free, ${now} - ${sql.lit(TOLERANCE_US)}) + ${sql.lit(count * gap)}
    where name = 'send' returning free, ${now} as now`.execute(db);
  const account = known(rows);
  const begin = account.free - count * gap;
  const slots = Array.from({ length: count }, (_, index) => Math.max(account.now, begin + index * gap) / US);
  return { now: account.now / US, slots };
}

/** Gives nothing away for the next `ms`: Discord said that it was too much. */
export async function restIn(db: Db, dialect: Dialect, ms: number, wallNow: WallInstant): Promise<void> {
  const until = sql`${dialect.now(wallNow)} + ${sql.lit(Math.round(ms * US))}`;
  await sql`update budget set free = ${dialect.greatest}(free, ${until}) where name = 'send'`.execute(db);
}

/** One more turn of `name`, `gapMs` after the one before: how long it is away from now, ms. */
export async function turnIn(
  db: Db,
  dialect: Dialect,
  { name, gapMs, wallNow }: { readonly name: string; readonly gapMs: number; readonly wallNow: WallInstant },
): Promise<number> {
  const [gap, now] = [gapMs * US, dialect.now(wallNow)];
  await sql`insert into budget (name, free) values (${name}, 0) on conflict (name) do nothing`.execute(db);
  const { rows } = await sql<Account>`
    update budget set free = ${dialect.greatest}(free, ${now}) + ${sql.lit(gap)}
    where name = ${name} returning free, ${now} as now`.execute(db);
  const account = known(rows);
  return Math.max(0, account.free - gap - account.now) / US;
}

function known([account]: readonly Account[]): Account {
  if (account === undefined) throw new Error('The send budget is missing from the database.');
  return account;
}
